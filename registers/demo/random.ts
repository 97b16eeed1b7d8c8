/** A stream of invented choices: the same seed and keys give the same stream for ever, on every machine. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number, both ends included. */
  whole(min: number, max: number): number
  chance(p: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of a list of pairs, by weight. */
  weighted<T>(list: readonly (readonly [value: T, weight: number])[]): T
  /** Some of a list, each once, in the order drawn. */
  some<T>(list: readonly T[], n: number): readonly T[]
  /** A UUID of version 8 (its bits are the generator's own), so that an invented id is known by sight. */
  uuid(): string
}

// cyrb128, then sfc32: small, public-domain generators, good enough for inventing and for nothing else.
const hash = (text: string): [number, number, number, number] => {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i)
    a = b ^ Math.imul(a ^ k, 597399067)
    b = c ^ Math.imul(b ^ k, 2869860233)
    c = d ^ Math.imul(c ^ k, 951274213)
    d = a ^ Math.imul(d ^ k, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  return [a, b, c, d]
}

const wordsFrom = (key: string): (() => number) => {
  let [a, b, c, d] = hash(key)
  const word = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < 12; i++) word()
  return word
}

/** The stream for a seed and keys, such as a village's code: one village stays the same however many others are made. */
export const randomFor = (seed: number, ...keys: readonly (string | number)[]): Random => {
  const word = wordsFrom([seed, ...keys].join('/'))
  const next = (): number => word() / 4294967296
  const whole = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  const at = <T>(list: readonly T[], i: number): T => {
    if (list.length === 0) throw new RangeError('nothing to pick from')
    return list[i] as T
  }
  const hex = (): string => word().toString(16).padStart(8, '0')
  return {
    next,
    whole,
    chance: p => next() < p,
    pick: list => at(list, whole(0, list.length - 1)),
    weighted: list => {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      const found = list.find(([, weight]) => (left -= weight) < 0)
      return (found ?? at(list, list.length - 1))[0]
    },
    some: (list, n) => {
      const rest = [...list]
      return Array.from({ length: Math.min(n, rest.length) }, () => rest.splice(whole(0, rest.length - 1), 1)).flat()
    },
    uuid: () => {
      const [a, b, c, d] = [hex(), hex(), hex(), hex()]
      return `${a}-${b.slice(0, 4)}-8${b.slice(5)}-${'89ab'.charAt(whole(0, 3))}${c.slice(1, 4)}-${c.slice(4)}${d}`
    },
  }
}
