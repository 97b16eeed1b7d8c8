import { Type } from 'typebox'
import { words } from '../../../kernel/words.ts'
import { isUuid } from '../../../kernel/facts.ts'
import { procedures } from '../../../procedures/index.ts'
import { areaOf, placesIn, publicAreas, type Areas } from '../areas.ts'
import { slice, type Collection, type Feature, type Known } from '../collection.ts'

type Row = {
  readonly id: string; readonly number: string; readonly procedure: string; readonly version: string; readonly region: string; readonly stage: string; readonly title: string
  readonly opened: Date; readonly updated: Date; readonly due: Date | null; readonly key: string
}

// A grid may be a dozen houses: no further down than the village.
const columns = `id, number, procedure, version::text as version, left(region, 12) as region, stage, title, opened, updated, nullif(due, 'infinity') as due, opened::text as key`

/** Its title where the fact it begins with is public itself; else what kind of matter it is. */
const feature = ({ directory }: Known, areas: Areas) => (row: Row): Feature => {
  const declared = procedures.find(one => one.name === row.procedure && one.since === row.version)
  const stage = declared?.stages[row.stage]
  return {
    id: row.id, geometry: areaOf(areas, row.region),
    properties: {
      number: row.number, procedure: row.procedure, kind: declared?.title.zh ?? row.procedure, kind_en: declared?.title.en ?? row.procedure,
      title: declared?.facts[declared.heading]?.class === 'public' ? row.title : declared?.title.zh ?? '',
      stage: row.stage, stage_zh: stage?.zh ?? row.stage, stage_en: stage?.en ?? row.stage, region: row.region, path: directory.path(row.region).join('/'),
      opened: row.opened.toISOString(), updated: row.updated.toISOString(), due: row.due?.toISOString() ?? null,
    },
  }
}

/** Matters that their procedure declares published at the stage where they stand: lists, orders, commissions, notices of criticism. */
export const matters: Collection = {
  id: 'matters',
  title: words('公开事项', 'Published matters'),
  description: words('依程序公开的事项：清单、应急决定、委托、通报批评等，位置为所在村（社区）或上级区划的范围；datetime 指立项时间', 'Matters that their procedure publishes: lists, emergency orders, commissions, criticisms, placed by the area of their village or of the region above; datetime is when they were opened'),
  parameters: {
    procedure: { zh: '程序', en: 'Procedure', schema: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }) },
    region: { zh: '区划代码，含下级', en: 'Code of a region, with all below it', schema: Type.String({ pattern: '^[0-9]{4,12}$' }) },
  },
  page: async (tx, { limit, after, bbox, during, where }, known) => {
    const areas = publicAreas(known.grids)
    const values: unknown[] = []
    const $ = (value: unknown): string => `$${values.push(value)}`
    const conditions = [
      'published',
      ...(where['procedure'] === undefined ? [] : [`procedure = ${$(where['procedure'])}`]),
      ...(where['region'] === undefined ? [] : [`region >= ${$(where['region'])} and region < ${$(`${where['region']}:`)}`]),
      ...(bbox ? [`left(region, 12) = any(${$(`{${placesIn(areas, bbox).join(',')}}`)}::text[])`] : []),
      ...(during?.from ? [`opened >= ${$(during.from.toISOString())}::timestamptz`] : []), ...(during?.to ? [`opened <= ${$(during.to.toISOString())}::timestamptz`] : []),
      ...(after ? [`(opened, id) < (${$(after.at)}::timestamptz, ${$(after.id)}::uuid)`] : []),
    ]
    const rows = await tx.query<Row>(`select ${columns} from matter where ${conditions.join(' and ')} order by opened desc, id desc limit ${limit + 1}`, values)
    return slice(rows, limit, feature(known, areas), ({ key, id }) => ({ at: key, id }))
  },
  one: async (tx, id, known) =>
    (isUuid(id) ? (await tx.query<Row>(`select ${columns} from matter where id = $1::uuid and published`, [id])).map(feature(known, publicAreas(known.grids)))[0] : undefined),
}
