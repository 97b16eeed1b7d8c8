const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const
const scales: ReadonlyMap<string, number> = new Map([['十', 10], ['百', 100], ['千', 1000]])
const values: ReadonlyMap<string, number> = new Map([
  ...digits.map((digit, value) => [digit, value] as const), ['〇', 0], ['两', 2],
])

/** Characters a number may be written with in a heading: Chinese, half-width or full-width digits. For use in a character class. */
export const numeralCharacters = '零〇一二三四五六七八九十百千两0-9０-９'

/**
 * A whole number from 1 to 9999 as Chinese law writes it: 15 → 十五, 110 → 一百一十, 205 → 二百零五.
 * Throws outside that range.
 */
export const toChinese = (n: number): string => {
  if (!Number.isInteger(n) || n < 1 || n > 9999) throw new RangeError(`no Chinese numeral for ${n}`)
  const spoken = ['千', '百', '十', ''].map((scale, place) => {
    const digit = Math.floor(n / 10 ** (3 - place)) % 10
    return digit === 0 ? '零' : `${digits[digit]}${scale}`
  }).join('')
  return spoken.replace(/零+/g, '零').replace(/^零|零$/g, '').replace(/^一十/, '十')
}

/** The number a Chinese, half-width or full-width numeral stands for (1 to 9999), or `undefined` where it is none. */
export const fromNumeral = (text: string): number | undefined => {
  const western = text.replace(/[０-９]/g, c => String(c.charCodeAt(0) - 0xff10))
  if (/^\d{1,4}$/.test(western)) return Number(western) || undefined
  return fromChinese(text)
}

// Read leniently, then written again and compared: only the one right spelling counts, so 一二 or 十百 is no number.
const fromChinese = (text: string): number | undefined => {
  let sum = 0
  let digit = 0
  for (const character of text) {
    const scale = scales.get(character)
    const value = values.get(character)
    if (scale !== undefined) {
      sum += (digit || 1) * scale
      digit = 0
    } else if (value !== undefined) digit = value
    else return undefined
  }
  const n = sum + digit
  const plain = text.replace('〇', '零').replace('两', '二').replace(/^一十/, '十')
  return n >= 1 && n <= 9999 && toChinese(n) === plain ? n : undefined
}
