import { clockTime, longDay } from '../time.ts'
import type { Lang } from '../lang.ts'

const weekday = (iso: string, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'Asia/Shanghai', weekday: lang === 'zh' ? 'short' : 'long' }).format(new Date(iso))

/** A date as it is promised: “11月24日（周二）17:00 前”, “by Tuesday 24 November, 17:00”. */
export const byWhen = (iso: string, lang: Lang): string =>
  lang === 'zh'
    ? `${longDay(iso, lang)}（${weekday(iso, lang)}）${clockTime(iso)} 前`
    : `by ${weekday(iso, lang)} ${longDay(iso, lang)}, ${clockTime(iso)}`

/** A moment that has been: “11月22日（周日）09:30”, “Sunday 22 November, 09:30”. */
export const onWhen = (iso: string, lang: Lang): string =>
  lang === 'zh'
    ? `${longDay(iso, lang)}（${weekday(iso, lang)}）${clockTime(iso)}`
    : `${weekday(iso, lang)} ${longDay(iso, lang)}, ${clockTime(iso)}`
