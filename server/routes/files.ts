import { createHash, randomUUID } from 'node:crypto'
import '@fastify/multipart'
import { Type } from 'typebox'
import { postKinds } from '../../kernel/post.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { identityOf } from '../auth/guard.ts'
import { judged } from '../files/judge.ts'
import { kinds } from '../files/kind.ts'
import { disposition, fileName } from '../files/name.ts'
import { gate } from '../files/gate.ts'
import { limitAccount } from '../http/limits.ts'
import { sendRefusal } from '../http/problem.ts'
import { badRequest, noRight, notFound, tooLarge, wrongType } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { unreadable } from '../http/uploads.ts'
import { addFile, fileFor } from '../reads/files.ts'
import { fileSchema, idSchema } from '../schemas/common.ts'
import type { Site } from '../site.ts'
import type { FileRef } from '../wire.ts'

const tag = 'files'

/** Bytes in one file. */
export const largest = 10 * 1024 * 1024

const empty = (): Refusal => badRequest([{ fact: 'file', why: words('没有收到文件', 'no file was received') }])

/** Files: taken whole, judged by their bytes, encrypted, and shown to who may read the fact that names them. */
export const fileRoutes = (app: App, site: Site): void => {
  const { database } = site.house
  // Eight at once hold at most eight files in memory, twice while they are encrypted.
  const few = gate(8)

  app.post('/api/files', {
    preHandler: limitAccount(app, site.limits.upload),
    schema: { tag, says: { zh: '上传一个文件（字段 file，最大 10 MiB）', en: 'Upload one file (field `file`, at most 10 MiB)' }, media: { takes: 'multipart/form-data' }, response: { 200: fileSchema } },
  }, (request, reply) => few(async (): Promise<FileRef | typeof reply> => {
    const { actor } = identityOf(request)
    if (actor.kind === 'clock' || actor.kind === 'system' || !postKinds[actor.kind].acts) return sendRefusal(request, reply, noRight('此岗位只能查看', 'This post only reads'))
    if (!request.isMultipart()) return sendRefusal(request, reply, wrongType('multipart/form-data'))
    const part = await request.file({ limits: { fileSize: largest, files: 1, fields: 4, parts: 5 }, throwFileSizeLimit: false }).catch(unreadable)
    if (!part) return sendRefusal(request, reply, empty())
    const bytes = await part.toBuffer().catch(unreadable)
    if (part.file.truncated) return sendRefusal(request, reply, tooLarge('10 MiB'))
    if (bytes.length === 0) return sendRefusal(request, reply, empty())
    const type = await judged(bytes)
    if (isRefusal(type)) return sendRefusal(request, reply, type)
    const file: FileRef = { id: randomUUID(), name: fileName(part.filename, type), type, bytes: bytes.length }
    await site.vault.keep(file.id, bytes)
    const digest = createHash('sha256').update(bytes).digest('hex')
    await database.scoped(actor, tx => addFile(tx, { ...file, account: actor.account, digest, given: site.now(), sealedBy: site.vault.head }))
    return file
  }))

  app.get('/api/files/:id', {
    schema: { tag, says: { zh: '下载有权查看的文件', en: 'Download a file that a fact names which one may read' }, params: Type.Object({ id: idSchema }), querystring: Type.Object({ download: Type.Optional(Type.Boolean()) }, { additionalProperties: false }), media: { gives: 'application/octet-stream' } },
  }, async (request, reply) => {
    const { actor } = identityOf(request)
    const file = await database.scoped(actor, tx => fileFor(tx, site.house.keys, actor, request.params.id, site.now()))
    const bytes = file && await site.vault.fetch(file.id)
    if (!file || !bytes) return sendRefusal(request, reply, notFound())
    const inline = request.query.download !== true && (kinds.get(file.type)?.inline ?? false)
    return reply
      .headers({
        'Content-Type': file.type, 'Content-Disposition': disposition(file.name, inline), 'Cache-Control': 'private, max-age=3600, immutable',
        // A document shown in a tab of its own gets no scripts, no styles, no network.
        'Content-Security-Policy': "default-src 'none'; img-src 'self'; object-src 'self'; sandbox",
      })
      .send(Buffer.from(bytes))
  })
}
