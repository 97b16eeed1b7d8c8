import { Type } from 'typebox'
import { legalDay } from '../../../kernel/calendar.ts'
import { levels } from '../../../kernel/region.ts'
import { words } from '../../../kernel/words.ts'
import { placeInEnglish } from '../../../registers/region-name.ts'
import { isInBox } from '../in-box.ts'
import { slice, type Collection, type Feature, type Known } from '../collection.ts'

type Row = { readonly code: string; readonly name: string; readonly level: string; readonly parent: string | null; readonly kind: string; readonly since: string; readonly until: string | null }

const columns = 'code, name, level, parent, kind, since::text as since, until::text as until'

const feature = (known: Known) => ({ code, name, level, parent, kind, since, until }: Row): Feature => ({
  id: code, geometry: known.grids.shape(code)?.shape ?? null,
  properties: { code, name, name_en: placeInEnglish(name), path: known.directory.path(code).join('/'), level, kind, parent, since, until },
})

/** City, counties, townships, villages, communities and grids, with the days on which they stood, and the area of those whose area is known. */
export const regions: Collection = {
  id: 'regions',
  title: words('区划', 'Regions'),
  description: words('市、县（区）、乡镇（街道）、村（社区）、网格，含起止日期；已知边界的附现行边界', 'City, counties, townships, villages, communities and grids with the days on which they stood; the present area of those whose area is known'),
  parameters: {
    level: { zh: '层级', en: 'Level', schema: Type.Unsafe<string>({ type: 'string', enum: Object.keys(levels) }) },
    parent: { zh: '上级区划代码', en: 'Code of the region above', schema: Type.String({ pattern: '^[0-9]{4,12}$' }) },
  },
  page: async (tx, { limit, after, bbox, during, where }, known) => {
    const values: unknown[] = []
    const $ = (value: unknown): string => `$${values.push(value)}`
    const conditions = [
      'true',
      ...(where['level'] === undefined ? [] : [`level = ${$(where['level'])}`]), ...(where['parent'] === undefined ? [] : [`parent = ${$(where['parent'])}`]),
      ...(during?.to ? [`since <= ${$(legalDay(during.to))}::date`] : []), ...(during?.from ? [`(until is null or until > ${$(legalDay(during.from))}::date)`] : []),
      ...(bbox ? [`code = any(${$(`{${known.grids.inside('').filter(one => isInBox(one.shape, one.box, bbox)).map(one => one.code).join(',')}}`)}::text[])`] : []),
      ...(after ? [`code > ${$(after.id)}`] : []),
    ]
    const rows = await tx.query<Row>(`select ${columns} from region where ${conditions.join(' and ')} order by code limit ${limit + 1}`, values)
    return slice(rows, limit, feature(known), ({ code }) => ({ at: '', id: code }))
  },
  one: async (tx, id, known) => (await tx.query<Row>(`select ${columns} from region where code = $1`, [id])).map(feature(known))[0],
}
