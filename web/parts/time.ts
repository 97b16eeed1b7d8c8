import type { Lang } from './lang.ts'

/** Instants as people read them. All of them are told in Asia/Shanghai, whatever the device's zone. */

const zone = 'Asia/Shanghai'
const tags = { zh: 'zh-CN', en: 'en-GB' } satisfies Record<Lang, string>

const partsOf = (at: Date): { readonly [part: string]: string } =>
  Object.fromEntries(new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(at).map(part => [part.type, part.value]))

/** The legal day of an instant, `YYYY-MM-DD`. */
export const dayOf = (at: Date): string => {
  const p = partsOf(at)
  return `${p['year'] ?? ''}-${p['month'] ?? ''}-${p['day'] ?? ''}`
}

/** The Sunday that ends an instant's week, `YYYY-MM-DD`. */
export const sundayOf = (at: Date): string => {
  const noon = new Date(`${dayOf(at)}T12:00:00Z`)
  return new Date(noon.getTime() + ((7 - noon.getUTCDay()) % 7) * 86_400_000).toISOString().slice(0, 10)
}

/** `09:30` */
export const clockTime = (iso: string): string => {
  const p = partsOf(new Date(iso))
  return `${p['hour'] ?? ''}:${p['minute'] ?? ''}`
}

/** `2026-11-22 09:30`: the same in both languages, sortable, of equal width. */
export const stamp = (iso: string): string => `${dayOf(new Date(iso))} ${clockTime(iso)}`

/** “11月22日”, “22 November”; with the year where it is not `now`'s. Takes an instant or a legal day. */
export const longDay = (iso: string, lang: Lang, now: Date = new Date()): string => {
  const at = new Date(iso.length === 10 ? `${iso}T12:00:00+08:00` : iso)
  const sameYear = dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4)
  return new Intl.DateTimeFormat(tags[lang], { timeZone: zone, month: 'long', day: 'numeric', ...(!sameYear && { year: 'numeric' }) }).format(at)
}

/** “11月22日 09:30”, or only the time where it is today. */
export const shortStamp = (iso: string, lang: Lang, now: Date = new Date()): string =>
  dayOf(new Date(iso)) === dayOf(now) ? `${lang === 'zh' ? '今天' : 'today'} ${clockTime(iso)}` : `${longDay(iso, lang, now)} ${clockTime(iso)}`

const steps = [['day', 86_400], ['hour', 3_600], ['minute', 60]] as const

/** “3小时前”, “3 hours ago”, “2天后”. */
export const since = (iso: string, lang: Lang, now: Date = new Date()): string => {
  const seconds = Math.round((Date.parse(iso) - now.getTime()) / 1000)
  const format = new Intl.RelativeTimeFormat(tags[lang], { numeric: 'auto' })
  const step = steps.find(([, size]) => Math.abs(seconds) >= size)
  return step ? format.format(Math.trunc(seconds / step[1]), step[0]) : lang === 'zh' ? '刚刚' : 'just now'
}

/** 1,234 */
export const count = (value: number): string => new Intl.NumberFormat('en-GB').format(value)

/** “820 KB”, “3.4 MB”, “10.7 GB” */
export const size = (bytes: number): string =>
  (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(1)} GB`)

/** “41/50 (82%)”; a share of nothing shows as “0/0”. */
export const share = ({ of, among }: { readonly of: number; readonly among: number }): string =>
  among === 0 ? '0/0' : `${count(of)}/${count(among)} (${Math.round((of / among) * 100)}%)`

/** The months that are over, the last one first, two years back. */
export const pastMonths = (now: Date): readonly string[] => {
  const [year = 0, month = 1] = dayOf(now).split('-').map(Number)
  return Array.from({ length: 24 }, (_, i) => new Date(Date.UTC(year, month - 2 - i, 1)).toISOString().slice(0, 7))
}
