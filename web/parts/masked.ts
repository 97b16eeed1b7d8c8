import type { Words } from '../../kernel/words.ts'

/** Free text comes masked as `…(≤50)`: only how long it is. Said in words; `undefined` for text that is no such mask. */
export const maskedText = (value: string): Words | undefined => {
  const found = /^…\((≤|>)(\d+)\)$/.exec(value)
  if (!found) return undefined
  const [, sign, length = ''] = found
  return sign === '≤'
    ? { zh: `内容不公开（${length} 字以内）`, en: `Text not shown (up to ${length} characters)` }
    : { zh: `内容不公开（超过 ${length} 字）`, en: `Text not shown (over ${length} characters)` }
}

/** The title of a matter as its reader may see it. */
export const titleWords = (title: string): Words =>
  title === '' ? { zh: '（无标题）', en: '(no title)' } : maskedText(title) ?? { zh: title, en: title }
