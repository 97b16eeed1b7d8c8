import type { Answers, Ask } from '../../parts/api.ts'
import { currentLang } from '../../parts/lang.ts'
import { base, type Locked } from './base.ts'
import { isUnlocked, lockAway, openUp } from './pin.ts'

/** Answers of the server that are held for when there is no signal: one's area and what stands in one's forms, and nothing else. Locked under the PIN. */
const taken = /^\/api\/(?:me|matters|matters\?[^#]*|matters\/[0-9a-f-]{36}|regions\?[^#]*|offices\?[^#]*|offices\/[^/]+\/[^/]+\/people|reference\/category|people\?[^#]*|notices|emergencies[^#]*)$/

/** How many answers are held at most. */
export const most = 2_000

const nameOf = ({ path }: Ask<unknown>): string => `${currentLang()} ${path}`

const wanted = ({ path, body }: Ask<unknown>): boolean => body === undefined && taken.test(path) && !/[?&](seen|cursor=$)/.test(path)

/** When what is shown was last heard, where it came from here; the newest of them. */
let shownFrom: number | undefined
const listeners = new Set<() => void>()

export const shownSince = (): number | undefined => shownFrom
export const onShown = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

const tell = (at: number | undefined): void => {
  if (shownFrom === at) return
  shownFrom = at
  for (const listener of listeners) listener()
}

const keep = async (question: Ask<unknown>, answer: unknown): Promise<void> => {
  const locked = await lockAway(answer)
  if (!locked) return
  const database = await base()
  await database.put('answers', { ...locked, at: Date.now() }, nameOf(question))
  if (await database.count('answers') > most) await dropOldest()
}

/** A tenth of it goes, what was heard longest ago. */
const dropOldest = async (): Promise<void> => {
  const answers = (await base()).transaction('answers', 'readwrite').store
  const [names, all] = await Promise.all([answers.getAllKeys(), answers.getAll()])
  const oldest = names.map((name, n) => ({ name, at: all[n]?.at ?? 0 })).toSorted((a, b) => a.at - b.at).slice(0, most / 10)
  await Promise.all(oldest.map(({ name }) => answers.delete(name)))
}

/** Pages behind the first whose cursors are no longer given out: what stands in them may have left one's area. */
export const dropPagesBefore = async (at: number): Promise<void> => {
  const answers = (await base()).transaction('answers', 'readwrite').store
  const [names, all] = await Promise.all([answers.getAllKeys(), answers.getAll()])
  await Promise.all(names.filter((name, n) => name.includes('cursor=') && (all[n]?.at ?? 0) < at).map(name => answers.delete(name)))
}

export const heldAnswer = async (question: Ask<unknown>): Promise<{ readonly at: number; readonly answer: unknown } | undefined> => {
  if (!isUnlocked() || !wanted(question)) return undefined
  const found: (Locked & { readonly at: number }) | undefined = await (await base()).get('answers', nameOf(question))
  const answer = await openUp(found)
  return found && answer !== undefined ? { at: found.at, answer } : undefined
}

/** Says of which place what is held is. Of another than before — the post moved with its grid, or another is acted from — nothing stays that was read there. */
export const holdFor = async (place: string): Promise<void> => {
  const database = await base()
  const before = await openUp(await database.get('answers', 'place'))
  if (before !== undefined && before !== place) await database.clear('answers')
  const locked = await lockAway(place)
  if (locked) await database.put('answers', { ...locked, at: Date.now() }, 'place')
}

export const answers: Answers = {
  keep: (question, answer, late = false) => {
    if (!late) tell(undefined)
    // A full phone shows less without a signal; nothing that was written is touched.
    if (isUnlocked() && wanted(question) && answer !== undefined) void keep(question, answer).catch(() => undefined)
  },
  recall: async question => {
    const found = await heldAnswer(question).catch(() => undefined)
    if (found) tell(found.at)
    return found?.answer
  },
}
