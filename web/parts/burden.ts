import { words, type Words } from '../../kernel/words.ts'
import type { Standing, WorkKind } from '../../server/wire/burden.ts'
import type { Lang } from './lang.ts'
import { count } from './time.ts'

/** How figures of burden are told, the same at every door. */

export const kindWords: { readonly [K in WorkKind]: Words } = {
  assist: words('清单协助', 'Assistance on the list'), entrust: words('委托承担', 'Entrusted'), emergency: words('应急', 'Emergency'), own: words('职责内', 'Their own'), outside: words('平台外', 'Past the platform'),
}

/** In the order of their right: from what is owed to what nobody should have asked. */
export const kindsInOrder = ['assist', 'entrust', 'emergency', 'own', 'outside'] as const

export const standingWords: { readonly [S in Standing]: Words } = { over: words('超上限', 'Over'), near: words('接近上限', 'Near'), within: words('上限内', 'Within') }

/** Minutes as hours, one decimal below ten: `3.5`, `46`. */
export const hours = (minutes: number): string => {
  const value = minutes / 60
  return value > 0 && value < 10 ? String(Math.round(value * 10) / 10) : count(Math.round(value))
}

/** “2026年6月”, “June 2026”. */
export const monthName = (month: string, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long' }).format(new Date(`${month}-15T12:00:00+08:00`))

/** The month so many after, `YYYY-MM`. */
export const monthAfter = (month: string, by: number): string => {
  const [year = 0, of = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, of - 1 + by, 1)).toISOString().slice(0, 7)
}

/** The days of a month, `YYYY-MM-DD`. */
export const daysIn = (month: string): readonly string[] => {
  const [year = 0, of = 1] = month.split('-').map(Number)
  return Array.from({ length: new Date(Date.UTC(year, of, 0)).getUTCDate() }, (_, n) => `${month}-${String(n + 1).padStart(2, '0')}`)
}

/** The share of a ceiling in per cent, at most 100 to draw. */
export const fillOf = (value: number, ceiling: number): number => (ceiling === 0 ? 0 : Math.min(100, Math.round((value / ceiling) * 100)))
