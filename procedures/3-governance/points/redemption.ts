import { legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, files, region, text, whole } from '../../../kernel/facts.ts'
import { need, procedure, within, type Context, type Move } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { anyResident, party, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import type { Redeeming } from './needs.ts'
import { committeeOf, householdCode, noHousehold, someScheme, toCommittee } from './parts.ts'

const identities = {
  known: { zh: '本人到场，工作人员认识', en: 'They came, and are known' },
  paper: { zh: '出示证件，未留存', en: 'They showed a paper; nothing of it is kept' },
  proxy: { zh: '家人凭兑换单代领', en: 'A relative came with the slip' },
} as const

const facts = {
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'], search: 'exact' }),
  household: householdCode({ zh: '户编码', en: 'Household' }),
  reward: text({ zh: '兑换物品', en: 'Reward', class: 'public', max: 12, suggests: 'points-reward', hint: words('兑换目录里的编码', 'Its code among the rewards') }),
  pieces: whole({ zh: '数量', en: 'Pieces', class: 'public', min: 1, max: 100, unit: words('件', 'pieces') }),
  what: text({ zh: '物品名称', en: 'What', class: 'public', max: 80 }),
  points: whole({ zh: '共需积分', en: 'Points in all', unit: words('分', 'points') }),
  sheet: files({ zh: '本人签字的登记表', en: 'The sheet they signed', accept: 'any', max: 2, signed: true }),
  identity: choice(identities, { zh: '怎样核对领取人', en: 'How who collects was known' }),
  receipt: files({ zh: '签收单照片', en: 'Photo of the signed receipt', accept: 'any', max: 2, signed: true }),
  reason: text({ zh: '取消理由', en: 'Why it is cancelled', min: 2, max: 300 }),
}

type Facts = typeof facts
type Now = Context<Facts, { redeeming: ReturnType<typeof need<Redeeming>> }>
const fault: FaultOf<Facts> = faultAt
const asker = party('applicant', words('申请兑换的人', 'who asked for it'))

const resolved = (c: Pick<Now, 'matter'>, as: 'post' | 'void', reason?: string): Effect => ({ do: 'record', register: 'redemption-end', row: { county: c.matter.county, village: c.matter.region, matter: c.matter.id, household: c.matter.facts.household ?? '', as, ...(reason !== undefined && { reason }) } })

const reserved = (c: Now, parties: Move['parties']): Move<Facts, never> | Refusal => {
  const { scheme, stock = 0, household } = c.needs.redeeming ?? {}
  if (!scheme) return someScheme('本村（社区）没有施行中的积分办法，不能兑换', 'This village has no scheme in force: nothing can be exchanged')
  if (!household?.known) return fault('household', noHousehold.zh, noHousehold.en)
  const reward = scheme.rewards.find(one => one.code === c.input.reward)
  if (!reward) return fault('reward', '兑换目录里没有这个物品', 'It is not among the rewards')
  const { pieces = 1 } = c.input
  if (stock < pieces) return refuse('out-of-stock', words(`“${reward.what}”只剩 ${stock} 件`, `${stock} left of “${reward.what}”`), { remedy: words('换一种物品，或者等村里补货', 'Choose another, or wait until there is more') })
  const points = reward.points * pieces
  if (household.free < points) return refuse('below-zero', words(`需要 ${points} 分，可用 ${household.free} 分`, `It takes ${points} points; ${household.free} are free`), { remedy: words('公示期满入账后再兑换，或者减少数量', 'Wait until more are posted, or take fewer') })
  return {
    holder: { office: committeeOf(c.matter.region) }, set: { what: reward.what, points }, counts: { asked: 1 }, ...(parties && { parties }),
    effects: [
      { do: 'record', register: 'redemption', row: { county: c.matter.county, village: c.matter.region, matter: c.matter.id, household: c.input.household ?? '', reward: reward.code, pieces, points } },
      toCommittee(c.matter.region, '有积分兑换待发放', 'A reward is to be handed over'),
    ],
  }
}

/** 积分兑换: a reward kept for a household out of real stock, its points spoken for, until it is handed over, once, or the time runs out (Art. 27.3). Without a phone: on paper, by a slip. */
export const redemption = procedure('redemption', {
  title: words('积分兑换', 'Redemption of points'),
  since: '2023-02-01',
  basis: ['27.3'],
  facts,
  heading: 'what',
  place: 'village',
  records: ['redemption', 'redemption-end'],
  needs: { redeeming: need<Redeeming>('points-redeeming', c => ({ county: c.matter.county, village: c.matter.region, household: c.facts['household'] ?? null, reward: c.facts['reward'] ?? null, account: c.actor.account, day: legalDay(c.now) })) },
  stages: {
    reserved: { zh: '已预留，待领取', en: 'Kept, to be collected', due: within('points.reservation', 'expire') },
    handedOver: { zh: '已领取', en: 'Handed over', final: true },
    expired: { zh: '逾期未领', en: 'Not collected in time', final: true },
    cancelled: { zh: '已取消', en: 'Cancelled', final: true },
  },
  steps: {
    reserve: {
      zh: '申请兑换', en: 'Ask for a reward', opens: 'reserved', basis: ['27.3'], by: [anyResident], asks: ['village', 'household', 'reward', 'pieces'], needs: ['redeeming'],
      causes: words('物品和积分都先留着，到村（居）委会领取时才算数', 'Reward and points are kept for you, and settled as it is handed over'),
      then: c => (c.needs.redeeming?.household.known === true && !c.needs.redeeming.household.member
        ? refuse('not-your-household', words('您没有关联到该户', 'You are not of that household'), { remedy: words('先在“我家”申请关联，由村（居）委会确认', 'Ask under “My household” to be linked; the committee confirms it') }) : reserved(c, [{ role: 'applicant', account: c.actor.account }])),
    },
    reserveFor: {
      zh: '代为申请兑换', en: 'Ask on behalf', opens: 'reserved', basis: ['27.3'], by: [post('committee', 'village'), post('gridWorker')], asks: ['village', 'household', 'reward', 'pieces', 'sheet'], needs: ['redeeming'],
      causes: words('打印兑换单交给住户，凭单领取', 'Print the slip for the household, which collects by it'),
      then: c => reserved(c, []),
    },
    handOver: {
      zh: '发放', en: 'Hand over', from: ['reserved'], to: 'handedOver', basis: ['27.3'], primary: true, by: [post('committee', 'village'), post('gridWorker')], asks: ['identity', 'receipt?'],
      causes: words('扣减积分和库存，各一次', 'Points and stock go down, once each'),
      then: c => (c.matter.parties.some(one => one.role === 'applicant') || c.input.receipt !== undefined
        ? { counts: { handedOver: 1 }, effects: [resolved(c, 'post'), notify({ party: 'applicant' }, words('积分兑换的物品已领取', 'Your reward was handed over'))] }
        : fault('receipt', '代为兑换的，附领取人签收单照片', 'Asked for on behalf, it takes a photo of the signed receipt')),
    },
    cancel: { zh: '取消', en: 'Cancel', from: ['reserved'], to: 'cancelled', basis: [], by: [asker, post('committee', 'village')], asks: ['reason'], then: c => ({ effects: [resolved(c, 'void', c.input.reason ?? ''), notify({ party: 'applicant' }, words('积分兑换已取消，积分退回', 'The redemption was cancelled; the points are free again'))] }) },
    expire: { zh: '逾期未领', en: 'Not collected in time', from: ['reserved'], to: 'expired', basis: [], by: [theClock], then: c => ({ counts: { expired: 1 }, effects: [resolved(c, 'void', '逾期未领'), notify({ party: 'applicant' }, words('逾期未领，积分退回', 'It was not collected in time; the points are free again'))] }) },
  },
  documents: {
    slip: {
      zh: '积分兑换单', en: 'Redemption slip', basis: ['27.3'], from: ['reserve', 'reserveFor'], uses: ['village', 'household', 'what', 'pieces', 'points'],
      make: c => ({
        issuer: c.place(c.facts.village ?? ''), title: '积分兑换单', to: `户编码 ${c.facts.household ?? ''}`, day: c.day, signed: [{ by: c.place(c.facts.village ?? ''), how: 'seal' }, { by: '领取人', how: 'hand' }],
        body: [
          { table: { head: ['编号', '物品', '数量', '所用积分'], rows: [[c.number, c.facts.what ?? '', String(c.facts.pieces ?? 1), String(c.facts.points ?? 0)]] } },
          { p: '请带本单到村（居）委会领取，本人不便的，家人可以代领。逾期未领的，物品放回，积分退回。' },
        ],
      }),
    },
  },
  measures: { asked: words('申请兑换', 'Asked for'), handedOver: words('已领取', 'Handed over'), expired: words('逾期未领', 'Not collected') },
  rates: { handedOverRate: { ...words('领取率', 'Handed over'), of: 'handedOver', among: 'asked' } },
  list: { columns: ['village', 'what', 'pieces'] },
})
