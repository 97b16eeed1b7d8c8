import { legalDay } from '../../kernel/calendar.ts'
import { isObject } from '../../kernel/words.ts'
import type { Loader } from '../../store/house.ts'
import type { LiveDirectory } from '../live-directory.ts'
import { pointIn84 } from './datum.ts'
import { gridFigures } from './ground.ts'

/** The grids a point lies in or near the border of, the nearest first. Asked for with `{ point, at }`; nothing where no point was given. */
export const locatedLoader = (live: LiveDirectory): Loader => async (tx, { point, at }): Promise<readonly string[] | undefined> => {
  if (!isObject(point) || typeof point['lon'] !== 'number' || typeof point['lat'] !== 'number' || live.grids.locator.size === 0) return undefined
  const { border } = await gridFigures(tx, legalDay(new Date(typeof at === 'string' ? at : 0)))
  return live.grids.locator.near(pointIn84([point['lon'], point['lat']], point['datum'] === 'gcj02' ? 'gcj02' : 'wgs84'), border).slice(0, 6).map(one => one.code)
}
