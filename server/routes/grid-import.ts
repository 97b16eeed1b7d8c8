import '@fastify/multipart'
import { PassThrough } from 'node:stream'
import { Type } from 'typebox'
import { legalDay } from '../../kernel/calendar.ts'
import { Refused, type Refusal } from '../../kernel/refusal.ts'
import { isWithin } from '../../kernel/region.ts'
import { checkAreas } from '../../kernel/shape.ts'
import { working } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
import { judgeDrawn } from '../../registers/grids/ground.ts'
import { datums } from '../../registers/grids/datum.ts'
import { aroundFile } from '../../registers/grids/import.ts'
import { identityOf } from '../auth/guard.ts'
import { gate } from '../files/gate.ts'
import type { Unreadable } from '../grids/features.ts'
import { judgeApart, type Judged } from '../grids/read.ts'
import { limitAccount } from '../http/limits.ts'
import { problemOf, sendRefusal } from '../http/problem.ts'
import { badRequest, internal, noRight, tooLarge, wrongType } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { unreadable } from '../http/uploads.ts'
import { regionCode } from '../schemas/common.ts'
import { gridImportSchema, gridJudgedSchema } from '../schemas/grids.ts'
import type { Site } from '../site.ts'
import { patchesOf } from '../views/grids.ts'
import { regionRef } from '../views/place.ts'
import { readerOf, type Reader } from '../views/reader.ts'
import type { GridImport, GridJudged } from '../wire/grids.ts'

/** MiB in one file: a county’s grids as a Shapefile are some 3 MB; 5,000 grids of 200 points as GeoJSON 26. */
const largest = 40

/** Who asks for lines (`application/x-ndjson`) is told how far it is, and last the result or the problem. */
const lines = 'application/x-ndjson'

/** Files of grids on trial: what they would draw, what is wrong and where. What comes of it is proposed as a change of grids. */
export const gridImportRoutes = (app: App, site: Site): void => {
  const few = gate(1)

  app.post('/api/grids/judge', {
    preHandler: limitAccount(app, site.limits.search),
    schema: {
      tag: 'grids', says: words('检查画出的网格：问题及位置、施行后的缝隙和重叠；不保存', 'Judge grids as they are drawn: what is wrong and where, gaps and overlaps there would be; nothing is kept'),
      body: Type.Object({ place: regionCode, old: Type.Optional(Type.Array(regionCode, { maxItems: 50 })), grids: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 200 }) }, { additionalProperties: false }), response: { 200: gridJudgedSchema },
    },
  }, async (request): Promise<GridJudged> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const { place, old = [] } = request.body
    if (!working.some(kind => kind === actor.kind) || !isWithin(place, actor.region)) throw new Refused(noRight())
    const read = checkAreas(request.body.grids, { most: 200, points: 5000 })
    if (!read.ok) throw new Refused(badRequest([{ fact: 'grids', why: read.why }]))
    const grids = read.value.map(grid => ({ ...grid, code: grid.code.length === 3 ? place + grid.code : grid.code }))
    if ([...old, ...grids.map(grid => grid.code)].some(code => code.length !== 15 || !isWithin(code, place))) throw new Refused(badRequest([{ fact: 'grids', why: words('编码不在所填的所在地内', 'a code lies outside the place named') }]))
    const { faults, cover } = await site.house.database.scoped(actor, tx => judgeDrawn(tx, { county: place.slice(0, 6), old, grids, day: legalDay(reader.now) }))
    return { faults, bounded: cover.bounded, gaps: patchesOf(reader, cover.gaps, '缝隙', 'Gap'), overlaps: patchesOf(reader, cover.overlaps, '重叠', 'Overlap') }
  })

  app.post('/api/grids/import', {
    preHandler: limitAccount(app, site.limits.upload), compress: false,
    schema: {
      tag: 'grids', says: words('试读网格文件（字段 datum：wgs84 或 gcj02；字段 file：GeoJSON 或 zip 压缩的 Shapefile，最大 40 MiB），逐项指出问题，不保存', 'Read a file of grids on trial (field `datum`: wgs84 or gcj02; field `file`: GeoJSON or a zipped Shapefile of at most 40 MiB): what is wrong and where; nothing is kept'),
      media: { takes: 'multipart/form-data' }, response: { 200: gridImportSchema },
    },
  }, (request, reply) => few(async (): Promise<GridImport | typeof reply> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    if (!working.some(kind => kind === actor.kind)) return sendRefusal(request, reply, noRight())
    if (!request.isMultipart()) return sendRefusal(request, reply, wrongType('multipart/form-data'))
    const part = await request.file({ limits: { fileSize: largest * 1024 * 1024, files: 1, fields: 4, parts: 6 }, throwFileSizeLimit: false }).catch(unreadable)
    const bytes = await part?.toBuffer().catch(unreadable)
    if (!part || bytes === undefined || bytes.length === 0) return sendRefusal(request, reply, badRequest([{ fact: 'file', why: words('没有收到文件', 'no file was received') }]))
    if (part.file.truncated) return sendRefusal(request, reply, tooLarge(`${largest} MiB`))
    const field = part.fields['datum']
    const given = field && !Array.isArray(field) && field.type === 'field' ? field.value : undefined
    const datum = datums.find(one => one === given)
    // Nobody guesses: the wrong one puts a village 185 m off.
    if (!datum) return sendRefusal(request, reply, badRequest([{ fact: 'datum', why: words('请说明坐标系：wgs84（含 CGCS2000）或 gcj02', 'say the datum: wgs84 (also CGCS2000) or gcj02') }]))
    const gone = new AbortController()
    reply.raw.once('close', () => { if (!reply.raw.writableFinished) gone.abort() })
    const told = request.headers.accept?.includes(lines) === true ? new PassThrough() : undefined
    const judging = judgeApart(bytes, {
      reading: { datum, day: legalDay(reader.now), within: actor.region }, signal: gone.signal,
      around: codes => site.house.database.scoped(actor, tx => aroundFile(tx, reader.directory, codes, legalDay(reader.now))),
      tell: (done, of) => told?.write(`${JSON.stringify({ progress: { done, of } })}\n`),
    })
    if (!told) {
      const judged = await judging
      return 'why' in judged ? sendRefusal(request, reply, unfit(judged)) : reply.type('application/json; charset=utf-8').send(written(reader, judged))
    }
    void reply.type(lines).send(told)
    await judging.then(
      judged => { if ('why' in judged) told.write(`{"problem":${JSON.stringify(problemOf(unfit(judged), reader.language, request.id))}`); else { told.write('{"result":'); told.write(written(reader, judged)) } },
      (error: unknown) => { request.log.error(error, 'failed'); told.write(`{"problem":${JSON.stringify(problemOf(internal(), reader.language, request.id))}`) },
    )
    told.end('}\n')
    return reply
  }))
}

const unfit = ({ why, remedy }: Unreadable): Refusal => ({ ...badRequest([{ fact: 'file', why }]), ...(remedy && { remedy }) })

/** The answer as it is sent: what is wrong and covers by the reader’s language, the grids as the thread wrote them. */
const written = (reader: Reader, { trial, warnings, draw, redraw }: Judged): Buffer => {
  const rest: Omit<GridImport, 'draw' | 'redraw'> = {
    features: trial.features, warnings, faults: trial.faults.slice(0, 500),
    covers: trial.covers.map(({ village, bounded, gaps, overlaps }) => ({ village: regionRef(reader, village), bounded, gaps: patchesOf(reader, gaps, '缝隙', 'Gap'), overlaps: patchesOf(reader, overlaps, '重叠', 'Overlap') })),
  }
  return Buffer.concat([Buffer.from(`${JSON.stringify(rest).slice(0, -1)},"draw":`), draw, Buffer.from(',"redraw":'), redraw, Buffer.from('}')])
}
