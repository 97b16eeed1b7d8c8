import { timingSafeEqual } from 'node:crypto'

/** Whether a code was typed right, whatever its case and the spaces in it: the same time for a right one and a wrong one. */
export const isCode = (typed: string, right: string): boolean => {
  const given = typed.replace(/\s/g, '').toUpperCase()
  const [a, b] = [Buffer.alloc(16), Buffer.alloc(16)]
  a.write(given)
  b.write(right)
  return timingSafeEqual(a, b) && given.length === right.length
}
