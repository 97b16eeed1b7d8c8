import { keepWords } from '../kernel/kept-words.ts'
import { inWords } from '../kernel/period.ts'
import { words } from '../kernel/words.ts'
import type { Loader } from '../store/house.ts'
import { publicTerm } from '../store/act/terms.ts'
import type { LiveDirectory } from './live-directory.ts'

/** Days looked back on to say how often a category comes. */
const days = 90

const code = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * What a change of a category's limit or route touches, for who is to adopt it: what holds now, how many matters stand open (theirs stays as it
 * is), and how many came in the days before. Counted over what the proposer sees. Kept in both languages.
 */
export const touched = (live: LiveDirectory): Loader => async (tx, ask) => {
  const [category, area] = [live.now.category(code(ask['category'])), code(ask['area'])]
  if (!category || area === '') return undefined
  const counties = area.length >= 6 ? [area.slice(0, 6)] : [area, ...live.now.children(area).map(child => child.code)]
  const [row] = await tx.query<{ open: number; recent: number }>(
    `select count(*) filter (where m.open)::int as open, count(*) filter (where m.opened >= $3::timestamptz - make_interval(days => $4::int))::int as recent
     from matter_term t join matter m on m.county = t.county and m.id = t.matter where t.county = any($1::text[]) and t.term = $2`,
    [`{${counties.join(',')}}`, publicTerm('category', category.code), code(ask['at']), days])
  const { open, recent } = row ?? { open: 0, recent: 0 }
  const limit = category.limit ? inWords(category.limit.period) : words('平台默认时限', 'the product’s default')
  return keepWords(words(
    `“${category.zh}”现行办理时限：${limit.zh}；在办 ${open} 件，时限和承办单位不变；近 ${days} 天反映 ${recent} 件`,
    `“${category.en}” has a limit of ${limit.en} now; ${open} open, whose limit and office stay; ${recent} reported in the last ${days} days`))
}
