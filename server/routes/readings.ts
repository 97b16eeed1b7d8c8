import { Type } from 'typebox'
import { ofSides } from '../../kernel/kept-from-sides.ts'
import { isRegionCode, isWithin } from '../../kernel/region.ts'
import { namesOf } from '../../registers/posts.ts'
import { readingsIn, readingsOfMine, type ReadingRow } from '../../store/read/readings.ts'
import { versionOf } from '../../store/house.ts'
import { identityOf } from '../auth/guard.ts'
import { sendRefusal } from '../http/problem.ts'
import { noRight } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { readingsSchema } from '../schemas/access.ts'
import { idSchema, regionCode } from '../schemas/common.ts'
import type { Site } from '../site.ts'
import { readingView } from '../views/reading.ts'
import { readerOf, type Reader } from '../views/reader.ts'
import type { Page, ReadingView } from '../wire.ts'
import { countiesOf } from './counties.ts'

const tag = 'access'
const size = 50
const cursor = Type.Optional(Type.String({ maxLength: 500 }))

/** Who looked: each at what is their own, the auditor at an area (Art. 20.2). */
export const readingRoutes = (app: App, site: Site): void => {
  const { database } = site.house

  const page = (of: unknown, rows: readonly ReadingRow[], reader: Reader, names: ReadonlyMap<string, string>): Page<ReadingView> => {
    const shown = rows.slice(0, size)
    const last = shown.at(-1)
    return { rows: shown.map(row => readingView(row, reader, names)), ...(rows.length > size && last && { next: site.cursors.write(of, { at: last.key, id: last.id }) }) }
  }
  /** What a matter keeps from its sides, nobody is told to have been read. */
  const toldToSides = (row: ReadingRow): ReadingRow => {
    const kept = row.procedure === null || row.version === null ? undefined : ofSides(versionOf(site.house, row.procedure, row.version))
    return kept ? { ...row, facts: row.facts.filter(fact => !kept.fact(fact)) } : row
  }
  const lookers = (rows: readonly ReadingRow[]): readonly string[] => [...new Set(rows.map(row => row.account))]

  app.get('/api/me/readings', {
    schema: {
      tag, says: { zh: '谁看过我的信息', en: 'Who looked at my data, the newest first' },
      querystring: Type.Object({ cursor }, { additionalProperties: false }), response: { 200: readingsSchema },
    },
  }, request => {
    const { actor } = identityOf(request)
    const of = { list: 'my readings', account: actor.account }
    const after = site.cursors.read(of, request.query.cursor)
    return database.scoped(actor, async tx => {
      const rows = await readingsOfMine(tx, actor, size + 1, after)
      return page(of, rows.map(toldToSides), readerOf(site, request), await namesOf(tx, lookers(rows)))
    })
  })

  app.get('/api/readings', {
    schema: {
      tag, says: { zh: '辖区内的查看记录（审计员）', en: 'The log of readings of an area, for its auditor' },
      querystring: Type.Object({
        region: Type.Optional(regionCode), account: Type.Optional(idSchema), matter: Type.Optional(idSchema),
        purpose: Type.Optional(Type.Unsafe<ReadingView['purpose']>({ type: 'string', enum: ['duty', 'grant', 'emergency'] })), cursor,
      }, { additionalProperties: false }),
      response: { 200: readingsSchema },
    },
  }, async (request, reply) => {
    const { actor } = identityOf(request)
    const { region = actor.region, cursor: at, ...kept } = request.query
    if (actor.kind !== 'auditor') return sendRefusal(request, reply, noRight('查看记录由审计员调阅', 'The log is for the auditor to read'))
    if (!isRegionCode(region) || !isWithin(region, actor.region)) return sendRefusal(request, reply, noRight('该地不在您的辖区', 'That place is outside your area'))
    const of = { list: 'readings', account: actor.account, post: actor.post, region, ...kept }
    const after = site.cursors.read(of, at)
    return database.scoped(actor, async tx => {
      const rows = await readingsIn(tx, { region, counties: countiesOf(actor, site.directory.now), limit: size + 1, ...kept, ...(after && { after }) })
      return page(of, rows, readerOf(site, request), await namesOf(tx, lookers(rows)))
    })
  })
}
