import '@fastify/multipart'
import { legalDay } from '../../kernel/calendar.ts'
import { working } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
import { datums } from '../../registers/grids/datum.ts'
import { tryImport } from '../../registers/grids/import.ts'
import { identityOf } from '../auth/guard.ts'
import { gate } from '../files/gate.ts'
import { readFeatures } from '../grids/read.ts'
import { limitAccount } from '../http/limits.ts'
import { sendRefusal } from '../http/problem.ts'
import { badRequest, noRight, tooLarge, wrongType } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { unreadable } from '../http/uploads.ts'
import { gridImportSchema } from '../schemas/grids.ts'
import type { Site } from '../site.ts'
import { patchesOf } from '../views/grids.ts'
import { regionRef } from '../views/place.ts'
import { readerOf } from '../views/reader.ts'
import type { GridImport } from '../wire/grids.ts'

/** Bytes in one file: a county’s grids as a Shapefile are some 3 MB. */
const largest = 20 * 1024 * 1024

/** Files of grids on trial: what they would draw, what is wrong and where. What comes of it is proposed as a change of grids. */
export const gridImportRoutes = (app: App, site: Site): void => {
  const few = gate(1)

  app.post('/api/grids/import', {
    preHandler: limitAccount(app, site.limits.upload),
    schema: {
      tag: 'grids', says: words('试读网格文件（字段 datum：wgs84 或 gcj02；字段 file：GeoJSON 或 zip 压缩的 Shapefile，最大 20 MiB），逐项指出问题，不保存', 'Read a file of grids on trial (field `datum`: wgs84 or gcj02; field `file`: GeoJSON or a zipped Shapefile of at most 20 MiB): what is wrong and where; nothing is kept'),
      media: { takes: 'multipart/form-data' }, response: { 200: gridImportSchema },
    },
  }, (request, reply) => few(async (): Promise<GridImport | typeof reply> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    if (!working.some(kind => kind === actor.kind)) return sendRefusal(request, reply, noRight())
    if (!request.isMultipart()) return sendRefusal(request, reply, wrongType('multipart/form-data'))
    const part = await request.file({ limits: { fileSize: largest, files: 1, fields: 4, parts: 6 }, throwFileSizeLimit: false }).catch(unreadable)
    const bytes = await part?.toBuffer().catch(unreadable)
    if (!part || bytes === undefined || bytes.length === 0) return sendRefusal(request, reply, badRequest([{ fact: 'file', why: words('没有收到文件', 'no file was received') }]))
    if (part.file.truncated) return sendRefusal(request, reply, tooLarge('20 MiB'))
    const field = part.fields['datum']
    const given = field && !Array.isArray(field) && field.type === 'field' ? field.value : undefined
    const datum = datums.find(one => one === given)
    // Nobody guesses: the wrong one puts a village 185 m off.
    if (!datum) return sendRefusal(request, reply, badRequest([{ fact: 'datum', why: words('请说明坐标系：wgs84（含 CGCS2000）或 gcj02', 'say the datum: wgs84 (also CGCS2000) or gcj02') }]))
    const read = await readFeatures(bytes)
    if ('why' in read) return sendRefusal(request, reply, { ...badRequest([{ fact: 'file', why: read.why }]), ...(read.remedy && { remedy: read.remedy }) })
    const trial = await site.house.database.scoped(actor, tx => tryImport(tx, reader.directory, read.features, { datum, day: legalDay(reader.now), within: actor.region }))
    return {
      features: trial.features, warnings: read.warnings, draw: trial.draw, redraw: trial.redraw, faults: trial.faults.slice(0, 500),
      covers: trial.covers.map(({ village, bounded, gaps, overlaps }) => ({ village: regionRef(reader, village), bounded, gaps: patchesOf(reader, gaps, '缝隙', 'Gap'), overlaps: patchesOf(reader, overlaps, '重叠', 'Overlap') })),
    }
  }))
}
