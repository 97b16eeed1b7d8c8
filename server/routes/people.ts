import { Type } from 'typebox'
import { legalDay } from '../../kernel/calendar.ts'
import { postKinds, reads, type Actor } from '../../kernel/post.ts'
import { countyOf, isRegionCode, isWithin, levelOf } from '../../kernel/region.ts'
import { refuse } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { householdsIn } from '../../registers/households/read.ts'
import { householdsOf } from '../../registers/people.ts'
import { grantOnRoll } from '../../store/read/grants.ts'
import { logReading, purposeOf } from '../../store/read/log.ts'
import { identityOf } from '../auth/guard.ts'
import { sendRefusal } from '../http/problem.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { doorsSchema, householdsSchema } from '../schemas/access.ts'
import { regionCode } from '../schemas/common.ts'
import type { Site } from '../site.ts'
import { regionRef } from '../views/place.ts'
import { readerOf } from '../views/reader.ts'
import type { DoorsView } from '../wire.ts'

const size = 50

/** Whoever works in the place and is cleared for it reads the roll by duty. */
const byDuty = (actor: Actor, village: string): boolean =>
  actor.kind !== 'clock' && actor.kind !== 'system' && postKinds[actor.kind].reach === 'region' && postKinds[actor.kind].acts && reads(actor.clearance, 'internal') && isWithin(village, actor.region)

const notYours = () => refuse('no-right', words('该地名册不在您的权限内', 'The roll of that place is outside your reach'), {
  basis: ['20.2'], remedy: words('确需查看的，请申请调阅授权', 'Where you need it, ask for a grant to read'),
})

/** The roll of a village: households and people, for who works there, and for whom a grant opens it (Art. 20.2). */
export const peopleRoutes = (app: App, site: Site): void => {
  const { house } = site
  app.get('/api/people', {
    schema: {
      tag: 'access', says: { zh: '村（社区）户和人口名册', en: 'Households and people of a village' },
      querystring: Type.Object({ village: regionCode, cursor: Type.Optional(Type.String({ maxLength: 500 })) }, { additionalProperties: false }), response: { 200: householdsSchema },
    },
  }, async (request, reply) => {
    const { actor } = identityOf(request)
    const { village, cursor } = request.query
    if (!isRegionCode(village) || levelOf(village) !== 'village' || !site.directory.now.region(village)) return sendRefusal(request, reply, notFound())
    const of = { list: 'people', account: actor.account, post: actor.post, village }
    const after = site.cursors.read(of, cursor)
    return house.database.scoped(actor, async tx => {
      const grant = byDuty(actor, village) ? undefined : await grantOnRoll(tx, actor, 'people', village)
      if (!byDuty(actor, village) && !grant) return sendRefusal(request, reply, notYours())
      const found = await householdsOf(tx, village, size + 1, after?.id)
      const rows = found.slice(0, size)
      const last = rows.at(-1)
      // Names leave the register a page at a time, onto phones too: also by duty each page is entered.
      if (rows.length > 0) {
        logReading(tx, house.keys, actor, {
          county: countyOf(village), at: site.now(), register: 'people', region: village, facts: ['address', 'name', 'bornDecade'], people: rows.reduce((n, row) => n + row.people.length, 0), ...purposeOf(grant),
        })
      }
      return {
        rows: rows.map(({ id, code, address, team, size: n, people }) => ({
          id, code, address, ...(team !== null && { team }), ...(n !== null && { size: n }), people: people.map(one => ({ id: one.id, name: one.name, ...(one.head && { head: true as const }), ...(one.decade !== null && { bornDecade: one.decade }) })),
        })),
        ...(found.length > size && last && { next: site.cursors.write(of, { at: '', id: last.id }) }),
      }
    })
  })

  app.get('/api/households', {
    schema: {
      tag: 'access', says: { zh: '村（社区）户册：户编号、门牌、网格，不含姓名', en: 'The register of households of a village: codes, doors and grids, nobody by name' },
      querystring: Type.Object({ village: regionCode }, { additionalProperties: false }), response: { 200: doorsSchema },
    },
  }, async (request, reply): Promise<DoorsView | typeof reply> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const { village } = request.query
    if (!isRegionCode(village) || levelOf(village) !== 'village' || !reader.directory.region(village)) return sendRefusal(request, reply, notFound())
    const found = await house.database.scoped(actor, tx => householdsIn(tx, village, legalDay(reader.now)))
    return {
      village: regionRef(reader, village),
      rows: found.map(({ code, address, team, size: n, grid, since }) => ({ code, address, since, ...(team !== null && { team }), ...(n !== null && { size: n }), ...(grid !== null && { grid: regionRef(reader, grid) }) })),
    }
  })
}
