import { Type } from 'typebox'
import { legalDay } from '../../../kernel/calendar.ts'
import { levels } from '../../../kernel/region.ts'
import { words } from '../../../kernel/words.ts'
import { placeInEnglish } from '../../../registers/region-name.ts'
import type { Names } from '../../views/place.ts'
import { slice, type Collection, type Feature } from '../collection.ts'

type Row = { readonly code: string; readonly name: string; readonly level: string; readonly parent: string | null; readonly kind: string; readonly since: string; readonly until: string | null }

const columns = 'code, name, level, parent, kind, since::text as since, until::text as until'

const feature = (names: Names) => ({ code, name, level, parent, kind, since, until }: Row): Feature => ({
  id: code, geometry: null,
  properties: { code, name, name_en: placeInEnglish(name), path: names.directory.path(code).join('/'), level, kind, parent, since, until },
})

/** City, counties, townships, villages and communities, with the days on which they stood. Their outlines are not in the register. */
export const regions: Collection = {
  id: 'regions',
  title: words('区划', 'Regions'),
  description: words('市、县（区）、乡镇（街道）、村（社区），含起止日期；名册不含边界', 'City, counties, townships, villages and communities with the days on which they stood; the register holds no outlines'),
  parameters: {
    level: { zh: '层级', en: 'Level', schema: Type.Unsafe<string>({ type: 'string', enum: Object.keys(levels) }) },
    parent: { zh: '上级区划代码', en: 'Code of the region above', schema: Type.String({ pattern: '^[0-9]{4,12}$' }) },
  },
  page: async (tx, { limit, after, bbox, during, where }, names) => {
    if (bbox) return { features: [] }
    const values: unknown[] = []
    const $ = (value: unknown): string => `$${values.push(value)}`
    const conditions = [
      'true',
      ...(where['level'] === undefined ? [] : [`level = ${$(where['level'])}`]), ...(where['parent'] === undefined ? [] : [`parent = ${$(where['parent'])}`]),
      ...(during?.to ? [`since <= ${$(legalDay(during.to))}::date`] : []), ...(during?.from ? [`(until is null or until > ${$(legalDay(during.from))}::date)`] : []),
      ...(after ? [`code > ${$(after.id)}`] : []),
    ]
    const rows = await tx.query<Row>(`select ${columns} from region where ${conditions.join(' and ')} order by code limit ${limit + 1}`, values)
    return slice(rows, limit, feature(names), ({ code }) => ({ at: '', id: code }))
  },
  one: async (tx, id, names) => (await tx.query<Row>(`select ${columns} from region where code = $1`, [id])).map(feature(names))[0],
}
