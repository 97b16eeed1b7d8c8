import { oneWord } from './pinyin.ts'
import type { UnitKind } from './unit.ts'

/** How the list may write a village or community, longest first; what stands before is its own name. */
const styles = [
  ['社区居民委员会', '社区'], ['社区居委会', '社区'], ['村民委员会', '村'], ['居民委员会', '社区'], ['村委会', '村'], ['居委会', '社区'], ['社区', '社区'],
] as const

const cut = (listed: string): readonly [own: string, suffix: string] => {
  const style = styles.find(([ending]) => listed.endsWith(ending))
  return style ? [listed.slice(0, -style[0].length), style[1]] : [listed, '']
}

const once = (own: string, suffix: string): string => (own.endsWith(suffix) ? own : own + suffix)

/** The place's plain name whatever style the list writes it in: 东关村委会 and 东关村民委员会 are 东关村, 怡春居委会 is 怡春社区. */
export const plainName = (listed: string, kind: UnitKind): string =>
  kind === 'village' || kind === 'residents' ? once(...cut(listed)) : listed

/**
 * The full name of a place's committee from the name as listed: 东关村民委员会, 新村村民委员会 (the village is 新村), 怡春居民委员会,
 * 朝阳山社区居民委员会.
 */
export const committeeName = (listed: string, kind: UnitKind): string => {
  const [own] = cut(listed)
  if (kind === 'village') return `${own}村民委员会`
  return `${own}${/社区(居委会|居民委员会)?$/.test(listed) ? '社区' : ''}居民委员会`
}

/** Endings of place names, longest first, and what English puts in their stead. */
const endings = [
  ['回族土族自治县', ' Hui and Tu Autonomous County'], ['土族自治县', ' Tu Autonomous County'], ['回族自治县', ' Hui Autonomous County'],
  ['撒拉族自治县', ' Salar Autonomous County'], ['藏族乡', ' Tibetan Township'], ['街道', ' Subdistrict'], ['社区', ' Community'],
  ['市', ' City'], ['区', ' District'], ['县', ' County'], ['镇', ' Town'], ['乡', ' Township'], ['村', ' Village'], ['网格', ' Grid'],
] as const

/** Zones are named in words, not by reading. */
const zones: Readonly<Record<string, string>> = {
  海东工业园区乐都工业园: 'Ledu Industrial Park',
  曹家堡临空综合经济园平安园区: "Caojiabao Airport Economic Zone, Ping'an Park",
  曹家堡临空综合经济园平安园区虚拟社区: "Caojiabao Airport Economic Zone, Ping'an Park Area",
  曹家堡临空综合经济园互助园区: 'Caojiabao Airport Economic Zone, Huzhu Park',
  曹家堡临空综合经济园互助园区虚拟社区: 'Caojiabao Airport Economic Zone, Huzhu Park Area',
  类似居委会西区: 'West Area',
  类似居委会北区: 'North Area',
}

const digits = '零一二三四五六七八九'

/** A number below a hundred as Chinese writes it, or in figures: 三十四 is 34. */
const numberIn = (text: string): number | undefined => {
  if (/^\d{1,3}$/.test(text)) return Number(text)
  const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!found || text === '' || (found[2] === undefined && text.length > 1)) return undefined
  const [, tens, ten, ones] = found
  return ten === undefined ? digits.indexOf(text) : digits.indexOf(tens ?? '一') * 10 + (ones === undefined ? 0 : digits.indexOf(ones))
}

/** The place in English by its reading: 平安区 is Ping'an District; a numbered grid by its number: 第二网格 is Grid 2. */
export const placeInEnglish = (plain: string): string => {
  const zone = zones[plain]
  if (zone !== undefined) return zone
  const number = numberIn(/^第(.+)网格$/.exec(plain)?.[1] ?? '')
  if (number !== undefined) return `Grid ${number}`
  const found = endings.find(([zh]) => plain.endsWith(zh) && plain.length > zh.length)
  return found ? `${oneWord(plain.slice(0, -found[0].length))}${found[1]}` : oneWord(plain)
}
