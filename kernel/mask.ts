import { normalise } from './identifiers.ts'

/**
 * Masked forms: what a reader without clearance sees. Each shows a stated least and no more, is its own masked form (masking twice
 * changes nothing) and cuts by code point. What does not look like its kind is hidden whole.
 */
export type MaskKind = 'name' | 'phone' | 'idNumber' | 'bankCard' | 'address' | 'plate' | 'text' | 'hidden'

const compact = (value: string): string => normalise(value).normalize('NFKC').replace(/\s/g, '').toUpperCase()
const hidden = '****'

/** Compound surnames in common use; those that also read as a surname and a given name (梁丘, 乐正) are left out: less is shown. */
const compoundSurnames: ReadonlySet<string> = new Set((
  '欧阳 上官 司马 司徒 司空 诸葛 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 夏侯 东方 独孤 南宫 端木 轩辕 呼延 赫连 澹台 濮阳 申屠 闻人 万俟 钟离 鲜于 闾丘 拓跋 淳于 单于 太史 西门'
).split(' '))

/**
 * 王小明 → 王**, 欧阳修 → 欧阳*, 阿卜杜拉·买买提 → 阿**. Shows the first code point (a compound surname of a longer name: two) and
 * whether one or more follow; a name of one code point shows nothing.
 */
export const maskName = (value: string): string => {
  const points = Array.from(normalise(value).trim())
  if (points.length < 2) return points.length === 0 ? '' : '*'
  const compound = points.length > 2 && !points.includes('·') && compoundSurnames.has(points.slice(0, 2).join(''))
  const shown = compound ? 2 : 1
  return points.slice(0, shown).join('') + '*'.repeat(Math.min(2, points.length - shown))
}

/** 13812341234 → 138****1234; 0972-8612345 → 0972-****45: area code and last two digits. */
export const maskPhone = (value: string): string => {
  const number = compact(value).replace(/[()\u2010-\u2015\u2212]/g, '-')
  if (/^(?:1[3-9]\d\*{4}\d{4}|(?:0\d{2,3}-)?\*{4}\d{2})$/.test(number)) return number
  const mobile = /^(?:(?:\+|00)?86-?)?(1[3-9]\d)-?\d{4}-?(\d{4})$/.exec(number)
  if (mobile) return `${mobile[1] ?? ''}****${mobile[2] ?? ''}`
  const landline = /^-?(?:(?:\+|00)?86-?)?(?:(010|02\d|0[3-9]\d{2})-*)?[2-9]\d{4,5}(\d{2})(?:-\d{1,6})?$/.exec(number)
  return landline ? `${landline[1] === undefined ? '' : `${landline[1]}-`}****${landline[2] ?? ''}` : hidden
}

/**
 * 632121199001011234 → 63***************4: the province (here almost everyone's) and the check character. Neither birth date nor county,
 * nor the 17th digit, which tells the sex; the last four open accounts elsewhere. An old 15-digit number shows its province only.
 */
export const maskIdNumber = (value: string): string => {
  const number = compact(value)
  if (/^\d{2}(?:\*{15}[\dX]|\*{13})$/.test(number)) return number
  if (/^\d{17}[\dX]$/.test(number)) return number.slice(0, 2) + '*'.repeat(15) + number.slice(17)
  return /^\d{15}$/.test(number) ? number.slice(0, 2) + '*'.repeat(13) : hidden
}

/** A bank account or card number of 12 digits or more → ****1234, as banks print it. */
export const maskBankCard = (value: string): string => {
  const number = compact(value).replace(/-/g, '')
  return /^(?:\d{12,}|\*{4}\d{4})$/.test(number) ? `****${number.slice(-4)}` : hidden
}

/**
 * One level of an address: a name without numbers, streets or what ends a `lower` level, then one of `ends`. Where an end is given with
 * characters, it ends nothing behind them: 小区 is no district, 超市 no city. Without lookbehind, which Safari before 16.4 can't parse.
 */
const level = (lower: string, ...ends: readonly (string | readonly [end: string, notAfter: string])[]): string => {
  const point = (but = ''): string => String.raw`[^\p{N}\p{P}\p{S}\s路巷弄号楼栋幢室${lower}${but}]`
  const closings = ends.map(end => (typeof end === 'string' ? point() + end : point(end[1]) + end[0]))
  return `(?:${point()}{0,11}?(?:${closings.join('|')}))?`
}
const toVillage = new RegExp([
  '^', level('市区县镇乡村社', '省', '自治区'), level('区县镇乡村社', '市(?!场)', '自治州', '地区'),
  level('镇乡村社', ['区', '小园校厂景片'], '县', '旗', ['市(?!场)', '超门菜夜']), level('村社', '街道', '镇', '乡'), level('镇乡', '村', '社区', '居委会'),
].join(''), 'u')

/** 海东市乐都区碾伯镇大庄村3社128号 → 海东市乐都区碾伯镇大庄村***: down to the village at most, where the address names one; never a street or a number. */
export const maskAddress = (value: string): string => {
  const address = normalise(value).replace(/\s/g, '')
  const shown = toVillage.exec(address)?.[0] ?? ''
  return shown === address ? shown : `${shown}***`
}

/** 青B12345 → 青B****5: where it is registered and the last character; the length, which tells an electric car, is hidden. */
export const maskPlate = (value: string): string => {
  const plate = compact(value).replace(/[·•.-]/g, '')
  if (/^\p{sc=Han}[A-Z]\*{4}[A-Z\d\p{sc=Han}]$/u.test(plate)) return plate
  return /^\p{sc=Han}[A-Z][A-Z\d]{4,5}[A-Z\d\p{sc=Han}]$/u.test(plate) ? plate.replace(/^(..).*(.)$/u, '$1****$2') : hidden
}

const buckets = [10, 50, 200, 1000]
const bucketed = new Set([...buckets.map(most => `…(≤${most})`), '…(>1000)'])

/** Free text → …(≤50): only how long it is, in code points, as one of ≤10, ≤50, ≤200, ≤1000, >1000. Empty text stays empty. */
export const maskText = (value: string): string => {
  if (value === '' || bucketed.has(value)) return value
  const { length } = Array.from(value)
  const most = buckets.find(bucket => length <= bucket)
  return most === undefined ? '…(>1000)' : `…(≤${most})`
}

const masks = {
  name: maskName, phone: maskPhone, idNumber: maskIdNumber, bankCard: maskBankCard,
  address: maskAddress, plate: maskPlate, text: maskText, hidden: () => '***',
} satisfies Record<MaskKind, (value: string) => string>

/** The masked form of a value of a kind. */
export const mask = (kind: MaskKind, value: string): string => masks[kind](value)

const d = '[0-9\uFF10-\uFF19]'
const digit = new RegExp(d)
const hexDigit = /[0-9a-f]/
// Tried where they may begin, and there only (`y`): a lookbehind would say it shorter, but Safari before 16.4 can't parse one.
const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/uy
const telling = new RegExp([
  `(?<mobile>(?:(?:[+\uFF0B]|00)?86[- \u00A0]?)?[1\uFF11][3-9\uFF13-\uFF19]${d}[- \u00A0]?${d}{4}[- \u00A0]?${d}{4}(?!${d}))`,
  `(?<person>${d}{17}[Xx\uFF38\uFF58]|${d}{18}(?!${d})|${d}{15}(?!${d})|${d}{6}[- \u00A0]${d}{8}[- \u00A0]${d}{3}(?:[Xx\uFF38\uFF58]|${d}(?!${d})))`,
  `(?<card>${d}{16,}|${d}{4}(?:[- \u00A0]${d}{4}){3,}(?:[- \u00A0]${d}{1,4})?(?!${d}))`,
].join('|'), 'uy')
const beginning = /[0-9a-f\uFF10-\uFF19+\uFF0B]/g

/** What a pattern matches at a place and no further on; nothing right behind a character of `run`, for a run of digits is looked at from its first. */
const matchAt = (text: string, at: number, pattern: RegExp, run: RegExp): RegExpExecArray | undefined => {
  if (run.test(text.charAt(at - 1))) return undefined
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

const maskOf = ({ 0: found, groups: { mobile, person } = {} }: RegExpExecArray): string =>
  mobile !== undefined ? maskPhone(mobile) : person !== undefined ? maskIdNumber(person.replace(/-/g, '')) : maskBankCard(found)

const scrubOnce = (text: string): string => {
  let scrubbed = ''
  let done = 0
  beginning.lastIndex = 0
  for (let next = beginning.exec(text); next; next = beginning.exec(text)) {
    // An act's or a file's id is no number of anybody's.
    const own = matchAt(text, next.index, id, hexDigit)
    const number = own ? undefined : matchAt(text, next.index, telling, digit)
    const [found] = own ?? number ?? []
    if (found === undefined) continue
    scrubbed += text.slice(done, next.index) + (number ? maskOf(number) : found)
    done = next.index + found.length
    beginning.lastIndex = done
  }
  return scrubbed + text.slice(done)
}

/**
 * Free text for logs and notices, with mobile numbers, identity numbers and card-like runs (15 digits or more, also in groups) in their
 * masked forms; the text comes back normalised. A grid's code has 15 digits and is masked too: it cannot be told from an old identity
 * number. Not found: numbers written out in characters, landlines, names.
 */
export const scrub = (text: string): string => {
  let before = normalise(text)
  for (;;) {
    // Once more until nothing is found: a masked form may leave its last digits standing before further groups.
    const after = scrubOnce(before)
    if (after === before) return after
    before = after
  }
}
