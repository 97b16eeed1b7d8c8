import { Type } from 'typebox'
import { isOpen } from '../../../kernel/procedure.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { request } from '../../../procedures/2-foundations/request.ts'
import { publicRequests, publicRequestsByNumber, type PublicRequest } from '../../reads/public-requests.ts'
import type { Names } from '../../views/place.ts'
import { areaOf, placesIn, publicAreas, type Areas } from '../areas.ts'
import { slice, type Collection, type Feature, type Known } from '../collection.ts'

const stages: { readonly [stage: string]: Words } = request.stages

const feature = ({ directory }: Known, areas: Areas) => (row: PublicRequest): Feature => {
  const category = directory.category(row.category)
  return {
    id: row.number, geometry: areaOf(areas, row.region),
    properties: {
      number: row.number, category: row.category, category_zh: category?.zh ?? row.category, category_en: category?.en ?? row.category,
      stage: row.stage, stage_zh: stages[row.stage]?.zh ?? row.stage, stage_en: stages[row.stage]?.en ?? row.stage, open: isOpen(request, row.stage), late: row.late, outcome: row.outcome,
      office: row.office, region: row.region, path: directory.path(row.region).join('/'), opened: row.opened.toISOString(), updated: row.updated.toISOString(),
    },
  }
}

const countiesOf = ({ directory }: Names): readonly string[] => directory.children('').flatMap(city => [city.code, ...directory.children(city.code).map(county => county.code)])

/** What is public of requests about public space (decision 25). */
export const requests: Collection = {
  id: 'requests',
  title: words('公共空间诉求', 'Requests about public space'),
  description: words('道路、水电、环境等公共空间类诉求的公开信息，位置为所在村（社区）的范围；datetime 指反映时间', 'What is public of requests about roads, utilities, environment and the like, placed by the area of their village; datetime is when they were reported'),
  parameters: {
    category: { zh: '类别', en: 'Category', schema: Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{0,59}$' }) },
    region: { zh: '区划代码，含下级', en: 'Code of a region, with all below it', schema: Type.String({ pattern: '^[0-9]{4,12}$' }) },
  },
  page: async (tx, { limit, after, bbox, during, where }, known) => {
    const areas = publicAreas(known.grids)
    const rows = await publicRequests(tx, {
      counties: countiesOf(known), limit: limit + 1, offset: 0,
      // Both ends of a span belong to it.
      ...(during?.from && { from: during.from }), ...(during?.to && { before: new Date(during.to.getTime() + 1) }), ...(after && { after }),
      ...(where['category'] !== undefined && { categories: [where['category']] }), ...(where['region'] !== undefined && { region: where['region'] }),
      ...(bbox && { villages: placesIn(areas, bbox) }),
    })
    return slice(rows, limit, feature(known, areas), ({ key, id }) => ({ at: key, id }))
  },
  one: async (tx, id, known) => (await publicRequestsByNumber(tx, countiesOf(known), [id])).map(feature(known, publicAreas(known.grids)))[0],
}
