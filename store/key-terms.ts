import { system } from '../kernel/post.ts'
import { keyedTerm, wordTerm } from './act/terms.ts'
import type { House } from './house.ts'

const batch = 2000

/** Behind every keyed word, which begins with `~`, and before every Chinese one: where words of before stand, if there are any. */
const behindKeyed = '\u{80}'

/** How a term of before is found today: words keyed, exact values of what is not public keyed, all else as it stands. */
const renewed = ({ keys, procedures }: Pick<House, 'keys' | 'procedures'>, term: string): string | undefined => {
  if (/^[@~]|^(?:digits|phone|name|exact)#/.test(term)) return undefined
  const at = term.indexOf('=')
  if (at < 0) return wordTerm(keys, term)
  const fact = procedures.map(one => one.facts[term.slice(0, at)]).find(one => one?.search === 'exact')
  return fact === undefined || fact.class === 'public' ? undefined : keyedTerm(keys, 'exact', term)
}

/**
 * Keys the search words of matters kept by a version that kept them in clear, county by county; where none are, it is one look at an index.
 * Several servers may do it at once. Returns how many words were keyed.
 */
export const keyTerms = async (house: Pick<House, 'database' | 'keys' | 'procedures'>, counties: readonly string[]): Promise<number> => {
  let keyed = 0
  for (const county of counties) {
    const clear = (await house.database.scoped(system, tx => tx.query('select 1 from matter_term where county = $1 and term > $2 limit 1', [county, behindKeyed]))).length > 0
    for (let after: string | undefined = clear ? '' : undefined; after !== undefined;) {
      const from: string = after
      after = await house.database.scoped(system, async tx => {
        const terms = (await tx.query<{ term: string }>(`select distinct term from matter_term where county = $1 and term > $2 order by term limit ${batch}`, [county, from])).map(row => row.term)
        const pairs = terms.flatMap(term => { const now = renewed(house, term); return now === undefined ? [] : [{ term, now }] })
        if (pairs.length > 0) {
          await tx.query(
            `with r as (select * from jsonb_to_recordset($2::jsonb) as r(term text, now text)), gone as (delete from matter_term t using r where t.county = $1 and t.term = r.term collate "C" returning t.opened, t.matter, r.now)
             insert into matter_term (county, term, opened, matter) select $1, now, opened, matter from gone on conflict do nothing`, [county, JSON.stringify(pairs)])
          keyed += pairs.length
        }
        return terms.length < batch ? undefined : terms.at(-1)
      })
    }
  }
  return keyed
}
