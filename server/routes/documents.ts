import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { identityOf } from '../auth/guard.ts'
import { docx } from '../documents/docx.ts'
import { documentPolicy, html } from '../documents/html.ts'
import { made } from '../documents/made.ts'
import { office } from '../files/kind.ts'
import { disposition } from '../files/name.ts'
import type { App } from '../http/typed.ts'
import { idSchema } from '../schemas/common.ts'
import type { Site } from '../site.ts'

const tag = 'matters'
const params = Type.Object({ id: idSchema, name: Type.String({ pattern: '^[a-z][a-zA-Z]{0,39}$', description: 'Name of the document as its procedure declares it. 文书名称。' }) })

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
}
