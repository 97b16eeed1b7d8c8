import { Type } from 'typebox'
import { legalDay } from '../../../kernel/calendar.ts'
import { words } from '../../../kernel/words.ts'
import type { RegionShape } from '../../../registers/grids/shapes.ts'
import { isInBox } from '../in-box.ts'
import { slice, type Collection, type Feature, type Known } from '../collection.ts'

const isGrid = ({ code }: RegionShape): boolean => code.length === 15

const feature = ({ directory }: Known) => ({ code, shape, schematic, since }: RegionShape): Feature => ({
  id: code, geometry: shape,
  properties: { code, name: directory.region(code)?.name ?? code, village: code.slice(0, 12), path: directory.path(code).join('/'), since, schematic },
})

/** Grids in force by their areas (Art. 21.2): whose grid worker do I ask? Who lives in one is not told. */
export const grids: Collection = {
  id: 'grids',
  title: words('网格', 'Grids'),
  description: words('现行网格及其边界；schematic 为示意，未经测绘；datetime 指边界起用日期', 'Grids in force with their areas; schematic ones were not surveyed; datetime is since when the area stands'),
  parameters: {
    region: { zh: '区划代码，含下级', en: 'Code of a region, with all below it', schema: Type.String({ pattern: '^[0-9]{4,12}$' }) },
  },
  page: (_, { limit, after, bbox, during, where }, known) => {
    const found = known.grids.inside(where['region'] ?? '').filter(one => isGrid(one) && (after === undefined || one.code > after.id)
      && (!during?.to || one.since <= legalDay(during.to)) && (!bbox || isInBox(one.shape, one.box, bbox)))
    return Promise.resolve(slice(found.slice(0, limit + 1), limit, feature(known), ({ code }) => ({ at: '', id: code })))
  },
  one: (_, id, known) => {
    const found = known.grids.shape(id)
    return Promise.resolve(found && isGrid(found) ? feature(known)(found) : undefined)
  },
}
