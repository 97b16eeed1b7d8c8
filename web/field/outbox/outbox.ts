import { useSyncExternalStore } from 'react'
import type { Words } from '../../../kernel/words.ts'
import type { Me } from '../../../server/wire.ts'
import type { Act, Deliver } from '../../parts/deliver.ts'
import { problem, Refused } from '../../parts/refused.ts'
import { base, canKeep, isFull, note, setNote } from './base.ts'
import { isUnsent, type Item } from './item.ts'
import { hurry, sendAll } from './sending.ts'
import { speak } from './line.ts'
import { lockOf, timeTold, wipe } from './pin.ts'
import { fetchKey } from './server-key.ts'
import { shelf } from './shelf.ts'
import { changed, onChange } from './signal.ts'
import { keepActs, takeBack, tidy, type ToKeep } from './store.ts'
import { makeWhose } from './whose.ts'

/** The outbox as the pages know it: what is on the shelf, whether it is being sent, and the one way in. */

export type Standing = {
  /** Whether the shelf has been looked at since this account came: before that nothing is said of it. */
  readonly looked: boolean
  readonly items: readonly Item[]
  readonly unsent: number
  /** Of other accounts that were signed in on this phone. */
  readonly others: number
  readonly sending: boolean
  /** Sending waits for somebody to sign in. */
  readonly signIn: boolean
  /** Another account is signed in than whose this is: it waits for its own. */
  readonly otherSignIn: boolean
  /** What waits was written from a post that wants a second factor, and none was shown. */
  readonly factor: boolean
  /** There is no room on this phone for even a note. */
  readonly full: boolean
}

const nothing: Standing = { looked: false, items: [], unsent: 0, others: 0, sending: false, signIn: false, otherSignIn: false, factor: false, full: false }

let standing: Standing = nothing
const whose = makeWhose(() => note<string>('account'))
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

const set = (more: Partial<Standing>): void => {
  standing = { ...standing, ...more }
  for (const listener of listeners) listener()
}

const look = async (): Promise<void> => {
  const all = await (await base()).getAll('items')
  const account = whose.now()
  const items = all.filter(item => item.account === account).toSorted((a, b) => b.at - a.at)
  set({ looked: true, items, unsent: items.filter(isUnsent).length, others: all.filter(item => item.account !== account && isUnsent(item)).length })
}

let looking: Promise<void> | undefined

/** Many changes at once are one look. */
const lookSoon = (): void => {
  looking ??= new Promise<void>(resolve => setTimeout(resolve, 50)).then(() => { looking = undefined; return look() }).catch(() => undefined)
}

export const useStanding = (): Standing => useSyncExternalStore(listener => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}, () => standing)

/** Sends what waits. Called again while it sends, it looks once more afterwards. */
export const sendNow = async (hurried = false): Promise<void> => {
  const who = whose.now()
  if (who === undefined || !canKeep()) return
  clearTimeout(timer)
  set({ sending: true })
  try {
    if (hurried) await hurry(who)
    const drained = await sendAll(who)
    set({ signIn: drained.end === 'sign-in', otherSignIn: drained.end === 'other-sign-in', factor: drained.end === 'factor', full: false })
    if (drained.end === 'again') timer = setTimeout(again, Math.max(drained.after, 500))
  } catch (error) {
    // No room even to note that a try failed: what is kept stays as it is, and is tried again.
    if (!isFull(error)) throw error
    set({ full: true })
    timer = setTimeout(again, 60_000)
  } finally {
    set({ sending: false })
    await look()
  }
}

const again = (): void => { void sendNow().catch(() => undefined) }
const hurriedAgain = (): void => { void sendNow(true).catch(() => undefined) }

type WithSync = ServiceWorkerRegistration & { readonly sync?: { register(tag: string): Promise<void> } }

/** Where there is Background Sync, what waits goes once there is a signal, with the page shut. */
const askForSync = async (): Promise<void> => {
  const registration: WithSync | undefined = await navigator.serviceWorker.getRegistration()
  await registration?.sync?.register('outbox')
}

let started = false

const startOnce = (): void => {
  if (started) return
  started = true
  onChange(lookSoon)
  addEventListener('online', hurriedAgain)
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') hurriedAgain() })
  void tidy().catch(() => undefined)
}

/** As long as nobody can say who is signed in, it is whoever was last. */
export const wake = async (): Promise<void> => {
  if (!canKeep() || whose.now() !== undefined) return
  startOnce()
  await whose.say(undefined)
  await look()
}

/** Who is signed in: theirs is sent, nobody else's. */
export const begin = async (who: string | undefined): Promise<void> => {
  if (!canKeep()) return
  startOnce()
  set({ looked: false })
  await whose.say(who)
  await ownCopyOnly(who).catch(() => undefined)
  if (who !== undefined && whose.now() !== who) return
  if (who !== undefined) {
    // A full phone can't even write down who is signed in; what waits goes all the same.
    await setNote('account', who).catch((error: unknown) => { if (!isFull(error)) throw error })
    await fetchKey().then(timeTold).catch(() => undefined)
  }
  await look()
  if (who !== undefined) await sendNow(true)
}

/** What another account read here goes as soon as this one signs in; and one's own, where its sign-in was ended from elsewhere. */
const ownCopyOnly = async (who: string | undefined): Promise<void> => {
  const lock = await lockOf()
  if (!lock) return
  const gone = who === undefined ? (await speak<{ readonly ended: boolean }>(`/api/outbox/copies/${lock.copy}`, { method: 'GET' })).ended : lock.account !== who
  if (!gone) return
  await wipe()
  changed()
}

/** The last act on a matter that is still on its way: what comes after it is written on what it leads to. */
const lastOn = (items: readonly Item[], matter: string): Item | undefined => items.filter(item => item.matter === matter && item.state === 'waiting').toSorted((a, b) => b.at - a.at)[0]

const toKeep = (acts: readonly Act[], items: readonly Item[], me: Pick<Me, 'account' | 'acting'>): readonly ToKeep[] => {
  const kept: ToKeep[] = []
  for (const { act, key, follows } of acts) {
    if (!act || key === undefined) throw new Error('only acts go into the outbox')
    const before = follows ? kept.at(-1) : undefined
    // Put right after it was refused, it was still written when it was written, and those on its matter that wait were written on it.
    const mended = items.find(item => item.id === key && item.state === 'refused')
    const after = before?.id ?? (act.matter === undefined || mended ? undefined : lastOn(items, act.matter)?.id)
    const { seq, procedure, matter, step, input } = act
    const on = before ? { matter: before.matter ?? before.id } : { ...(procedure !== undefined && { procedure }), ...(matter !== undefined && { matter }) }
    kept.push({ id: key, account: me.account, post: me.acting, ...on, step, input, ...(after !== undefined ? { after } : seq !== undefined && { seq }), ...(mended && { made: mended.made, ...(mended.skew !== undefined && { skew: mended.skew }) }) })
  }
  return kept
}

const patience = 20_000

const cutShort = (): Promise<void> => new Promise(resolve => setTimeout(resolve, patience))

/**
 * The way every act of this door takes, with a signal and without: kept first, then sent. Answers as soon as the server does; where it doesn't,
 * the act is safe here and goes by itself. What is refused while its form is still open goes back into the form; what was refused before and is refused again stays where it stood.
 */
export const deliverAs = (me: Pick<Me, 'account' | 'acting'>): Deliver => async acts => {
  const before = await shelf.items(me.account)
  const known = new Map(before.map(item => [item.id, item]))
  const kept = toKeep(acts, before, me)
  await keepActs(kept.filter(one => known.get(one.id)?.state !== 'sent' && known.get(one.id)?.state !== 'waiting')).catch((error: unknown) => {
    if (error instanceof Refused && error.problem.code === 'phone-full') set({ full: true })
    throw error
  })
  void askForSync().catch(() => undefined)
  // From the first thing written on, the browser is asked not to clear up here of its own accord.
  if ('storage' in navigator) void navigator.storage.persist().catch(() => undefined)
  await Promise.race([sendNow(true), cutShort()]).catch(() => undefined)
  const mine = new Map((await shelf.items(me.account)).map(item => [item.id, item]))
  const refused = kept.map(one => mine.get(one.id)).find(item => item?.state === 'refused')
  if (refused?.problem) {
    for (const one of kept) if (mine.get(one.id)?.state !== 'sent' && known.get(one.id)?.state !== 'refused') await takeBack(one.id)
    throw new Refused(refused.problem)
  }
  const last = mine.get(kept.at(-1)?.id ?? '')
  return last?.reply ? { reply: last.reply } : { kept: kept.map(one => one.id) }
}

/** Why one may not sign out now; the file with what is unsent is the way round. What was only begun stands in no file. */
export const mayLeave = (begun: readonly (Words | undefined)[]): Refused | undefined => {
  if (standing.unsent === 0 && begun.length === 0) return undefined
  const named = (lang: keyof Words, or: string, between: string): string => [...new Set(begun.map(about => about?.[lang] ?? or))].join(between)
  const [forms, formsEn] = begun.length === 0 ? ['', ''] : [`有 ${begun.length} 张表填了一半，没有提交：${named('zh', '表', '、')}`, `${begun.length} begun and not sent: ${named('en', 'a form', ', ')}`]
  if (standing.unsent === 0) return new Refused(problem(409, 'begun', forms, formsEn, '要留着请先提交；退出后从这部手机上清除', 'Send what you want to keep first: signing out wipes it from this phone'))
  return new Refused(problem(
    409, 'unsent', [`还有 ${standing.unsent} 条没有发送`, forms].filter(Boolean).join('；'), [`${standing.unsent} not sent yet`, formsEn].filter(Boolean).join('; '),
    `请先联网发送；或把未发送的存成文件再退出（它们也仍安全存在本机）${forms && '；填了一半的不在文件里，退出后清除'}`,
    `Send them with a connection first; or save them to a file and sign out (they also stay safe on this phone)${formsEn && '; what was only begun is in no file, and is wiped'}`))
}
