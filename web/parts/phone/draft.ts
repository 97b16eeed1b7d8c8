import { useCallback, useContext, useState } from 'react'
import { isObject, type Words } from '../../../kernel/words.ts'
import { DraftsContext, type Drafts } from '../drafts.ts'
import { actId } from './act-id.ts'
import { forget, recall, remember } from './shelf.ts'

/** What was typed and not yet sent, with the one act id it will be sent under however often it is tapped. */
export type Draft<T> = { readonly act: string; readonly saved: string; readonly values: T }

const shelf = 'shanzhi.draft.'

const stored = <T extends object>({ recall: read }: Drafts, key: string, blank: () => T): Draft<T> | undefined => {
  try {
    const found: unknown = JSON.parse(read(key) ?? 'null')
    if (!isObject(found) || typeof found['act'] !== 'string' || typeof found['saved'] !== 'string' || !isObject(found['values'])) return undefined
    return { act: found['act'], saved: found['saved'], values: { ...blank(), ...found['values'] } }
  } catch {
    return undefined
  }
}

const onPhone: Drafts = { recall, keep: (key, text) => { if (text === undefined) forget(key); else remember(key, text) } }

/** On signing out: a shared phone keeps nobody's words. */
export const forgetDrafts = (): void => forget(shelf)

/**
 * A form that survives a reload, a lost signal and a sign-in on the way. Refusals are not stored by the server, so the
 * act id stays until the act is done; `renew` makes it another act, where the first got through and its answer was lost. `blank` makes an empty form and must keep its identity between renders, as must `about`: what it is called where it is told of.
 */
export const useDraft = <T extends object>(name: string, blank: () => T, about?: Words) => {
  const drafts = useContext(DraftsContext) ?? onPhone
  const key = shelf + name
  const [draft, setDraft] = useState<Draft<T>>(() => stored(drafts, key, blank) ?? { act: actId(), saved: '', values: blank() })
  const change = useCallback((more: Partial<T> | ((before: T) => Partial<T>)) => {
    setDraft(before => {
      const values = { ...before.values, ...(typeof more === 'function' ? more(before.values) : more) }
      const after = { ...before, saved: new Date().toISOString(), values }
      drafts.keep(key, JSON.stringify(after), about)
      return after
    })
  }, [drafts, key, about])
  const drop = useCallback(() => {
    drafts.keep(key, undefined, about)
    setDraft({ act: actId(), saved: '', values: blank() })
  }, [drafts, key, blank, about])
  const renew = useCallback(() => {
    setDraft(before => {
      const after = { ...before, act: actId() }
      drafts.keep(key, JSON.stringify(after), about)
      return after
    })
  }, [drafts, key, about])
  return { ...draft, change, drop, renew }
}
