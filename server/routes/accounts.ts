import { Type } from 'typebox'
import type { FastifyRequest } from 'fastify'
import { isRegionCode, isWithin } from '../../kernel/region.ts'
import { Refused } from '../../kernel/refusal.ts'
import { accountsNamed, accountsWithoutPost, postsIn } from '../../registers/account-list.ts'
import { identityOf } from '../auth/guard.ts'
import { limitAccount } from '../http/limits.ts'
import { noRight, notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { accountsSchema, namedSchema, postsSchema } from '../schemas/accounts.ts'
import { regionCode } from '../schemas/common.ts'
import type { Site } from '../site.ts'
import { officeRef, regionRef } from '../views/place.ts'
import { readerOf, type Reader } from '../views/reader.ts'
import type { AccountLine, NamedAccount, Page, PostLine } from '../wire.ts'

const tag = 'accounts'

/** Whose work it is to open accounts, to propose posts and to confirm them. */
const appointing: readonly string[] = ['systemAdmin', 'securityAdmin', 'lead']

const paged = Type.Object({
  region: Type.Optional(regionCode), cursor: Type.Optional(Type.String({ maxLength: 500 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}, { additionalProperties: false })

/** Accounts without a post, posts and who holds them, and accounts by name, each within the reader's own area. */
export const accountRoutes = (app: App, site: Site): void => {
  const { database } = site.house
  const searches = limitAccount(app, site.limits.search)

  /** The region asked for, the reader's own where none is. Throws `Refused` for whoever does not administer it. */
  const within = (request: FastifyRequest, region: string | undefined): { readonly reader: Reader; readonly region: string } => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const asked = region ?? actor.region
    if (!appointing.includes(actor.kind)) throw new Refused(noRight('此岗位不管理账号和岗位', 'This post does not administer accounts and posts'))
    if (!isRegionCode(asked) || !reader.directory.region(asked)) throw new Refused(notFound())
    if (!isWithin(asked, actor.region)) throw new Refused(noRight('该地不在您的辖区', 'That place is outside your area'))
    return { reader, region: asked }
  }

  app.get('/api/posts', {
    schema: { tag, says: { zh: '辖区内的岗位及任职人员', en: 'Who holds which post within a region' }, querystring: paged, response: { 200: postsSchema } },
  }, async (request): Promise<Page<PostLine>> => {
    const { cursor, limit = 100 } = request.query
    const { reader, region } = within(request, request.query.region)
    const of = { list: 'posts', region, account: reader.actor.account }
    const found = await database.scoped(reader.actor, tx => postsIn(tx, region, reader.now, limit + 1, site.cursors.read(of, cursor)))
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    return {
      rows: rows.map(({ office, region: place, since, until, at: _, ...row }) => ({
        ...row, region: regionRef(reader, place), since: since.toISOString(), ...(office !== null && { office: officeRef(reader, office) }), ...(until !== null && { until: until.toISOString() }),
      })),
      ...(found.length > limit && last && { next: site.cursors.write(of, { at: last.at, id: last.id }) }),
    }
  })

  app.get('/api/accounts', {
    schema: { tag, says: { zh: '辖区内尚无岗位的账号', en: 'Accounts within a region that hold no post' }, querystring: paged, response: { 200: accountsSchema } },
  }, async (request): Promise<Page<AccountLine>> => {
    const { cursor, limit = 100 } = request.query
    const { reader, region } = within(request, request.query.region)
    const of = { list: 'accounts', region, account: reader.actor.account }
    const found = await database.scoped(reader.actor, tx => accountsWithoutPost(tx, region, reader.now, limit + 1, site.cursors.read(of, cursor)))
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    return {
      rows: rows.map(({ id, name, place, created, stage, phone }) => ({
        id, name, created: created.toISOString(), ...(place !== null && { place: regionRef(reader, place) }), ...(stage !== null && { stage }), ...(phone !== null && { phone }),
      })),
      ...(found.length > limit && last && { next: site.cursors.write(of, { at: last.at, id: last.id }) }),
    }
  })

  // By POST: a name has no place in an address.
  app.post('/api/accounts/named', {
    schema: {
      tag, says: { zh: '按姓名或拼音开头查找账号，供任命时选择', en: 'Accounts by the beginning of a name or its pinyin, to appoint' },
      body: Type.Object({ region: Type.Optional(regionCode), q: Type.String({ minLength: 1, maxLength: 50 }) }, { additionalProperties: false }), response: { 200: namedSchema },
    },
  }, async (request): Promise<readonly NamedAccount[]> => {
    const { reader, region } = within(request, request.body.region)
    await searches(request)
    const typed = request.body.q.trim()
    if (typed === '') return []
    const rows = await database.scoped(reader.actor, tx => accountsNamed(tx, region, typed, reader.now, 20))
    return rows.map(({ id, name, place }) => ({ id, name, ...(place !== null && { place: regionRef(reader, place) }) }))
  })
}
