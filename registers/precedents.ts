import { randomUUID } from 'node:crypto'
import { ancestor, countyOf } from '../kernel/region.ts'
import type { JsonObject } from '../kernel/words.ts'
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
 * The latest ruling on this category in the same township, else in the county, in one line of Chinese; `undefined` where there is none
 * (or the reader may not see it).
 */
export const findPrecedent = async (tx: Tx, directory: Directory, ask: { readonly category: string; readonly region: string }): Promise<string | undefined> => {
  const township = ancestor(ask.region, 'township') ?? ask.region
  const [found] = await tx.query<Precedent>(
    `select region, office, ruling, to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day from precedent
     where county = $1 and category = $2 order by (region >= $3 and region < $4) desc, at desc limit 1`,
    [countyOf(ask.region), ask.category, township, `${township}:`],
  )
  if (found === undefined) return undefined
  const place = directory.path(found.region).slice(-2).join('')
  return `先例：${found.day} ${place}同类事项裁定由${directory.office(found.office)?.zh ?? found.office}承办（${found.ruling}）`
}
