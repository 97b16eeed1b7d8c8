import { legalDay } from '../../kernel/calendar.ts'
import { officeCode, type Actor } from '../../kernel/post.ts'
import { disputeKinds } from '../../procedures/3-governance/dispute/kinds.ts'
import type { DemoCity } from '../../registers/demo/city.ts'
import { castOf, type Cast } from '../../registers/demo/history/cast.ts'
import { inventName } from '../../registers/demo/names.ts'
import { randomFor, type Random } from '../../registers/demo/random.ts'
import type { Life, PastAct } from '../../store/bulk.ts'

const hour = 3_600_000
const day = 24 * hour

/** Kinds that anybody may mediate. */
const kinds = Object.keys(disputeKinds).filter(kind => kind !== 'administrative')

const opening = (random: Random, village: string) => ({
  headline: `纠纷 ${random.whole(1, 999_999)}`, place: village, about: random.pick(kinds),
  sides: [{ role: 'applicant', name: inventName(random), nature: 'person' }, { role: 'respondent', name: inventName(random), nature: 'person' }],
})

const agreed = (at: Date) => ({ issues: '谁负责、赔多少', terms: '双方各让一步，月底前办清', agreedOn: legalDay(at), readAloud: true })

/** From one door to an oral agreement and its performance; later ones stand somewhere on the way. */
const mediated = (random: Random, village: string, committee: Actor, centre: Actor, mediator: Actor, begun: Date): readonly PastAct[] => {
  const at = (days: number): Date => new Date(begun.getTime() + days * day)
  const step = (days: number, actor: Actor, name: string, input: PastAct['input'] = {}): PastAct => ({ at: at(days), step: name, actor, input })
  return [
    step(0, committee, 'register', { ...opening(random, village), story: '双方各说各的理，几次没有说到一起' }), step(0.3, centre, 'accept', { danger: 'none' }),
    step(0.8, centre, 'choose', { track: 'people', body: officeCode(village.slice(0, 9), 'mediation'), grade: 'ordinary' }),
    ...[1, 2].map(seatNumber => step(1.5 + seatNumber / 10, mediator, 'hearSide', { seatNumber, answer: 'agrees', heardHow: 'phone' })),
    step(2, mediator, 'nameMediator', { mediator: mediator.account, chosenHow: 'chosen' }),
    ...[1, 2].map(seatNumber => step(2 + seatNumber / 10, mediator, 'tellRights', { seatNumber, sheet: [random.uuid()] })),
    step(6, mediator, 'holdSession', { heldOn: legalDay(at(6)), format: 'together', minutes: '双方各说一遍，商定办法', language: 'zh', readAloud: true }),
    step(8, mediator, 'agreeOrally', agreed(at(8))), step(20, mediator, 'perform', { performedOn: legalDay(at(20)), performedNote: '已办清' }),
  ]
}

/** So many disputes of one county over the year before `now`: half settled on the spot, half by a town’s mediators. */
export const disputeYear = (city: DemoCity, now: Date, count: number): readonly Life[] => {
  const cast: Cast = castOf(city)
  const villages = city.regions.map(region => region.code).filter(code => code.length === 12 && cast.committee(code) !== undefined)
  return Array.from({ length: count }).flatMap((_, n): readonly Life[] => {
    const random = randomFor(11, 'dispute', n)
    const village = random.pick(villages)
    const [committee, [centre], [mediator]] = [cast.committee(village), cast.inOffice(officeCode(village.slice(0, 9), 'centre'), 'dispatcher'), cast.inOffice(officeCode(village.slice(0, 9), 'mediation'), 'mediator')]
    if (!committee || !centre || !mediator) return []
    const begun = new Date(now.getTime() - random.next() * 365 * day - hour)
    const acts = n % 2 === 0 ? [{ at: begun, step: 'settleOnSpot', actor: committee, input: { ...opening(random, village), danger: 'none', ...agreed(begun), performedNow: 'atOnce' } }]
      : mediated(random, village, committee, centre, mediator, begun).filter(act => act.at < now)
    return [{ id: random.uuid(), procedure: 'dispute', acts }]
  })
}
