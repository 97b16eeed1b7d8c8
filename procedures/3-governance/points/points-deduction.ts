import { legalDay } from '../../../kernel/calendar.ts'
import { notify } from '../../../kernel/effect.ts'
import { choice, day, files, region, text, whole } from '../../../kernel/facts.ts'
import { need, procedure, within, type Context, type Move } from '../../../kernel/procedure.ts'
import { faultAt, isRefusal, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { ofGovernment, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import type { CovenantInForce } from '../covenant/clauses.ts'
import type { HouseholdPoints, Scheme } from './needs.ts'
import { committeeOf, days, householdCode, householdMember, kinAsked, kinshipFacts, noHousehold, notToKin, ownHousehold, someScheme, tooLongAgo, toCommittee, twoPeople } from './parts.ts'
import { asHousehold, hearingOwed, heardAhead, joined, notTold, speakingFacts } from './speaking.ts'

const outcomes = {
  deduct: { zh: '扣分', en: 'Deduct' },
  drop: { zh: '不扣分', en: 'Do not' },
} as const

const facts = {
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'] }),
  household: householdCode({ zh: '户编码', en: 'Household' }),
  clause: text({ zh: '村规民约、居民公约条款', en: 'Clause of the covenant', max: 20, hint: words('施行中的条款号，如：第十二条填 12', 'Its number, such as 12') }),
  covenant: text({ zh: '依据的条款', en: 'What the clause says', max: 2000 }),
  points: whole({ zh: '拟扣积分', en: 'Points to be deducted', min: 1, max: 10_000, unit: words('分', 'points') }),
  happenedOn: day({ zh: '哪一天', en: 'On which day' }),
  story: text({ zh: '事实', en: 'What happened', min: 4, max: 1000, lines: 4 }),
  evidence: files({ zh: '证据', en: 'Evidence', accept: 'any', max: 6 }),
  witness: text({ zh: '证据说明', en: 'What shows it', min: 4, max: 1000, lines: 2, hint: words('谁看到、在哪里有记录；与证据至少有一样', 'Who saw it, where it is recorded; this or papers, one at least') }),
  ...speakingFacts,
  ...kinshipFacts,
  outcome: choice(outcomes, { zh: '决定', en: 'Decision', search: 'exact' }),
  grounds: text({ zh: '理由', en: 'Grounds', min: 4, max: 1000, lines: 3, hint: words('说明采纳或者不采纳申辩的理由', 'Say why what they said was taken up, or not') }),
}

type Facts = typeof facts
type Loads = { covenant: ReturnType<typeof need<CovenantInForce>>; covenantNow: ReturnType<typeof need<CovenantInForce>>; own: typeof ownHousehold; household: ReturnType<typeof need<HouseholdPoints>>; scheme: ReturnType<typeof need<Scheme>> }
type Now = Context<Facts, Loads>
const fault: FaultOf<Facts> = faultAt

const noClause = (zh: string, en: string): Refusal => refuse('no-clause', words(zh, en), { basis: ['26.2'], remedy: words('扣分只能依据本村施行中的村规民约、居民公约里写明扣分的条款', 'Points are deducted only by a clause of the covenant in force that says so') })

/** The clause as it stands today; it has to have said so on the day in question too. */
const clauseFor = (c: Now): { readonly text: string } | Refusal => {
  const [then, now] = [c.needs.covenant, c.needs.covenantNow].map(one => one?.clauses.find(each => each.number === c.facts.clause))
  if (!now) return noClause('现在施行的村规民约、居民公约没有这一条', 'The covenant in force has no such clause')
  if (!then) return noClause('事情发生时还没有这一条', 'There was no such clause when it happened')
  for (const { kind, consequence, points } of [then, now]) {
    if (kind !== 'penalty' || consequence !== 'points' || points === undefined) return noClause('这一条没有规定扣分', 'That clause deducts no points')
    if ((c.facts.points ?? 0) > points) return noClause(`这一条最多扣 ${points} 分`, `That clause deducts ${points} at the most`)
  }
  return now
}

const notBelowZero = (c: Now): Refusal | undefined => {
  const free = c.needs.household?.free ?? 0
  return (c.facts.points ?? 0) <= free ? undefined : refuse('below-zero', words(`该户现有可用积分 ${free} 分，不能扣成负数`, `The household has ${free} free points: none falls below zero`), { remedy: words(free > 0 ? `最多扣 ${free} 分` : '该户没有积分可扣，以教育劝导为主', free > 0 ? `Deduct ${free} at the most` : 'There is nothing to deduct; talk to them instead') })
}

const spoken = (c: Now): Move<Facts, never> => ({ effects: [toCommittee(c.matter.region, '该户对拟扣分提出陈述申辩', 'The household has spoken to the deduction')] })

const tellsThem = words('拟对您家扣减积分，您可以陈述申辩、要求当面听取', 'Points may be deducted from your household; you may speak, and ask to be heard')

/**
 * 扣分: points taken from a household by a clause of the covenant in force that says so, after the household was told, could speak and, where it asked to, was heard; decided by another
 * than who proposed it, never below zero, and shown to the village like any other line (Art. 27.3, 26.2).
 */
export const pointsDeduction = procedure('points-deduction', {
  title: words('积分扣减', 'Deduction of points'),
  since: '2023-02-01',
  basis: ['27.3', '26.2'],
  facts,
  heading: 'story',
  place: 'village',
  records: ['points-deduction'],
  needs: {
    covenant: need<CovenantInForce>('covenantInForce', c => ({ village: c.matter.region, day: c.facts['happenedOn'] ?? legalDay(c.now) })),
    household: need<HouseholdPoints>('points-household', c => ({ county: c.matter.county, village: c.matter.region, household: c.facts['household'] ?? null, account: c.actor.account })),
    covenantNow: need<CovenantInForce>('covenantInForce', c => ({ village: c.matter.region, day: legalDay(c.now) })),
    own: ownHousehold,
    /** In force on the day in question: a scheme never reaches back. */
    scheme: need<Scheme>('points-scheme', c => ({ village: c.matter.region, day: c.facts['happenedOn'] ?? legalDay(c.now) })),
  },
  stages: {
    toTell: { zh: '待告知该户', en: 'The household is to be told', due: within('points.check', 'remindTell') },
    noticed: { zh: '已告知，听取申辩', en: 'Told; may speak', due: within('points.statement', 'close') },
    deciding: { zh: '待决定', en: 'To be decided', due: within('points.deduction-decide', 'remind') },
    deducted: { zh: '已决定，待公示', en: 'Decided; to be shown', settled: true, waits: words('到列入公示为止', 'Until it is shown') },
    shown: { zh: '公示中', en: 'Shown to the village', settled: true, waits: words('到公示期满为止', 'Until the time for objections is over') },
    settled: { zh: '公示期满', en: 'Shown in full', final: true },
    dropped: { zh: '不扣分', en: 'Not deducted', final: true },
  },
  steps: {
    propose: {
      zh: '提出扣分', en: 'Propose a deduction', opens: 'toTell', basis: ['27.3', '26.2'], by: [post('committee', 'village')], asks: ['village', 'household', 'clause', 'points', 'happenedOn', 'story', 'evidence?', 'witness?', ...kinAsked], needs: ['covenant', 'covenantNow', 'household', 'scheme', 'own'],
      causes: words('先打印告知书告知该户，该户可以陈述申辩、要求当面听取；此前不扣', 'Print the notice and tell the household first; it may speak and be heard, and nothing is deducted before'),
      then: c => {
        if ((c.input.happenedOn ?? '') > legalDay(c.now)) return fault('happenedOn', '日期在今天以后', 'That day is still to come')
        if ((c.input.evidence ?? []).length === 0 && c.input.witness === undefined) return fault('evidence', '扣分须有证据', 'A deduction has evidence')
        if (tooLongAgo(c.law, 'points.award-late', c.input.happenedOn ?? '', c.now)) return fault('happenedOn', '超出可以扣分的日期', 'It lies too far back')
        if (!c.needs.scheme) return someScheme('那一天本村（社区）没有施行中的积分办法，不能扣分', 'This village had no scheme in force on that day: no points can be deducted')
        if (!c.needs.household?.known) return fault('household', noHousehold.zh, noHousehold.en)
        const clause = clauseFor(c)
        if (isRefusal(clause)) return clause
        return notToKin(c.input.kinWith, [c.input.household ?? ''], c.needs.own?.code) ?? {
          holder: { office: committeeOf(c.matter.region) }, parties: [{ role: 'proposer', account: c.actor.account }, ...asHousehold(c.needs.household.members)],
          set: { covenant: clause.text, speakDays: days(c.law, 'points.statement', c.now) },
        }
      },
    },
    tell: {
      zh: '告知该户', en: 'Tell the household', from: ['toTell'], to: 'noticed', basis: ['27.3', '26.2'], primary: true, by: [post('committee', 'village')], asks: ['toldHow', 'toldProof?'],
      causes: words('先打印告知书送达该户；自告知起算陈述申辩期', 'Print the notice and hand it over first; the time to speak begins now'),
      then: c => notTold(c) ?? { counts: { noticed: 1 }, effects: [notify({ party: 'household' }, tellsThem)] },
    },
    join: {
      zh: '新关联的家庭成员加入', en: 'A member linked meanwhile joins', from: ['toTell', 'noticed', 'deciding'], basis: ['27.3'], by: [thePlatform], needs: ['household'],
      then: c => joined(c.matter, c.needs.household?.members ?? [], c.matter.stage === 'toTell' ? words('关于您家的一件积分事项正在办理', 'A matter of your household’s points is under way') : tellsThem),
    },
    state: {
      zh: '陈述申辩', en: 'Speak', from: ['noticed', 'deciding'], basis: ['27.3'], by: [householdMember], asks: ['statement', 'wantsHearing?'],
      causes: words('必须写明是否采纳及理由；要求当面听取的，听取后才能决定', 'It must be answered with grounds; asked to be heard, nothing is decided before'),
      then: spoken,
    },
    stateFor: {
      zh: '代为录入申辩', en: 'Enter what they say', from: ['noticed', 'deciding'], basis: ['27.3'], by: [post('committee', 'village'), post('gridWorker')], asks: ['statement', 'wantsHearing?', 'statementSheet'],
      causes: words('附本人签字的材料', 'With the paper they signed'),
      then: spoken,
    },
    hear: {
      zh: '当面听取', en: 'Hear them', from: ['noticed', 'deciding'], basis: ['27.3'], by: [post('committee', 'village')], asks: ['heardOn', 'heard', 'statementSheet?'],
      then: c => heardAhead(c.input.heardOn, c.now) ?? { parties: [{ role: 'hearer', account: c.actor.account }] },
    },
    close: { zh: '申辩期满', en: 'Time to speak is over', from: ['noticed'], to: 'deciding', basis: [], by: [theClock], then: c => ({ effects: [toCommittee(c.matter.region, '申辩期满，请决定是否扣分', 'The time to speak is over; please decide')] }) },
    decide: {
      zh: '决定', en: 'Decide', from: ['noticed', 'deciding'], to: ['deducted', 'dropped'], basis: ['27.3', '26.2'], primary: true, by: [post('committee', 'village'), ofGovernment('lead', 'township')], asks: ['outcome', 'grounds', ...kinAsked], needs: ['covenant', 'covenantNow', 'household', 'scheme', 'own'],
      only: ({ matter }) => (matter.stage === 'noticed' ? refuse('not-heard', words('申辩期未满，不能决定扣分', 'The household may still speak: nothing is decided yet'), { basis: ['27.3'], remedy: words('申辩期满后再决定', 'Decide once the time is over') })
        : hearingOwed({ matter })),
      causes: words('决定扣分的列入下一期公示，公示期满没有异议的入账', 'A deduction is shown with the next posting, and posted where nobody objects'),
      then: c => {
        if (c.matter.parties.some(one => one.role === 'proposer' && one.account === c.actor.account)) return twoPeople('提出扣分的人不能决定（平台规则）', 'Who proposed it can’t decide it (a product rule)')
        const kin = notToKin(c.input.kinWith, [c.matter.facts.household ?? ''], c.needs.own?.code)
        if (kin) return kin
        if (c.input.outcome === 'drop') return { to: 'dropped', effects: [notify({ party: 'household' }, words('决定不扣分', 'No points are deducted'))] }
        const clause = clauseFor(c)
        if (isRefusal(clause)) return clause
        if (!c.needs.scheme) return someScheme('那一天本村（社区）没有施行中的积分办法，不能扣分', 'This village had no scheme in force on that day: no points can be deducted')
        const { household = '', clause: number = '', points = 0, happenedOn = '' } = c.matter.facts
        return notBelowZero(c) ?? {
          to: 'deducted', counts: { deducted: 1 }, parties: [{ role: 'decider', account: c.actor.account }],
          effects: [
            { do: 'record', register: 'points-deduction', row: { county: c.matter.county, village: c.matter.region, matter: c.matter.id, scorer: c.actor.account, household, item: number, what: `依据村规民约、居民公约第${number}条扣分`, points, day: happenedOn, scheme: c.needs.scheme.matter, evidence: c.input.grounds ?? '' } },
            notify({ party: 'household' }, words('已决定扣减积分，列入下一期公示，公示期内可以提出异议', 'Points are deducted and shown with the next posting; you may object meanwhile')),
          ],
        }
      },
    },
    show: { zh: '列入公示', en: 'Shown to the village', from: ['deducted'], to: 'shown', basis: ['27.3'], by: [thePlatform] },
    settle: { zh: '公示期满', en: 'Shown in full', from: ['shown'], to: 'settled', basis: ['27.3'], by: [thePlatform] },
    remindTell: {
      zh: '逾期未告知，提醒', en: 'Not told in time', from: ['toTell'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'again', start: 'oversight.escalate-again', then: 'remindTell' }], effects: [toCommittee(c.matter.region, '拟扣分逾期未告知该户', 'A household was not told of a deduction in time')] }),
    },
    remind: {
      zh: '逾期未决定，提醒', en: 'Not decided in time', from: ['deciding'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'again', start: 'oversight.escalate-again', then: 'remind' }], effects: [toCommittee(c.matter.region, '扣分事项逾期未决定', 'A deduction was not decided in time')] }),
    },
  },
  documents: {
    notice: {
      zh: '拟扣分告知书', en: 'Notice of a deduction', basis: ['27.3', '26.2'], from: ['propose'], uses: ['village', 'household', 'clause', 'covenant', 'points', 'happenedOn', 'story', 'speakDays'],
      make: c => ({
        issuer: c.place(c.facts.village ?? ''), title: '拟扣减积分告知书', to: `户编码 ${c.facts.household ?? ''}`, day: c.day, signed: [{ by: c.place(c.facts.village ?? ''), how: 'seal' }, { by: '该户签收', how: 'hand' }],
        body: [
          { p: `${c.facts.happenedOn ?? ''}，${c.facts.story ?? ''}` },
          { p: `依据本村（社区）施行中的村规民约、居民公约第${c.facts.clause ?? ''}条（${c.facts.covenant ?? ''}），拟扣减你户积分 ${c.facts.points ?? 0} 分。` },
          { p: `你户可以自收到本告知书起${c.facts.speakDays ?? 0}个工作日内陈述申辩，可以要求当面听取；没有手机的，到村（居）委会当面提出。申辩不会加重处理。` },
        ],
      }),
    },
    decision: {
      zh: '扣分决定书', en: 'Decision on a deduction', basis: ['27.3', '26.2'], from: ['decide'], uses: ['village', 'household', 'clause', 'covenant', 'points', 'happenedOn', 'story', 'outcome', 'grounds'], may: ['statement'],
      make: c => ({
        issuer: c.place(c.facts.village ?? ''), title: c.facts.outcome === 'drop' ? '不予扣分告知书' : '扣减积分决定书', to: `户编码 ${c.facts.household ?? ''}`, day: c.day, signed: [{ by: c.place(c.facts.village ?? ''), how: 'seal' }, { by: '该户签收', how: 'hand' }],
        body: [
          { p: `${c.facts.happenedOn ?? ''}，${c.facts.story ?? ''}` },
          ...(c.facts.statement === undefined ? [] : [{ p: `你户的陈述申辩：${c.facts.statement}` }]),
          { p: `理由：${c.facts.grounds ?? ''}` },
          { p: c.facts.outcome === 'drop' ? '决定不扣减你户积分。' : `依据村规民约、居民公约第${c.facts.clause ?? ''}条（${c.facts.covenant ?? ''}），扣减你户积分 ${c.facts.points ?? 0} 分。本决定列入下一期公示，公示期满没有异议的入账；有异议的，公示期内到村（居）委会当面提出，也可以请人代录，由没有参与本次扣分的人处理。` },
        ],
      }),
    },
  },
  measures: { noticed: words('告知', 'Told'), deducted: words('扣分', 'Deducted') },
  list: { columns: ['village'] },
  notCovered: [{ basis: '26.2', why: words('扣分不影响该户的法定权利、补贴和公共服务', 'No legal right, benefit or public service depends on it') }],
})
