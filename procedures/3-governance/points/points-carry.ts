import { notify } from '../../../kernel/effect.ts'
import { choice, files, region, rows, text, whole } from '../../../kernel/facts.ts'
import { need, procedure, within, type Context } from '../../../kernel/procedure.ts'
import { faultAt, faulty, refuse, type Fault, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { ofGovernment, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import type { Carrying } from './needs.ts'
import { committeeOf, householdCode, householdMember, kinAsked, kinshipFacts, notToKin, ownHousehold, toCommittee, twoPeople } from './parts.ts'
import { asHousehold, notTold, tellingFacts } from './speaking.ts'

const ways = {
  join: { zh: '并户：全部转入并入的户', en: 'Joined: all of it goes to the household it joined' },
  split: { zh: '分户：按各方商定转给分出的户', en: 'Split: as its members agreed, to those that split off' },
  close: { zh: '迁出、注销：期满仍未兑换的清零', en: 'Moved away or ended: what is not exchanged in time is closed' },
} as const

const facts = {
  village: region({ zh: '记分的村（社区）', en: 'The village that keeps the points', class: 'public', levels: ['village'] }),
  household: householdCode({ zh: '原户编码', en: 'The household as it was' }),
  way: choice(ways, { zh: '怎样结转', en: 'How they are carried over' }),
  shares: rows({ household: householdCode({ zh: '分出的户', en: 'Household that split off' }), points: whole({ zh: '转给积分', en: 'Points', min: 1, max: 100_000 }) }, { zh: '商定的分配', en: 'As agreed', max: 20, once: 'household', hint: words('没有商定转给的，留在原户编码（户主所在的户）', 'What is not agreed stays with the code, where the head is') }),
  agreed: files({ zh: '各方签字的协议', en: 'The agreement they signed', accept: 'any', max: 4 }),
  free: whole({ zh: '结转时可用积分', en: 'Free points', unit: words('分', 'points') }),
  ...tellingFacts,
  ...kinshipFacts,
  note: text({ zh: '意见', en: 'Opinion', min: 2, max: 300 }),
}

type Now = Context<typeof facts, { carrying: ReturnType<typeof need<Carrying>>; own: typeof ownHousehold }>
const fault: FaultOf<typeof facts> = faultAt

/** What stands against carrying over; asked as it is proposed, and again as it is done. */
const unfit = (c: Now): Refusal | undefined => {
  const { carrying } = c.needs
  const { way, shares = [] } = c.facts
  if (!carrying) return fault('household', '本村（社区）的积分台账里没有这一户', 'The ledger of this village has no such household')
  if (carrying.free + carrying.owed === 0) return refuse('nothing-to-carry', words('该户没有可以结转的积分', 'It has nothing to carry over'))
  if (way === 'join' && (carrying.stands || carrying.successors.length !== 1)) return fault('way', '该户没有并入本村（社区）的另一户', 'It joined no other household of this village')
  if (way === 'close' && (carrying.stands || carrying.successors.length > 0)) return fault('way', '该户仍在本村（社区），或者已并入另一户', 'It still stands in this village, or joined another')
  if (way !== 'split') return carrying.going + carrying.coming === 0 ? undefined : refuse('points-pending', words('还有公示中、预留中的积分', 'Some of it is still shown, or spoken for'), { remedy: words('待其入账、领取或者取消后再结转', 'Carry it over once that is settled') })
  const strange: readonly Fault[] = shares.flatMap(({ household = '' }, row) => (carrying.successors.includes(household) ? [] : [{ fact: 'shares', row, column: 'household', why: words('不是从该户分出的户', 'It did not split off this household') }]))
  if (strange.length > 0) return faulty(strange)
  const sum = shares.reduce((so, one) => so + (one.points ?? 0), 0)
  return sum <= carrying.free ? undefined : refuse('below-zero', words(`可用积分 ${carrying.free} 分，不够转出 ${sum} 分`, `${carrying.free} points are free, not ${sum}`))
}

/**
 * 积分结转: what a household had where it joined another, split or left. Given by the scheme and budget of one village, points never go to another: a household that joined takes all along, one
 * that split divides as its members agreed, else they stay with the code; one that left exchanges them in time, and what is left then is closed. Two people do it; nothing is made or lost on the way (Art. 27.3).
 */
export const pointsCarry = procedure('points-carry', {
  title: words('积分结转', 'Points carried over'),
  since: '2023-02-01',
  basis: ['27.3'],
  facts,
  heading: 'household',
  place: 'village',
  records: ['points-carry'],
  needs: { own: ownHousehold, carrying: need<Carrying>('points-carrying', c => ({ county: c.matter.county, village: c.matter.region, household: c.facts['household'] ?? null })) },
  stages: {
    waiting: { zh: '已告知，等待兑换', en: 'Told; may exchange them', due: within('points.close-after', 'ripen') },
    proposed: { zh: '待核对', en: 'To be checked', due: within('points.check', 'remind') },
    carried: { zh: '已结转', en: 'Carried over', final: true },
    dropped: { zh: '不结转', en: 'Left as it is', final: true },
  },
  steps: {
    propose: {
      zh: '提出积分结转', en: 'Propose to carry points over', opens: 'proposed', to: ['waiting'], basis: ['27.3'], by: [post('committee', 'village')],
      asks: ['village', 'household', 'way', { fact: 'shares', where: 'way', is: 'split' }, { fact: 'agreed', where: 'way', is: 'split' }, { fact: 'toldHow', where: 'way', is: 'close' }, 'toldProof?'], needs: ['carrying'],
      causes: words('由另一人核对；迁出、注销的先告知该户，期满前仍可在本村兑换', 'Another checks it; one that moved away or ended is told first, and may exchange its points here until then'),
      then: c => {
        const refused = unfit(c)
        if (refused) return refused
        const members = c.needs.carrying?.members ?? []
        const parties = [{ role: 'proposer', account: c.actor.account }, ...asHousehold(members)]
        const told = c.input.way === 'close' ? notTold({ matter: { ...c.matter, parties }, input: c.input }) : undefined
        return told ?? {
          to: c.input.way === 'close' ? 'waiting' : 'proposed', holder: { office: committeeOf(c.matter.region) }, parties, set: { free: c.needs.carrying?.free ?? 0 },
          effects: [notify({ party: 'household' }, words('您家原有的积分将办理结转，请查看', 'The points your household had are to be carried over: please look'))],
        }
      },
    },
    ripen: { zh: '兑换期满', en: 'The time to exchange is over', from: ['waiting'], to: 'proposed', basis: [], by: [theClock], then: c => ({ effects: [toCommittee(c.matter.region, '兑换期满，请核对积分结转', 'The time to exchange is over: please check')] }) },
    object: { zh: '不同意结转', en: 'Object to it', from: ['waiting', 'proposed'], to: 'dropped', basis: ['27.3'], by: [householdMember], asks: ['statement'], then: c => ({ effects: [toCommittee(c.matter.region, '该户不同意积分结转', 'The household objects')] }) },
    confirm: {
      zh: '核对结转', en: 'Carry them over', from: ['proposed'], to: 'carried', basis: ['27.3'], primary: true, by: [post('committee', 'village'), ofGovernment('lead', 'township')], asks: ['note?', ...kinAsked], needs: ['carrying', 'own'],
      then: c => {
        if (c.matter.parties.some(one => one.role === 'proposer' && one.account === c.actor.account)) return twoPeople('提出结转的人不能核对（平台规则）', 'Who proposed it can’t check it (a product rule)')
        const { household = '', way = 'join', shares = [] } = c.matter.facts
        const successors = c.needs.carrying?.successors ?? []
        return notToKin(c.input.kinWith, [household, ...successors], c.needs.own?.code) ?? unfit(c) ?? {
          effects: [
            { do: 'record', register: 'points-carry', row: { county: c.matter.county, village: c.matter.region, matter: c.matter.id, household, way, successor: successors[0] ?? '', shares: shares.map(one => ({ household: one.household ?? '', points: one.points ?? 0 })) } },
            notify({ party: 'household' }, words('积分已结转', 'The points were carried over')),
          ],
        }
      },
    },
    refuse: { zh: '不结转', en: 'Leave it', from: ['waiting', 'proposed'], to: 'dropped', basis: [], by: [post('committee', 'village'), ofGovernment('lead', 'township')], asks: ['note'] },
    remind: {
      zh: '逾期未核对，提醒', en: 'Not checked in time', from: ['proposed'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'again', start: 'oversight.escalate-again', then: 'remind' }], effects: [toCommittee(c.matter.region, '积分结转逾期未核对', 'Points to be carried over were not checked in time')] }),
    },
  },
  documents: {
    notice: {
      zh: '积分结转告知书', en: 'Notice', basis: ['27.3'], from: ['propose'], uses: ['village', 'household', 'way', 'free'],
      make: c => ({
        issuer: c.place(c.facts.village ?? ''), title: '积分结转告知书', to: `户编码 ${c.facts.household ?? ''}`, day: c.day, signed: [{ by: c.place(c.facts.village ?? ''), how: 'seal' }, { by: '该户签收', how: 'hand' }],
        body: [{ p: `你户可用积分 ${c.facts.free ?? 0} 分，拟按“${ways[c.facts.way ?? 'join'].zh}”办理。` }, { p: '不同意的，向村（居）委会当面提出。迁出、注销的，期满前凭本告知书仍可兑换。' }],
      }),
    },
  },
  list: { columns: ['village', 'way'] },
  notCovered: [{ basis: '27.3', why: words('积分不转到另一个村（社区）：按原村的办法和预算记的分，不由另一村兑付', 'Points do not go to another village: given by one’s scheme and budget, no other owes them') }],
})
