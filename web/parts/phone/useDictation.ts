import { useEffect, useRef, useState } from 'react'
import { currentLang } from '../lang.ts'

/** What browsers that can hear have in common; the types of the platform leave it out. */
type Hearing = {
  lang: string
  continuous: boolean
  onresult: ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>>; readonly resultIndex: number }) => void) | null
  onend: (() => void) | null
  onerror: (() => void) | null
  start(): void
  stop(): void
}

type Maker = new () => Hearing

const maker = (): Maker | undefined => {
  const found: unknown = 'SpeechRecognition' in window ? window.SpeechRecognition : 'webkitSpeechRecognition' in window ? window.webkitSpeechRecognition : undefined
  return typeof found === 'function' ? found as Maker : undefined
}

/** Writes down what is said, where the browser can; `undefined` where it can't. The browser's own service hears it, not ours. */
export const useDictation = (heard: (text: string) => void): { readonly listening: boolean; readonly toggle: () => void } | undefined => {
  const [listening, setListening] = useState(false)
  const running = useRef<Hearing>(undefined)
  // Who listens for long says more than once: each time it is added to what stands there by then.
  const latest = useRef(heard)
  useEffect(() => { latest.current = heard })
  useEffect(() => () => running.current?.stop(), [])
  const Made = maker()
  if (!Made) return undefined
  const start = (): void => {
    const hearing = new Made()
    hearing.lang = currentLang() === 'zh' ? 'zh-CN' : 'en-GB'
    hearing.continuous = true
    hearing.onresult = ({ results, resultIndex }) => {
      latest.current(Array.from(results).slice(resultIndex).map(one => one[0]?.transcript ?? '').join(''))
    }
    hearing.onend = () => setListening(false)
    hearing.onerror = () => setListening(false)
    hearing.start()
    running.current = hearing
    setListening(true)
  }
  return { listening, toggle: listening ? () => running.current?.stop() : start }
}
