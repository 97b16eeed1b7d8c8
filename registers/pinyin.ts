import { pinyin } from 'pinyin-pro'

/** Characters that read otherwise in the names of these valleys than a dictionary expects: 乐都, 甘都; 阿什努; 巴藏沟, 却藏寺. */
const local: ReadonlyMap<string, string> = new Map([['都', 'du'], ['什', 'shi'], ['藏', 'zang']])

/** Syllables without tones, lower case, ü as v; what is not Han stays as it is. With `surname`, a family name reads as one: 单 is shan, not dan. */
const syllablesOf = (name: string, surname = false): readonly string[] => {
  const read = pinyin(name, { toneType: 'none', type: 'array', v: true, ...(surname && { surname: 'head' }) })
  const points = Array.from(name)
  return read.length === points.length ? read.map((syllable, i) => local.get(points[i] ?? '') ?? syllable) : read
}

/** The key by which a place is sorted, in byte order: `le du qu`. */
export const placeKey = (name: string): string => syllablesOf(name).join(' ').toLowerCase()

/** The key by which a person is sorted; the · of a long name reads as a space. */
export const personKey = (name: string): string =>
  syllablesOf(name, true).filter(syllable => /[^\s·]/.test(syllable)).join(' ').toLowerCase()

const readings = new Map<string, readonly string[]>()

/** Every reading of a character: 都 is du and dou, and whoever searches may type either. */
const readingsOf = (character: string): readonly string[] => {
  const known = readings.get(character)
  if (known !== undefined) return known
  const found = [...new Set(pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true }).map(one => one.toLowerCase()))]
  readings.set(character, found)
  return found
}

const matchesFrom = (points: readonly string[], at: number, typed: string): boolean => {
  if (typed === '') return true
  const point = points[at]
  if (point === undefined) return false
  return readingsOf(point).some(reading =>
    reading.startsWith(typed)
    || (typed.startsWith(reading) && matchesFrom(points, at + 1, typed.slice(reading.length)))
    || (typed.startsWith(reading.charAt(0)) && matchesFrom(points, at + 1, typed.slice(1))))
}

/**
 * Whether latin letters spell a part of a name: whole syllables, first letters, or both mixed (`ledu`, `ld`, `leduq`), by any reading of each
 * character. Returns where in the name, in code points; `undefined` where nowhere.
 */
export const spells = (typed: string, name: string): number | undefined => {
  const letters = typed.toLowerCase().replace(/[\s'’]/g, '').replaceAll('ü', 'v')
  if (!/^[a-z]+$/.test(letters)) return undefined
  const points = Array.from(name)
  const at = points.findIndex((_, start) => matchesFrom(points, start, letters))
  return at === -1 ? undefined : at
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Syllables as one word, with ' before one that begins with a vowel: `Ping'an`. */
export const oneWord = (name: string): string =>
  capital(syllablesOf(name).map((syllable, i) => (i > 0 && /^[aeo]/.test(syllable) ? `'${syllable}` : syllable)).join('').replaceAll('v', 'ü'))
