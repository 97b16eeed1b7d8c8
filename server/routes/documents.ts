import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { identityOf } from '../auth/guard.ts'
import { refuse } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { archiveOf, manifestOf } from '../documents/archive.ts'
import { docx } from '../documents/docx.ts'
import { documentPolicy, html } from '../documents/html.ts'
import { made } from '../documents/made.ts'
import { zip } from '../documents/zip.ts'
import { office } from '../files/kind.ts'
import { disposition } from '../files/name.ts'
import { sendRefusal } from '../http/problem.ts'
import type { App } from '../http/typed.ts'
import { idSchema } from '../schemas/common.ts'
import type { Site } from '../site.ts'

const tag = 'matters'
const params = Type.Object({ id: idSchema, name: Type.String({ pattern: '^[a-z][a-zA-Z]{0,39}$', description: 'Name of the document as its procedure declares it. 文书名称。' }) })

/** More than this is taken out file by file. */
const largestArchive = 64 * 1024 * 1024

/** Documents, made from the record each time they are asked for, to whoever may read all that they tell. */
export const documentRoutes = (app: App, site: Site): void => {
  const asked = (request: FastifyRequest, id: string, name: string): ReturnType<typeof made> => {
    const { actor } = identityOf(request)
    return site.house.database.scoped(actor, tx => made(tx, site, actor, id, name))
  }

  app.get('/api/matters/:id/documents/:name.docx', {
    schema: { tag, says: { zh: '下载文书（.docx）', en: 'A document of a matter as a .docx file' }, params, media: { gives: `${office}.wordprocessingml.document` } },
  }, async (request, reply) => {
    const { doc, foot } = await asked(request, request.params.id, request.params.name)
    return reply
      .headers({ 'Content-Type': `${office}.wordprocessingml.document`, 'Content-Disposition': disposition(`${doc.title} ${foot.number}.docx`, false) })
      .send(docx(doc, foot))
  })

  app.get('/api/matters/:id/documents/:name.html', {
    schema: { tag, says: { zh: '查看、打印文书', en: 'A document of a matter as a page to print' }, params, media: { gives: 'text/html' } },
  }, async (request, reply) => {
    const { doc, foot } = await asked(request, request.params.id, request.params.name)
    return reply.headers({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': documentPolicy }).send(html(doc, foot))
  })

  app.get('/api/matters/:id/archive.zip', {
    schema: { tag, says: { zh: '下载整卷（文书、附件、目录和校验清单）', en: 'The whole file of a matter: its papers, files, table of contents and a manifest with hashes' }, params: Type.Object({ id: idSchema }), media: { gives: 'application/zip' } },
  }, async (request, reply) => {
    const { actor } = identityOf(request)
    const archive = await site.house.database.scoped(actor, tx => archiveOf(tx, site, actor, request.params.id))
    if (archive.files.reduce((sum, file) => sum + file.bytes, 0) > largestArchive) return sendRefusal(request, reply, tooLargeToPack())
    const fetched: [path: string, bytes: Uint8Array][] = []
    for (const { path, id } of archive.files) {
      const bytes = await site.vault.fetch(id)
      if (bytes) fetched.push([path, bytes])
    }
    const packed = [...archive.papers.map(({ path, bytes }) => [path, bytes] as const), ...fetched]
    return reply
      .headers({ 'Content-Type': 'application/zip', 'Content-Disposition': disposition(`${archive.title}卷宗 ${archive.number}.zip`, false) })
      .send(zip([...packed, ['manifest.json', manifestOf(archive, packed, site.now())]]))
  })
}

const tooLargeToPack = () => refuse('too-large', words('附件太多，不能一次打包', 'Too many files to pack at once'), { remedy: words('请在事项中逐个下载附件，文书可以单独下载', 'Download the files one by one in the matter; papers can be had by themselves') })
