import { useEffect, useState } from 'react'
import { currentLang } from '../lang.ts'

const engine = (): SpeechSynthesis | undefined => ('speechSynthesis' in window ? window.speechSynthesis : undefined)

/** Long utterances break off in Chromium after some fifteen seconds; sentences do not. */
const sentences = (text: string): readonly string[] => text.match(/[^。！？；\n]+[。！？；]?/g) ?? []

/** Reads aloud where the browser can; `undefined` where it can't. */
export const useSpeech = (text: string): { readonly speaking: boolean; readonly toggle: () => void } | undefined => {
  const [speaking, setSpeaking] = useState(false)
  useEffect(() => () => engine()?.cancel(), [text])
  const voice = engine()
  if (voice === undefined) return undefined
  const stop = (): void => {
    voice.cancel()
    setSpeaking(false)
  }
  const start = (): void => {
    voice.cancel()
    const parts = sentences(text)
    parts.forEach((part, at) => {
      const said = new SpeechSynthesisUtterance(part)
      said.lang = currentLang() === 'zh' ? 'zh-CN' : 'en-GB'
      said.rate = 0.9
      if (at === parts.length - 1) said.onend = () => setSpeaking(false)
      said.onerror = () => setSpeaking(false)
      voice.speak(said)
    })
    setSpeaking(parts.length > 0)
  }
  return { speaking, toggle: speaking ? stop : start }
}
