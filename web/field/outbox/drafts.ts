import { useSyncExternalStore } from 'react'
import { isObject, type Words } from '../../../kernel/words.ts'
import type { Drafts } from '../../parts/drafts.ts'
import { base, type KeptDraft } from './base.ts'
import { ownKey } from './own-key.ts'
import { lockUnder, openedNow, openUnder, type Opened } from './pin.ts'
import { dropSpare, putSpare, spare, spareKeys } from './spare.ts'

/**
 * Forms that were begun and not sent, of whoever is here: open in memory while a page shows them, and sealed in this phone's database at every change, so that an
 * app swiped away loses none. Under the key behind the PIN where there is one, else under a key of this phone's own.
 */

type Draft = { readonly text: string; readonly about: Words | undefined }

const here = new Map<string, Draft>()
let account: string | undefined
/** Whose are open by now. */
let openFor: string | undefined
let begun: readonly (Words | undefined)[] = []
const listeners = new Set<() => void>()

const tell = (): void => {
  begun = [...here.values()].map(one => one.about)
  for (const listener of listeners) listener()
}

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

/** What forms were begun and not sent. */
export const useBegun = (): readonly (Words | undefined)[] => useSyncExternalStore(listen, () => begun)

export const useOpenFor = (): string | undefined => useSyncExternalStore(listen, () => openFor)

const keyOf = (whose: string, name: string): string => `${whose} ${name}`

const seal = async (draft: Draft, pin: Opened | undefined): Promise<Pick<KeptDraft, 'under' | 'locked'>> =>
  ({ under: pin ? 'pin' : 'own', locked: await lockUnder(pin?.key ?? await ownKey(), new TextEncoder().encode(JSON.stringify(draft))) })

const unseal = async ({ under, locked }: KeptDraft): Promise<Draft | undefined> => {
  const key = under === 'pin' ? openedNow()?.key : await ownKey()
  const bytes = key && await openUnder(key, locked)
  const found: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes))
  return isObject(found) && typeof found['text'] === 'string' ? found as unknown as Draft : undefined
}

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('shanzhi-drafts')

type Change = { readonly whose: string; readonly draft: Draft | undefined; readonly pin: Opened | undefined }

const changes = new Map<string, Change>()
let writing: Promise<void> = Promise.resolve()

const put = async (name: string, { whose, draft, pin }: Change): Promise<void> => {
  const sealed = draft && await seal(draft, pin)
  const key = keyOf(whose, name)
  const kept = sealed && { account: whose, made: Date.now(), ...sealed }
  const database = await base()
  try {
    await (kept ? database.put('drafts', kept, key) : database.delete('drafts', key))
    dropSpare(key)
  } catch (error) {
    if (!kept) throw error
    putSpare(key, kept)
  }
  channel?.postMessage({ whose, name })
}

/** One after another, the newest of each; where there is no room at all the text lasts as long as the page. */
const write = (name: string, change: Change): void => {
  const waits = changes.has(name)
  changes.set(name, change)
  if (waits) return
  writing = writing.then(async () => {
    const newest = changes.get(name) ?? change
    changes.delete(name)
    await put(name, newest)
  }).catch(() => undefined)
}

if (channel) {
  // Sent or typed in another tab.
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isObject(data) || data['whose'] !== account || typeof data['name'] !== 'string') return
    const { name } = data
    void base().then(async database => {
      const kept = await database.get('drafts', keyOf(account ?? '', name))
      const draft = kept && await unseal(kept)
      if (draft) here.set(name, draft)
      else here.delete(name)
      tell()
    }).catch(() => undefined)
  }
}

export const drafts: Drafts = {
  recall: name => here.get(name)?.text,
  keep: (name, text, about) => {
    if (account === undefined || (text === undefined && !here.has(name))) return
    const draft = text === undefined ? undefined : { text, about }
    if (draft) here.set(name, draft)
    else here.delete(name)
    tell()
    write(name, { whose: account, draft, pin: openedNow() })
  },
}

/** Takes what was read out of memory; what rests on the phone stays. */
export const shutDrafts = (): void => {
  account = undefined
  openFor = undefined
  here.clear()
  tell()
}

const mode = (): KeptDraft['under'] => (openedNow() ? 'pin' : 'own')

/** Opens what somebody has begun here. Where it can't be opened, their pages do without. */
export const openDrafts = async (who: string): Promise<void> => {
  if (account !== who) shutDrafts()
  account = who
  await fillFrom(who).catch(() => undefined)
  if (account === who) openFor = who
  tell()
}

/** A PIN that was set or taken away since has all of it sealed anew. */
const fillFrom = async (who: string): Promise<void> => {
  const database = await base()
  const keys = new Set([...await database.getAllKeys('drafts'), ...spareKeys()])
  const kept = (await Promise.all([...keys].map(async key => ({ key, one: spare(key) ?? await database.get('drafts', key) })))).flatMap(({ key, one }) => (one?.account === who ? [{ name: key.slice(who.length + 1), one }] : []))
  const sealedSo = new Map<string, KeptDraft['under']>()
  for (const { name, one } of kept) {
    const draft = here.get(name) ?? await unseal(one)
    if (!draft || account !== who) continue
    here.set(name, draft)
    if (!spareKeys().includes(keyOf(who, name))) sealedSo.set(name, one.under)
  }
  for (const [name, draft] of here) if (sealedSo.get(name) !== mode()) write(name, { whose: who, draft, pin: openedNow() })
}

/** On signing out: nothing half said stays on a phone that others use. */
export const forgetDrafts = async (who: string): Promise<void> => {
  shutDrafts()
  await writing.catch(() => undefined)
  const database = await base()
  const own = (key: string): boolean => key.startsWith(`${who} `)
  spareKeys().filter(own).forEach(dropSpare)
  for (const key of (await database.getAllKeys('drafts')).filter(own)) await database.delete('drafts', key)
}
