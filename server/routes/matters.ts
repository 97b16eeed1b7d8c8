import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Actor } from '../../kernel/post.ts'
import { Refused } from '../../kernel/refusal.ts'
import { explain } from '../../kernel/explain.ts'
import { versionOf } from '../../store/house.ts'
import { list } from '../../store/read/list.ts'
import type { MatterRow as Row } from '../../store/matter-row.ts'
import type { Tx } from '../../store/database.ts'
import { readMatter, type MatterPage, type Reading } from '../../store/read/matter.ts'
import { identityOf } from '../auth/guard.ts'
import { languageOf } from '../http/language.ts'
import { limitAccount } from '../http/limits.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { seqOf } from '../reads/seq.ts'
import { namesOf } from '../../registers/posts.ts'
import { idSchema, mostEntries } from '../schemas/common.ts'
import { explainSchema, matterSchema, rowsSchema } from '../schemas/matter.ts'
import type { Site } from '../site.ts'
import { matterView } from '../views/matter.ts'
import { ownView } from '../views/own.ts'
import { readerOf, type Reader } from '../views/reader.ts'
import { toldIn } from '../views/told.ts'
import { holdersIn, rowView } from '../views/row.ts'
import { askOf, filter, sought, type Filter } from './matter-filter.ts'
import type { ExplainView, MatterRow, Page } from '../wire.ts'

/** Lists of matters, one matter's page, and why it stands as it does. */
export const matterRoutes = (app: App, site: Site): void => {
  const { house } = site
  const searches = limitAccount(app, site.limits.search)

  const page = async (request: FastifyRequest, query: Filter): Promise<Page<MatterRow>> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const { cursor, limit: _, ...kept } = query
    const ask = askOf(site, actor, query, reader.now)
    const of = { list: 'matters', account: actor.account, post: actor.post, scope: ask.scope, ...kept }
    const after = site.cursors.read(of, cursor)
    if (query.q !== undefined) await searches(request)
    return house.database.scoped(actor, async tx => {
      const { rows, last } = await list(tx, actor, { ...ask, ...(after && { after }) })
      const names = await namesOf(tx, holdersIn(rows))
      const lines = rows.map(row => rowView(house.law, versionOf(house, row.procedure, row.version), row, reader, names))
      return {
        rows: ask.scope === 'party' && actor.kind === 'resident' ? await ownLines(tx, lines, rows, reader) : lines,
        ...(last && { next: site.cursors.write(of, last) }),
      }
    })
  }

  /** One's own matters where their declaration says what may be awaited of oneself: with that, and with the heading that the sides share. */
  const ownLines = async (tx: Tx, lines: readonly MatterRow[], rows: readonly Row[], reader: Reader): Promise<readonly MatterRow[]> => {
    const own: MatterRow[] = []
    for (const [at, line] of lines.entries()) {
      const procedure = versionOf(house, line.procedure, rows[at]?.version ?? '')
      const page = procedure.awaits === undefined ? undefined : await readMatter(tx, house, reader.actor, line.id, { now: reader.now, plain: true })
      own.push(page ? { ...line, ...ownView(house, page, reader) } : line)
    }
    return own
  }

  app.get('/api/matters', { schema: { tag: 'matters', says: { zh: '事项列表', en: 'Matters of a scope, a page at a time' }, querystring: filter, response: { 200: rowsSchema } } }, request =>
    page(request, request.query))

  app.post('/api/matters/search', { schema: { tag: 'matters', says: { zh: '按文字、编号、电话查找事项（只读）', en: 'Matters of a scope by words, number or phone; reads only' }, body: sought, response: { 200: rowsSchema } } }, request =>
    page(request, request.body))

  const seen = Type.Object({
    seen: Type.Optional(Type.Integer({ minimum: 0, maximum: mostEntries, description: 'The `seq` of the page that the reader has: 204 while the matter stands there. 已读到的序号；未变时答 204。' })),
  }, { additionalProperties: false })

  const unchanged = Type.Null({ description: '自 seen 以来没有变化 Nothing has changed since `seen`' })

  /** Whether the reader has the newest page already, told without reading a value. Throws `Refused` where there is nothing for them to see. */
  const stands = async (actor: Actor, id: string, seen: number | undefined): Promise<boolean> => {
    if (seen === undefined) return false
    const seq = await house.database.scoped(actor, tx => seqOf(tx, id))
    if (seq === undefined) throw new Refused(notFound())
    return seq === seen
  }

  const withMatter = <T>(actor: Actor, id: string, work: (page: MatterPage, tx: Tx) => Promise<T>, how: Reading = { now: site.now() }): Promise<T> =>
    house.database.scoped(actor, async tx => {
      const page = await readMatter(tx, house, actor, id, how)
      if (!page) throw new Refused(notFound())
      return work(page, tx)
    })

  const params = Type.Object({ id: idSchema })

  app.get('/api/matters/:id', { schema: { tag: 'matters', says: { zh: '事项详情', en: 'One matter as its reader may see it' }, params, querystring: seen, response: { 200: matterSchema, 204: unchanged } } }, async (request, reply) => {
    const { actor } = identityOf(request)
    if (await stands(actor, request.params.id, request.query.seen)) return reply.code(204).send()
    return withMatter(actor, request.params.id, (page, tx) => matterView(tx, house, page, readerOf(site, request)))
  })

  app.get('/api/matters/:id/explain', { schema: { tag: 'matters', says: { zh: '为何在此环节、时限由来、谁可办理', en: 'Why here, why these dates, who may do what now' }, params, response: { 200: explainSchema } } }, request =>
    withMatter(identityOf(request).actor, request.params.id, async (page): Promise<ExplainView> => {
      const past = page.entries.map(entry => ({ seq: entry.seq, at: entry.at.toISOString(), step: entry.step, stage: entry.stage }))
      const route = toldIn(languageOf(request.headers['accept-language']), page.procedure, page.facts).find(figure => figure.fact === 'route' && !figure.masked)?.value
      return {
        ...explain(page.procedure, page.matter, firstOfEach(past), identityOf(request).actor, site.now(), house.law),
        ...(typeof route === 'string' && { route }),
      }
    }, { plain: true }))
}

/** Entries that changed the stage: the last of them is when the matter came where it stands. */
const firstOfEach = <T extends { readonly stage: string }>(entries: readonly T[]): readonly T[] =>
  entries.filter((entry, i) => entry.stage !== entries[i - 1]?.stage)
