import { system } from '../kernel/post.ts'
import type { PlannedLife } from '../registers/demo/history.ts'
import { ImpossibleLife, loadLives, type Life } from '../store/bulk.ts'
import type { House } from '../store/house.ts'
import { progress } from './say.ts'

/** Lives loaded in one transaction. */
const batch = 100

const standing = async ({ database }: House, counties: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await database.scoped(system, tx => tx.query<{ id: string }>('select id from matter where county = any($1::text::text[])', [`{${counties.join(',')}}`]))
  return new Set(rows.map(row => row.id))
}

/** One at a time, without those that can't have been: the matter they were to be joined to has moved on since. */
const loadPossible = async (house: House, lives: readonly PlannedLife[], until: Date): Promise<void> => {
  for (const life of lives) {
    await loadLives(house, [life], until).catch((error: unknown) => { if (!(error instanceof ImpossibleLife)) throw error })
  }
}

/** Loads the lists that do not stand yet, those first on which others are built. */
export const loadLists = async (house: House, counties: readonly string[], turns: readonly (readonly Life[])[], until: Date): Promise<void> => {
  const there = await standing(house, counties)
  for (const turn of turns) {
    const left = turn.filter(life => !there.has(life.id))
    if (left.length > 0) await loadLives(house, left, until)
  }
}

/** Loads what does not stand yet of the lives planned up to an instant, a hundred at a time, and tells how far it is. */
export const loadHistory = async (house: House, counties: readonly string[], lives: readonly PlannedLife[], until: Date): Promise<void> => {
  const tell = progress('近九十天的事项', 'matters of the last ninety days')
  const there = await standing(house, counties)
  const left = lives.filter(life => !there.has(life.id))
  let done = lives.length - left.length
  // A life that was joined to another is loaded once that other stands.
  for (const [joined, some] of [[false, left.filter(life => life.joins === undefined)], [true, left.filter(life => life.joins !== undefined)]] as const) {
    for (let at = 0; at < some.length; at += batch) {
      const part = some.slice(at, at + batch)
      await loadLives(house, part, until).catch((error: unknown) => {
        if (!joined || there.size === 0 || !(error instanceof ImpossibleLife)) throw error
        return loadPossible(house, part, until)
      })
      tell(done += part.length, lives.length)
    }
  }
}
