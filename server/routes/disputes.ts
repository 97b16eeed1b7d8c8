import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { system } from '../../kernel/post.ts'
import { Refused, refuse } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import type { Dispute } from '../../procedures/3-governance/dispute/facts.ts'
import { talking } from '../../procedures/3-governance/dispute/stages.ts'
import { seatRole } from '../../procedures/3-governance/dispute/parts.ts'
import { roles, type Seat } from '../../procedures/3-governance/dispute/sides.ts'
import { act } from '../../store/act.ts'
import { readMatter } from '../../store/read/matter.ts'
import { joinCode } from '../../store/seal.ts'
import { identityOf } from '../auth/guard.ts'
import { isCode } from '../http/code.ts'
import { languageOf } from '../http/language.ts'
import { limitAddress } from '../http/limits.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { mediatorChoices } from '../reads/mediator-choices.ts'
import { rowByNumber } from '../reads/rows.ts'
import { idSchema, plainText, wordsSchema } from '../schemas/common.ts'
import { mediatorChoicesSchema } from '../schemas/mediator-choices.ts'
import type { Site } from '../site.ts'
import type { Joined, MediatorChoices, SeatCodes } from '../wire/disputes.ts'

const tag = 'disputes'

const unknown = () => refuse('not-found', words('编号或加入码不正确', 'The number or the code is wrong'), { remedy: words('请核对告知书上的编号和加入码，或者联系调解组织', 'Check both on your notice, or ask the body that mediates') })
const forResidents = () => refuse('not-yours', words('以岗位身份不能加入为当事人', 'Nobody joins as a side from a post'), { remedy: words('请切换为居民身份', 'Act as a resident') })

const seatsOf = (facts: object): readonly Seat[] => (facts as { readonly seats?: readonly Seat[] }).seats ?? []

/** Sides of a dispute and their accounts: each joins with the number and the code that its notice bears, and nobody looks up anybody’s account. */
export const disputeRoutes = (app: App, site: Site): void => {
  const { house } = site

  app.get('/api/disputes/:id/codes', {
    schema: {
      tag, says: { zh: '各方当事人的加入码（印在告知书上）', en: 'The codes by which each side joins, for its notice' }, params: Type.Object({ id: idSchema }),
      response: { 200: Type.Object({ number: Type.String(), seats: Type.Array(Type.Object({ seat: Type.Integer(), role: wordsSchema, code: Type.String(), joined: Type.Boolean() })) }) },
    },
  }, async (request): Promise<SeatCodes> => {
    const { actor } = identityOf(request)
    const page = await house.database.scoped(actor, tx => readMatter(tx, house, actor, request.params.id, { now: site.now(), plain: true }))
    if (page?.matter.procedure !== 'dispute' || actor.office === undefined || page.matter.holder?.office !== actor.office) throw new Refused(notFound())
    return {
      number: page.row.number,
      seats: seatsOf(page.matter.facts).map(({ number: seat = 0, role, renewed }) => ({ seat, role: roles[role ?? 'third'], code: joinCode(house.keys, page.matter.id, seat, renewed), joined: page.matter.parties.some(one => one.role === seatRole(seat)) })),
    }
  })

  app.get('/api/disputes/:id/mediators', {
    schema: {
      tag, says: { zh: '可选的调解员：领域、语言、地点和远近、在办多少，供承办的调解组织和各方当事人选', en: 'Mediators to choose from: fields, languages, place and distance, load; for the body that has the dispute and for its sides' },
      params: Type.Object({ id: idSchema }), response: { 200: mediatorChoicesSchema },
    },
  }, async (request): Promise<MediatorChoices> => {
    const { actor } = identityOf(request)
    const page = await house.database.scoped(actor, tx => readMatter(tx, house, actor, request.params.id, { now: site.now(), plain: true }))
    const [matter, office] = [page?.matter as Dispute | undefined, page?.matter.holder?.office]
    const asSide = matter?.parties.some(one => one.role === 'disputant' && one.account === actor.account) === true
    if (matter?.procedure !== 'dispute' || office === undefined || !talking.some(stage => stage === matter.stage) || !(asSide || office === actor.office)) throw new Refused(notFound())
    const mediator = page?.facts.find(one => one.fact === 'mediator' && !one.masked)?.value
    return mediatorChoices(site, matter, { office, mediator, asSide, language: languageOf(request.headers['accept-language']) })
  })

  app.post('/api/disputes/join', {
    preHandler: limitAddress(app, site.limits.follow),
    schema: {
      tag, says: { zh: '当事人凭编号和加入码加入自己的纠纷', en: 'A side joins its dispute by number and code' },
      body: Type.Object({ number: plainText(40), code: plainText(40) }, { additionalProperties: false }), response: { 200: Type.Object({ id: idSchema }) },
    },
  }, async (request): Promise<Joined> => {
    const { actor } = identityOf(request)
    if (actor.kind !== 'resident') throw new Refused(forResidents())
    const { number, code } = request.body
    const row = await house.database.scoped(system, tx => rowByNumber(tx, number.trim()))
    const seats = row?.procedure === 'dispute' ? seatsOf(row.facts) : []
    const seat = seats.find(one => isCode(code, joinCode(house.keys, row?.id ?? '', one.number ?? 0, one.renewed)))
    if (!row || seat?.number === undefined) throw new Refused(unknown())
    const taken = await act(house, system, { id: randomUUID(), matter: row.id, county: row.county, step: 'join', input: { seatNumber: seat.number, joiner: actor.account } }, site.now())
    if ('refused' in taken) throw new Refused(taken)
    return { id: row.id }
  })
}
