import type { FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import { postKinds, type Actor } from '../../kernel/post.ts'
import { isRegionCode, isWithin } from '../../kernel/region.ts'
import { isFinal, isOpen } from '../../kernel/procedure.ts'
import { Refused } from '../../kernel/refusal.ts'
import { explain } from '../../kernel/explain.ts'
import { words } from '../../kernel/words.ts'
import { endTerm } from '../../store/act/terms.ts'
import { versionOf } from '../../store/house.ts'
import { list, type ListAsk } from '../../store/read/list.ts'
import type { Tx } from '../../store/database.ts'
import { readMatter, type MatterPage, type Reading } from '../../store/read/matter.ts'
import { identityOf } from '../auth/guard.ts'
import { languageOf } from '../http/language.ts'
import { limitAccount } from '../http/limits.ts'
import { badRequest, noRight, notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { seqOf } from '../reads/seq.ts'
import { namesOf } from '../../registers/posts.ts'
import { idSchema, mostEntries, plainText, regionCode } from '../schemas/common.ts'
import { explainSchema, matterSchema, rowsSchema } from '../schemas/matter.ts'
import { soughtBy, termFor } from '../search.ts'
import type { Site } from '../site.ts'
import { matterView } from '../views/matter.ts'
import { readerOf } from '../views/reader.ts'
import { toldIn } from '../views/told.ts'
import { holdersIn, rowView } from '../views/row.ts'
import { countiesOf } from './counties.ts'
import { dueBefore } from './due.ts'
import type { ExplainView, MatterRow, Page, Scope } from '../wire.ts'

const oneOf = <const T extends string>(...values: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: values })

const narrowed = {
  scope: Type.Optional(oneOf('party', 'mine', 'office', 'region')),
  procedure: Type.Optional(Type.String({ maxLength: 60, pattern: '^[A-Za-z0-9-]*$' })),
  stage: Type.Optional(Type.String({ maxLength: 200, pattern: '^[A-Za-z0-9,-]*$', description: 'One stage, or several by commas. 环节，可逗号分隔。' })),
  due: Type.Optional(oneOf('late', 'today', 'week')),
  region: Type.Optional(regionCode),
  cursor: Type.Optional(Type.String({ maxLength: 500, pattern: '^[A-Za-z0-9_.-]*$' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}

const filter = Type.Object(narrowed, { additionalProperties: false })

/** The same, and what may name a person: that stands in a body and never in an address, which browsers, proxies and colleagues keep. */
const sought = Type.Object({
  ...narrowed,
  term: Type.Optional(Type.String({ maxLength: 200, pattern: '^[A-Za-z0-9]+:[^\\u0000-\\u001F\\u007F-\\u009F]+$', description: 'fact:value, for facts declared `search: exact`. 事实:值。' })),
  q: Type.Optional(plainText(100, { description: 'Words in the text, a number, a phone or its last four digits, as far as the post reads them. 文字、编号、电话或后四位，以岗位可读取者为限。' })),
}, { additionalProperties: false })

type Filter = Static<typeof sought>

const reachOf = (actor: Actor) => (actor.kind === 'clock' || actor.kind === 'system' ? 'own' : postKinds[actor.kind].reach)

const usualScope = (actor: Actor): Scope => ({ own: 'party', office: 'office', region: 'region' } as const)[reachOf(actor)]

const fault = (fact: string, zh: string, en: string): Refused => new Refused(badRequest([{ fact, why: words(zh, en) }]))

/** Whether matters in a stage of this name have come to their end, by every procedure that has one. */
const isEnd = ({ house }: Site, stage: string): boolean => house.procedures.every(procedure => procedure.stages[stage] === undefined || isFinal(procedure, stage))

/** Whether nobody has work to do any more on matters in a stage of this name. */
const ends = ({ house }: Site, stage: string): boolean => !house.procedures.some(procedure => procedure.stages[stage] !== undefined && isOpen(procedure, stage))

/** One end alone has a list of its own. */
const endIn = (site: Site, stages: readonly string[]): readonly string[] => {
  const [stage, ...others] = stages
  return stage !== undefined && others.length === 0 && isEnd(site, stage) ? [endTerm(stage)] : []
}

const askOf = (site: Site, actor: Actor, query: Filter, now: Date): ListAsk & { readonly scope: Scope } => {
  const scope = query.scope ?? usualScope(actor)
  if (scope === 'region' && reachOf(actor) !== 'region') throw new Refused(noRight('此岗位不查看辖区列表', 'This post has no list of its area'))
  if (scope === 'office' && actor.office === undefined) throw new Refused(noRight('此岗位不属于任何单位', 'This post stands in no office'))
  if (query.region !== undefined && !isRegionCode(query.region)) throw fault('region', '没有这个区划', 'there is no such place')
  if (scope === 'region' && query.region !== undefined && !isWithin(query.region, actor.region)) throw new Refused(noRight('该地不在您的辖区', 'That place is outside your area'))
  const seeker = { actor, scope, procedure: query.procedure }
  const found = soughtBy(site.house, seeker, query.q)
  const stages = query.stage?.split(',').filter(stage => stage !== '') ?? []
  const terms = [...(query.term === undefined ? [] : [termFor(site.house, seeker, query.term)]), ...(found.keyed === undefined ? [] : [found.keyed]), ...endIn(site, stages)]
  return {
    scope, counties: countiesOf(actor, site.directory.now), limit: query.limit ?? 20,
    ...(query.region !== undefined && { region: query.region }), ...(query.procedure !== undefined && { procedure: query.procedure }),
    ...(stages.length > 0 && { stages }),
    ...(query.due !== undefined && { due: query.due === 'late' ? 'late' as const : dueBefore(query.due, now) }),
    ...(terms.length > 0 && { terms }), ...(found.words !== undefined && { words: found.words }), ...(found.number !== undefined && { number: found.number }),
    // Ended matters are not due: they come, the newest first, where their stage or a phone is asked for.
    ...((found.keyed !== undefined || stages.some(stage => ends(site, stage))) && { all: true }),
  }
}

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
      return {
        rows: rows.map(row => rowView(house.law, versionOf(house, row.procedure, row.version), row, reader, names)),
        ...(last && { next: site.cursors.write(of, last) }),
      }
    })
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
