import '@fastify/multipart'
import { PassThrough } from 'node:stream'
import { legalDay } from '../../kernel/calendar.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { working } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
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
import { gridImportSchema } from '../schemas/grids.ts'
import type { Site } from '../site.ts'
import { patchesOf } from '../views/grids.ts'
import { regionRef } from '../views/place.ts'
import { readerOf, type Reader } from '../views/reader.ts'
import type { GridImport } from '../wire/grids.ts'

/** MiB in one file: a county’s grids as a Shapefile are some 3 MB; 5,000 grids of 200 points as GeoJSON 26. */
const largest = 40

/** Who asks for lines (`application/x-ndjson`) is told how far it is, and last the result or the problem. */
const lines = 'application/x-ndjson'

/** Files of grids on trial: what they would draw, what is wrong and where. What comes of it is proposed as a change of grids. */
export const gridImportRoutes = (app: App, site: Site): void => {
  const few = gate(1)

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
