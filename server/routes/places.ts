import { Type } from 'typebox'
import { officeCode } from '../../kernel/post.ts'
import { isRegionCode } from '../../kernel/region.ts'
import type { Region } from '../../registers/directory.ts'
import { membersOf } from '../../registers/posts.ts'
import { identityOf } from '../auth/guard.ts'
import { sendRefusal } from '../http/problem.ts'
import { noRight, notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { levelSchema, officeSchema, regionCode, regionSchema } from '../schemas/common.ts'
import { membersSchema } from '../schemas/people.ts'
import type { Site } from '../site.ts'
import { officeRef, regionRef } from '../views/place.ts'
import type { OfficeRef, RegionRef } from '../wire.ts'
import { languageOf } from '../http/language.ts'

const tag = 'places'

/** Regions and offices, from memory; who works in an office, from the register. */
export const placeRoutes = (app: App, site: Site): void => {
  const names = (header: string | undefined) => ({ directory: site.directory.now, language: languageOf(header) })

  app.get('/api/regions', {
    schema: {
      open: true, tag, says: { zh: '下级区划（给 level 则为其下该层级的全部），或按名称、拼音查找；都不给则为最上级', en: 'Regions inside one (all those of a `level` where it is given), or by name or pinyin; the topmost where neither is given' },
      querystring: Type.Object({ parent: Type.Optional(regionCode), level: Type.Optional(levelSchema), q: Type.Optional(Type.String({ maxLength: 60 })) }, { additionalProperties: false }),
      response: { 200: Type.Array(regionSchema) },
    },
  }, async (request): Promise<readonly RegionRef[]> => {
    const { parent, q, level } = request.query
    const { now } = site.directory
    const below = (code: string): readonly Region[] => now.children(code).flatMap(region => (region.level === level ? [region] : below(region.code)))
    const found = parent !== undefined && level !== undefined ? below(parent) : q !== undefined && q.trim() !== '' ? now.searchRegions(q, { ...(parent !== undefined && { within: parent }), limit: 50 }) : now.children(parent ?? '')
    return found.map(region => regionRef(names(request.headers['accept-language']), region.code))
  })

  app.get('/api/offices', {
    schema: {
      tag, says: { zh: '管辖某地的单位，由近及远', en: 'Offices that answer for a place, nearest first' },
      querystring: Type.Object({ region: regionCode, q: Type.Optional(Type.String({ maxLength: 60 })) }, { additionalProperties: false }),
      response: { 200: Type.Array(officeSchema) },
    },
  }, async (request, reply): Promise<readonly OfficeRef[] | typeof reply> => {
    const { region, q } = request.query
    const { now } = site.directory
    if (!isRegionCode(region) || !now.region(region)) return sendRefusal(request, reply, notFound())
    const found = q !== undefined && q.trim() !== '' ? now.searchOffices(q, region, 50) : now.officesFor(region)
    return found.map(office => officeRef(names(request.headers['accept-language']), office.code))
  })

  app.get('/api/offices/:region/:kind/people', {
    schema: {
      tag, says: { zh: '单位中可经办的人员', en: 'Who holds a post in an office' },
      params: Type.Object({ region: regionCode, kind: Type.String({ pattern: '^[A-Za-z][A-Za-z0-9-]{0,39}$' }) }), response: { 200: membersSchema },
    },
  }, async (request, reply) => {
    const { actor } = identityOf(request)
    const office = officeCode(request.params.region, request.params.kind)
    if (actor.kind === 'resident') return sendRefusal(request, reply, noRight())
    if (!site.directory.now.office(office)) return sendRefusal(request, reply, notFound())
    const members = await site.house.database.scoped(actor, tx => membersOf(tx, office, site.now()))
    return [...new Map(members.map(member => [member.account, { id: member.account, name: member.name }])).values()]
  })
}
