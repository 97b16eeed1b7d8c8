import { randomUUID } from 'node:crypto'
import { ancestor, countyOf, parentOf } from '../kernel/region.ts'
import { words, type JsonObject, type Words } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import type { Directory } from './directory.ts'

const textOf = (row: JsonObject, name: string): string => {
  const value = row[name]
  if (typeof value !== 'string' || value === '') throw new Error(`a precedent needs ${name}`)
  return value
}

/** Keeps a ruling on who handles a matter returned twice; it says which category, where, which office and why. */
export const recordPrecedent = async (tx: Tx, row: JsonObject, at: Date): Promise<void> => {
  await tx.query(
    `insert into precedent (county, id, category, region, office, ruling, matter, at)
     values ($1, $2::uuid, $3, $4, $5, $6, $7::uuid, $8::timestamptz)`,
    [
      textOf(row, 'county'), randomUUID(), typeof row['category'] === 'string' ? row['category'] : null, textOf(row, 'region'),
      textOf(row, 'office'), textOf(row, 'ruling'), textOf(row, 'matter'), at.toISOString(),
    ],
  )
}

type Precedent = { readonly region: string; readonly office: string; readonly ruling: string; readonly day: string }

/**
 * The latest ruling on this category in the same township, else in the county; `undefined` where there is none (or the reader may
 * not see it). The grounds stand as they were typed.
 */
export const findPrecedent = async (tx: Tx, directory: Directory, ask: { readonly category: string; readonly region: string }): Promise<Words | undefined> => {
  const township = ancestor(ask.region, 'township') ?? ask.region
  const [found] = await tx.query<Precedent>(
    `select region, office, ruling, to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day from precedent
     where county = $1 and category = $2 order by (region >= $3 and region < $4) desc, at desc limit 1`,
    [countyOf(ask.region), ask.category, township, `${township}:`],
  )
  if (found === undefined) return undefined
  const place = directory.path(found.region).slice(-2).join('')
  const [nearest, above] = [found.region, parentOf(found.region)].map(code => directory.region(code ?? '')?.en)
  const office = directory.office(found.office) ?? { zh: found.office, en: found.office }
  return words(
    `先例：${found.day} ${place}同类事项裁定由${office.zh}承办（${found.ruling}）`,
    `Precedent: on ${found.day} a like matter in ${[nearest, above].filter(name => name !== undefined).join(', ')} was ruled to be for ${office.en} (${found.ruling})`)
}
