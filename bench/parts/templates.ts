import { randomFor } from '../../registers/demo/random.ts'
import { shippedDirectory } from '../../registers/reference.ts'
import { loadLives, type Life } from '../../store/bulk.ts'
import type { House } from '../../store/house.ts'
import { inventLife } from './lives.ts'
import { say } from './say.ts'
import type { Cast } from './world.ts'

const batch = 500

/** Of how many templates one stands open: enough that every town's queue holds many kinds. */
const openIn = 3

/**
 * Lives `n` of them, spread over all villages, decided by the declaration and loaded with their entries, seals and clocks:
 * the templates that copies are made of. Returns how many were loaded.
 */
export const loadTemplates = async (house: House, casts: readonly Cast[], n: number, until: Date): Promise<number> => {
  const directory = shippedDirectory()
  const lives: Life[] = []
  for (let i = 0; lives.length < n && i < n * 2; i += 1) {
    const cast = casts[i % casts.length]
    const life = cast && inventLife(randomFor(7, 'life', i), cast, directory, until, i % openIn === 0 ? 'open' : 'ended')
    if (life) lives.push(life)
  }
  let loaded = 0
  for (let at = 0; at < lives.length; at += batch) {
    loaded += (await loadLives(house, lives.slice(at, at + batch), until)).matters
    if (loaded % (batch * 10) === 0) say(`模板 real lives ${loaded} / ${lives.length}`)
  }
  return loaded
}
