/**
 * First letters of the pinyin of Chinese names, for searching without a signal: `dgc` finds 东沟村. From the order in which every browser sorts Chinese, which is
 * that of pinyin: no dictionary of a hundred kilobytes comes along. Characters with more than one reading have those that names bear added.
 */

/** The first character of each letter in the order of pinyin; no syllable begins with i, u or v. */
const firsts = '吖八嚓哒婀发旮哈丌咔垃妈拿噢趴七蚺仨他挖夕丫匝'
const letters = 'abcdefghjklmnopqrstwxyz'

const order = new Intl.Collator('zh-CN-u-co-pinyin')
/** Whether this browser sorts Chinese by pinyin at all. */
const sorts = order.compare('李', '王') < 0 && order.compare('王', '阿') > 0 && order.compare('郑', '周') < 0

const also: Readonly<Record<string, string>> = {
  藏: 'z', 重: 'c', 长: 'c', 行: 'h', 单: 's', 曾: 'z', 解: 'x', 仇: 'q', 查: 'z', 乐: 'y', 区: 'o', 翟: 'z', 沈: 's', 车: 'j', 会: 'k', 降: 'x', 参: 's', 传: 'z', 弹: 't', 调: 't',
  朝: 'z', 厦: 's', 石: 'd', 堡: 'b', 泊: 'p', 校: 'j', 圩: 'x', 折: 's', 系: 'j', 贾: 'j', 召: 's', 种: 'c', 盖: 'g', 缪: 'm', 尉: 'y', 覃: 'q', 卜: 'b', 洞: 't', 畜: 'x', 度: 'd', 扎: 'z',
}

const first = (point: string): string => {
  if (!sorts || !/\p{Script=Han}/u.test(point)) return point.toLowerCase()
  let at = -1
  while (at + 1 < firsts.length && order.compare(firsts.charAt(at + 1), point) <= 0) at += 1
  return letters.charAt(Math.max(at, 0))
}

const known = new Map<string, readonly string[]>()

/** The letters that a character may be typed as. */
const lettersOf = (point: string): readonly string[] => {
  const before = known.get(point)
  if (before) return before
  const found = [...new Set([first(point), ...also[point] ?? ''])]
  known.set(point, found)
  return found
}

/** Whether letters stand for the first sounds of characters in a row: `ldq` and 乐都区. */
const spells = (typed: string, name: string): boolean => {
  const points = Array.from(name).filter(point => !/[\s·]/.test(point))
  return points.some((_, start) => start + typed.length <= points.length && Array.from(typed).every((letter, at) => lettersOf(points[start + at] ?? '').includes(letter)))
}

/** What one looks in: words as they stand, and names, which are found by their first letters too. */
export type Searched = { readonly words: readonly string[]; readonly names: readonly string[] }

/** Whether everything that was typed, word by word, stands in one of the texts. Latin letters, two or more, also find names by their first sounds. */
export const finds = (typed: string, { words, names }: Searched): boolean => typed.toLowerCase().split(/\s+/).filter(word => word !== '').every(word =>
  [...names, ...words].some(text => text.toLowerCase().includes(word)) || (/^[a-z]{2,}$/.test(word) && names.some(name => spells(word, name))))
