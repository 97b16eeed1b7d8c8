import '@fastify/multipart'
import { Type } from 'typebox'
import type { FastifyReply } from 'fastify'
import { legalDay } from '../../kernel/calendar.ts'
import type { Fact } from '../../kernel/fact.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { Refused } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { readMatter } from '../../store/read/matter.ts'
import { identityOf } from '../auth/guard.ts'
import { gate } from '../files/gate.ts'
import { kindOf, office } from '../files/kind.ts'
import { disposition } from '../files/name.ts'
import { limitAccount } from '../http/limits.ts'
import { sendRefusal } from '../http/problem.ts'
import { badRequest, notFound, tooLarge, wrongType } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { unreadable } from '../http/uploads.ts'
import { idSchema } from '../schemas/common.ts'
import { sheetSchema } from '../schemas/sheet.ts'
import { aboutOf } from '../sheets/about.ts'
import { sheetOf } from '../sheets/export.ts'
import { strangeHouseholds } from '../sheets/households.ts'
import { judge } from '../sheets/judge.ts'
import { readCsvCells } from '../sheets/csv.ts'
import { readCells } from '../sheets/read.ts'
import { noHead, unreadableSheet } from '../sheets/refusals.ts'
import { templateOf } from '../sheets/template.ts'
import type { Site } from '../site.ts'
import { officeRef } from '../views/place.ts'
import { readerOf } from '../views/reader.ts'
import type { SheetView } from '../wire.ts'

const tag = 'sheets'
const type = `${office}.spreadsheetml.sheet`
const media = { gives: type } as const

/** Bytes in one sheet: 5,000 rows of twelve columns are 0.4 MB. */
const largest = 5 * 1024 * 1024

const name = Type.String({ pattern: '^[a-z][A-Za-z0-9-]{0,59}$' })
const ofFact = Type.Object({ procedure: name, fact: name })

/** Tables as spreadsheets: an empty one to fill in, one that was filled in read on trial, and one that a matter holds. */
export const sheetRoutes = (app: App, site: Site): void => {
  const { house } = site
  // Each is read in a thread of its own, and holds some memory.
  const few = gate(2)

  const declared = (procedure: string, fact: string): { readonly procedure: Procedure; readonly fact: Fact } => {
    const found = house.procedures.findLast(one => one.name === procedure)
    const of = found && Object.hasOwn(found.facts, fact) ? found.facts[fact] : undefined
    if (!found || of?.kind !== 'rows') throw new Refused(notFound())
    return { procedure: found, fact: of }
  }

  const sheet = (reply: FastifyReply, title: string, bytes: Buffer): FastifyReply =>
    reply.headers({ 'Content-Type': type, 'Content-Disposition': disposition(`${title}.xlsx`, false), 'Cache-Control': 'private, no-store' }).send(bytes)

  app.get('/api/sheets/:procedure/:fact.xlsx', {
    schema: { tag, says: words('下载表格模板', 'An empty sheet for a table fact, with heads in both languages and lists to choose from'), params: ofFact, media },
  }, async (request, reply) => {
    const { procedure, fact } = declared(request.params.procedure, request.params.fact)
    return sheet(reply, `${procedure.title.zh}-${fact.label.zh}-模板`, await templateOf(fact))
  })

  app.post('/api/sheets/:procedure/:fact', {
    preHandler: limitAccount(app, site.limits.upload),
    schema: {
      tag, says: words('试读上传的表格（字段 file，.xlsx 或 .csv，最大 5 MiB），逐格指出问题，不保存', 'Read a filled-in sheet on trial (field `file`, one .xlsx or .csv of at most 5 MiB): its rows and what is wrong with which cell; nothing is kept'),
      params: ofFact, media: { takes: 'multipart/form-data' }, response: { 200: sheetSchema },
    },
  }, (request, reply) => few(async (): Promise<SheetView | FastifyReply> => {
    const { fact } = declared(request.params.procedure, request.params.fact)
    if (!request.isMultipart()) return sendRefusal(request, reply, wrongType('multipart/form-data'))
    const part = await request.file({ limits: { fileSize: largest, files: 1, fields: 4, parts: 5 }, throwFileSizeLimit: false }).catch(unreadable)
    const bytes = await part?.toBuffer().catch(unreadable)
    if (!part || bytes === undefined || bytes.length === 0) return sendRefusal(request, reply, badRequest([{ fact: 'file', why: words('没有收到文件', 'no file was received') }]))
    if (part.file.truncated) return sendRefusal(request, reply, tooLarge('5 MiB'))
    const kind = await kindOf(bytes)
    // A CSV shows nothing of what it is: whatever is text and bears that ending.
    const csv = kind === undefined && part.filename.toLowerCase().endsWith('.csv')
    if (kind !== type && !csv) return sendRefusal(request, reply, wrongType('.xlsx、.csv'))
    const rows = csv ? readCsvCells(bytes) : await readCells(bytes)
    if (!rows) return sendRefusal(request, reply, unreadableSheet())
    const judged = judge(request.params.fact, fact, rows)
    if (!judged) return sendRefusal(request, reply, noHead(fact))
    const stranger = await house.database.scoped(identityOf(request).actor, tx => strangeHouseholds(tx, fact, judged.rows, legalDay(site.now())))
    return (stranger && judge(request.params.fact, fact, rows, stranger)) ?? judged
  }))

  app.get('/api/matters/:id/sheets/:fact.xlsx', {
    schema: { tag, says: words('导出事项中的表格（以有权查看者为准）', 'A table of a matter as a sheet, as far as its reader may see it'), params: Type.Object({ id: idSchema, fact: name }), media },
  }, async (request, reply) => {
    const { actor, name: by } = identityOf(request)
    const reader = readerOf(site, request)
    const { id, fact: wanted } = request.params
    const page = await house.database.scoped(actor, async tx => {
      const plain = await readMatter(tx, house, actor, id, { now: reader.now, plain: true })
      // What is above internal is opened, and the reading entered in the log, only where it is what was asked for.
      return plain?.facts.some(one => one.fact === wanted && one.masked) === true ? readMatter(tx, house, actor, id, { now: reader.now }) : plain
    })
    const fact = page && Object.hasOwn(page.procedure.facts, wanted) ? page.procedure.facts[wanted] : undefined
    const figure = page?.facts.find(one => one.fact === wanted)
    if (!page || fact?.kind !== 'rows' || !figure) throw new Refused(notFound())
    const about = aboutOf({ procedure: page.procedure, fact, number: page.row.number, by, at: reader.now, office: actor.office === undefined ? undefined : officeRef(reader, actor.office).name })
    return sheet(reply, `${page.row.number}-${fact.label.zh}`, await sheetOf(fact, figure.value, figure.masked, about))
  })
}
