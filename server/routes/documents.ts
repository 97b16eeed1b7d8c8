import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Refused } from '../../kernel/refusal.ts'
import { versionOf } from '../../store/house.ts'
import { readMatter } from '../../store/read/matter.ts'
import { identityOf } from '../auth/guard.ts'
import { docx } from '../documents/docx.ts'
import type { Foot } from '../documents/foot.ts'
import { documentPolicy, html } from '../documents/html.ts'
import { documentFor } from '../documents/issued.ts'
import { office } from '../files/kind.ts'
import { disposition } from '../files/name.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { idSchema } from '../schemas/common.ts'
import type { Site } from '../site.ts'
import type { Doc } from '../../kernel/document.ts'

const tag = 'matters'
const params = Type.Object({ id: idSchema, name: Type.String({ pattern: '^[a-z][a-zA-Z]{0,39}$', description: 'Name of the document as its procedure declares it. 文书名称。' }) })

/** Documents, made from the record each time they are asked for, to whoever may read all that they tell. */
export const documentRoutes = (app: App, site: Site): void => {
  const { house } = site

  /** What of it is above internal is read under the reader's duty or grant, and entered in the log, like any other reading. */
  const made = (request: FastifyRequest, id: string, name: string): Promise<{ readonly doc: Doc; readonly foot: Foot }> => {
    const { actor } = identityOf(request)
    return house.database.scoped(actor, async tx => {
      const [row] = await tx.query<{ procedure: string; version: string; number: string }>('select procedure, version::text as version, number from matter where id = $1::uuid', [id])
      const documents = row ? versionOf(house, row.procedure, row.version).documents : {}
      const declared = Object.hasOwn(documents, name) ? documents[name] : undefined
      if (!row || !declared) throw new Refused(notFound())
      const page = await readMatter(tx, house, actor, id, { now: site.now(), only: [...declared.uses, ...(declared.may ?? [])] })
      const found = page && documentFor(page, name, site.directory.now)
      if (!page || !found) throw new Refused(notFound())
      const [entry] = await tx.query<{ hash: string }>(`select encode(hash, 'hex') as hash from entry where county = $1 and matter = $2::uuid and seq = $3`, [page.row.county, id, found.seq])
      return { doc: found.doc, foot: { number: row.number, seq: found.seq, hash: entry?.hash ?? '' } }
    })
  }

  app.get('/api/matters/:id/documents/:name.docx', {
    schema: { tag, says: { zh: '下载文书（.docx）', en: 'A document of a matter as a .docx file' }, params, media: { gives: `${office}.wordprocessingml.document` } },
  }, async (request, reply) => {
    const { doc, foot } = await made(request, request.params.id, request.params.name)
    return reply
      .headers({ 'Content-Type': `${office}.wordprocessingml.document`, 'Content-Disposition': disposition(`${doc.title} ${foot.number}.docx`, false) })
      .send(docx(doc, foot))
  })

  app.get('/api/matters/:id/documents/:name.html', {
    schema: { tag, says: { zh: '查看、打印文书', en: 'A document of a matter as a page to print' }, params, media: { gives: 'text/html' } },
  }, async (request, reply) => {
    const { doc, foot } = await made(request, request.params.id, request.params.name)
    return reply.headers({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': documentPolicy }).send(html(doc, foot))
  })
}
