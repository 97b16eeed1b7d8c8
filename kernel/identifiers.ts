import { words, type Words } from './words.ts'

/** Checks of what people and bodies are known by. The value comes back in its one normal form; a refusal says what is wrong. */
export type CheckedText = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly why: Words }

const good = (value: string): CheckedText => ({ ok: true, value })
const bad = (zh: string, en: string): CheckedText => ({ ok: false, why: words(zh, en) })

/** Direction marks and overrides, zero-width marks, soft hyphens, tags: they hide or reorder what is read. */
const invisible =
  /[\u{AD}\u{34F}\u{61C}\u{115F}\u{1160}\u{17B4}\u{17B5}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{206F}\u{3164}\u{FEFF}\u{FFA0}\u{FFF9}-\u{FFFB}\u{E0000}-\u{E007F}]/gu
/** Control characters but tab and line feed (PostgreSQL refuses U+0000). */
const control = /[\0-\x08\v\f\x0E-\x1F\x7F-\x9F]/g
/** Joiners do work only inside scripts that join (Arabic, Mongolian, Indic) and between emoji. */
const joiners = /([\p{sc=Arab}\p{sc=Mong}\p{sc=Tibt}\p{sc=Deva}\p{Extended_Pictographic}\p{Emoji_Modifier}\u{FE0F}][\u200C\u200D](?=[\p{sc=Arab}\p{sc=Mong}\p{sc=Tibt}\p{sc=Deva}\p{Extended_Pictographic}]))|[\u200C\u200D]/gu

/** What most texts are made of stands as it is; a table of thousands of cells is checked in a fraction of the time (bench/results/lists.md). */
const plain = /^[\n\x20-\x7E\u3001\u3002\u4E00-\u9FFF\uFF01-\uFF5E]*$/

/**
 * Text as it is kept: NFC, line ends as \n, without control characters, direction overrides and zero-width marks (joiners stay where a script
 * needs them); half of a surrogate pair becomes U+FFFD. Spaces stay; variation selectors stay, for rare characters need them.
 */
export const normalise = (text: string): string => (plain.test(text) ? text
  : text.replace(/\r\n?|[\u2028\u2029\x85]/g, '\n')
    .replace(/\p{Cs}/gu, '\uFFFD').replace(control, '').replace(invisible, '').replace(joiners, '$1')
    .normalize('NFC'))

/** Latin letters and digits as typed on any keyboard: half width, upper case, no spaces. */
const compact = (text: string): string => normalise(text).normalize('NFKC').replace(/\s/g, '').toUpperCase()

const isDate = (text: string): boolean => {
  const [year, month, day] = [+text.slice(0, 4), +text.slice(4, 6), +text.slice(6)]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1800 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const checkOfId = (digits: string): string => {
  let sum = 0
  // ISO 7064 MOD 11-2: the weight of a digit is 2 to the power of its place from the right, here carried along.
  for (const digit of digits) sum = ((sum + +digit) * 2) % 11
  return '0123456789X'.charAt((12 - sum) % 11)
}

/**
 * An 18-digit resident identity number (GB 11643): real date, check character by ISO 7064 MOD 11-2. No table of regions: Haidong's
 * own code changed in 2013 and older residents hold the old one. Whether the birth date lies in the future is the caller's to ask.
 */
export const checkIdNumber = (text: string): CheckedText => {
  const number = compact(text)
  if (!/^\d{17}[\dX]$/.test(number)) return bad('身份证号应为 18 位', 'an identity number has 18 digits (the last may be X)')
  if (!isDate(number.slice(6, 14))) return bad('身份证号中的出生日期不存在', 'the birth date in the identity number does not exist')
  if (checkOfId(number.slice(0, 17)) !== number.charAt(17)) return bad('身份证号校验位不符,请核对', 'the identity number has a wrong digit; check it')
  return good(number)
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** An 18-character unified social credit code of a body (GB 32100): alphabet without I, O, S, V, Z; check = (31 − Σ mod 31) mod 31. */
export const checkCreditCode = (text: string): CheckedText => {
  const code = compact(text)
  if (!/^[\dA-HJ-NP-RTUWXY]{2}\d{6}[\dA-HJ-NP-RTUWXY]{10}$/.test(code)) {
    return bad('统一社会信用代码应为 18 位数字或大写字母(不含 I、O、S、V、Z)', 'a credit code has 18 digits or letters, without I, O, S, V, Z')
  }
  const sum = creditWeights.reduce((total, weight, place) => total + weight * creditAlphabet.indexOf(code.charAt(place)), 0)
  if (creditAlphabet.charAt((31 - (sum % 31)) % 31) !== code.charAt(17)) return bad('统一社会信用代码校验位不符,请核对', 'the credit code has a wrong character; check it')
  return good(code)
}

/** A mainland mobile number; +86, 0086, spaces, hyphens and brackets are tolerated. The value is its 11 digits. */
export const checkMobile = (text: string): CheckedText => {
  const number = compact(text).replace(/[-()\u2010-\u2015\u2212]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(number) ? good(number) : bad('手机号应为 11 位大陆号码', 'a mobile number has 11 digits (mainland China)')
}

const dots = /[\u2022\u2027\u2219\u22C5\u30FB\uFF65\u318D\u16EB\u2E31\u2E33]/g
const han = String.raw`\p{sc=Han}\u{20000}-\u{3FFFD}`
/** Planes 2 and 3 whole, so that characters newer than this machine's Unicode pass; 〇 is a number to Unicode; ་ is Tibetan's own mark. */
const namePart = String.raw`[\p{L}\p{M}〇\u{20000}-\u{3FFFD}\u{F0B}\u{F0C}\u{180E}\u{200C}\u{200D}]+`
const personName = new RegExp(`^(?=.*[\\p{L}〇\\u{20000}-\\u{3FFFD}])${namePart}(?:(?:[ ·'’-]|\\. ?)${namePart})*\\.?$`, 'u')
const dotBetweenHan = new RegExp(`([${han}]) ?[.\\uFF0E] ?(?=[${han}])`, 'gu')
const spaceBetweenHan = new RegExp(`([${han}]) (?=[${han}])`, 'gu')

/**
 * A person's name: 1 to 50 code points, letters of any script, rare characters of every plane; · between parts in its one form (U+00B7), no
 * spaces between Han characters. Refuses digits, symbols and private-use characters (which no other machine can read).
 */
export const checkPersonName = (text: string): CheckedText => {
  const name = normalise(text).replace(/\s+/g, ' ').trim().replace(dotBetweenHan, '$1·').replace(dots, '·')
    .replace(/ ?·(?: ?·)* ?/g, '·').replace(spaceBetweenHan, '$1')
  const { length } = Array.from(name)
  if (length === 0) return bad('请填写姓名', 'is empty')
  if (length > 50) return bad('姓名最多 50 个字', 'a name has at most 50 characters')
  if (/\p{N}/u.test(name.replaceAll('〇', ''))) return bad('姓名不能含数字', 'a name has no digits')
  if (/\p{Co}/u.test(name)) return bad('姓名中有自造字,请改用国家标准编码的字', 'a name cannot hold private-use characters; use the standard character')
  return personName.test(name) ? good(name) : bad('姓名只能含文字和间隔号“·”', 'a name holds letters and · only')
}
