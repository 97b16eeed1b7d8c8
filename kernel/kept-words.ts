import { words, type Words } from './words.ts'

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/**
 * Words made on the spot (by which rule a matter was dispatched) as the one text that a `told` fact keeps of them: Chinese on the first line,
 * English on the second.
 *
 * @example keepWords({ zh: '按规则', en: 'By rule' }) // '按规则\nBy rule'
 */
export const keepWords = ({ zh, en }: Words): string => `${inOneLine(zh)}\n${inOneLine(en)}`

/** The words of a text kept by `keepWords`; one kept before there was English stands for both. */
export const keptWords = (text: string): Words => {
  const [zh = '', en = zh] = text.split('\n')
  return words(zh, en)
}
