import { Type } from 'typebox'
import { markRead, notices } from '../../store/read/notices.ts'
import { identityOf } from '../auth/guard.ts'
import type { App } from '../http/typed.ts'
import { done, doneSchema, idSchema } from '../schemas/common.ts'
import { noticesSchema } from '../schemas/people.ts'
import type { Site } from '../site.ts'
import type { NoticeView, Page } from '../wire.ts'

const tag = 'notices'
const size = 30

/** What somebody was told, newest first. */
export const noticeRoutes = (app: App, site: Site): void => {
  const { database } = site.house

  app.get('/api/notices', {
    schema: {
      tag, says: { zh: '通知，最新在前', en: 'Notices, newest first' },
      querystring: Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 500 })) }, { additionalProperties: false }), response: { 200: noticesSchema },
    },
  }, async (request): Promise<Page<NoticeView>> => {
    const { actor } = identityOf(request)
    const of = { list: 'notices', account: actor.account }
    const found = await database.scoped(actor, tx => notices(tx, actor, size + 1, site.cursors.read(of, request.query.cursor)))
    const rows = found.slice(0, size)
    const last = rows.at(-1)
    return {
      rows: rows.map(row => ({
        id: row.id, at: row.at.toISOString(), words: row.words, read: row.read, ...(row.matter !== null && { matter: row.matter }),
        ...(row.number !== null && { number: row.number }), ...(row.title !== null && { title: row.title }),
      })),
      ...(found.length > size && last && { next: site.cursors.write(of, { at: last.key, id: last.id }) }),
    }
  })

  app.post('/api/notices/read', {
    schema: {
      tag, says: { zh: '标为已读；不指明则全部', en: 'Mark notices read; all where none is named' },
      body: Type.Object({ ids: Type.Optional(Type.Array(idSchema, { maxItems: 200 })) }, { additionalProperties: false }), response: { 200: doneSchema },
    },
  }, async request => {
    const { actor } = identityOf(request)
    await database.scoped(actor, tx => markRead(tx, actor, site.now(), request.body.ids))
    return done
  })
}
