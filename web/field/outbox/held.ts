import type { HouseholdView, MatterRow, MatterView, Page } from '../../../server/wire.ts'
import { isObject } from '../../../kernel/words.ts'
import { currentLang } from '../../parts/lang.ts'
import type { Searched } from '../../parts/phone/initials.ts'
import { stageOf, titleOf } from '../../parts/stages.ts'
import { base } from './base.ts'
import { isUnlocked, openUp } from './pin.ts'

/** What this phone holds that lists are made of, opened to be looked through; in memory for as long as the page that looks. */
export type Held = { readonly matters: readonly HeldMatter[]; readonly households: readonly HouseholdView[] }

export type HeldMatter = { readonly row: MatterRow; readonly text: Searched }

const listed = /^(zh|en) (\/api\/(?:matters\?.*|matters\/[0-9a-f-]{36}|people\?.*))$/

/** Longer than any name: what somebody wrote. */
const longestName = 40

/** Words that stand in facts; codes of choices and ids are nobody's words. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return /^[\w:.-]+$/.test(value) && !/\d{4,}/.test(value) ? [] : [value]
  return isObject(value) || Array.isArray(value) ? Object.values(value).flatMap(textsIn) : []
}

const textOf = (row: MatterRow, facts: readonly string[]): Searched => {
  const [title, stage] = [titleOf(row.procedure), stageOf(row.procedure, row.stage)]
  const all = [row.title, row.region.name, row.holder?.office.name ?? '', row.holder?.name ?? '', ...facts]
  return { names: all.filter(text => text.length <= longestName), words: [row.number, title.zh, title.en, stage.zh, stage.en, ...all.filter(text => text.length > longestName)] }
}

/** The newer of two tellings of one thing. */
const newer = (before: MatterRow | undefined, row: MatterRow): boolean => before === undefined || before.seq <= row.seq

/** Opens what is held; nothing where the PIN was not entered. */
export const readHeld = async (): Promise<Held> => {
  if (!isUnlocked()) return { matters: [], households: [] }
  const database = await base()
  const found = (await database.getAllKeys('answers')).flatMap(key => {
    const [, lang, path] = listed.exec(key) ?? []
    return path === undefined ? [] : [{ key, path, mine: lang === currentLang() }]
  })
  const rows = new Map<string, MatterRow>()
  const facts = new Map<string, readonly string[]>()
  const households = new Map<string, HouseholdView>()
  // What was read in one's own language comes last, and stays.
  for (const { key, path } of found.toSorted((a, b) => Number(a.mine) - Number(b.mine))) {
    const answer = await openUp(await database.get('answers', key))
    if (!isObject(answer)) continue
    if (path.startsWith('/api/people')) for (const one of (answer as unknown as Page<HouseholdView>).rows) households.set(one.id, one)
    else if (path.includes('?')) for (const row of (answer as unknown as Page<MatterRow>).rows) { if (newer(rows.get(row.id), row)) rows.set(row.id, row) }
    else {
      const view = answer as unknown as MatterView
      if (newer(rows.get(view.id), view)) rows.set(view.id, view)
      facts.set(view.id, view.allFacts.flatMap(({ value, masked }) => (masked ? [] : textsIn(value))))
    }
  }
  return {
    matters: [...rows.values()].toSorted((a, b) => b.updated.localeCompare(a.updated)).map(row => ({ row, text: textOf(row, facts.get(row.id) ?? []) })),
    households: [...households.values()],
  }
}
