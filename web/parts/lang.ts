import { useSyncExternalStore } from 'react'
import type { Words } from '../../kernel/words.ts'

/** The language of this reader: Chinese unless they chose English here before. Kept on the device. */
export type Lang = 'zh' | 'en'

const kept = 'shanzhi.lang'

const read = (): Lang => {
  try {
    return localStorage.getItem(kept) === 'en' ? 'en' : 'zh'
  } catch {
    // Some in-app browsers forbid storage; the switch then holds until the page is left.
    return 'zh'
  }
}

let current: Lang = read()
const listeners = new Set<() => void>()

const mark = (): void => {
  document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en'
}
mark()

export const currentLang = (): Lang => current

export const setLang = (lang: Lang): void => {
  current = lang
  try {
    localStorage.setItem(kept, lang)
  } catch {
    // As in `read`.
  }
  mark()
  for (const tell of listeners) tell()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Picks a declared label's language. */
export type Say = (label: Words) => string
/** Picks between two wordings that stand side by side in the code: `t('保存', 'Save')`. */
export type Pick = (zh: string, en: string) => string

/**
 * @example
 * const { t, say } = useLang()
 * <h1>{say(procedure.title)}</h1> <button>{t('保存', 'Save')}</button>
 */
export const useLang = (): { readonly lang: Lang; readonly t: Pick; readonly say: Say } => {
  const lang = useSyncExternalStore(subscribe, currentLang)
  return { lang, t: (zh, en) => (lang === 'zh' ? zh : en), say: label => label[lang] }
}
