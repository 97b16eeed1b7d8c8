import { legalDay } from '../../../kernel/calendar.ts'
import { notify } from '../../../kernel/effect.ts'
import { choice, files, region, rows, text, whole } from '../../../kernel/facts.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faulty } from '../../../kernel/refusal.ts'
import { ofGovernment, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import type { Scheme } from './needs.ts'
import { someScheme, toCommittee, twoPeople } from './parts.ts'

const ways = {
  in: { zh: '入库', en: 'Brought in' },
  lost: { zh: '盘亏、报损', en: 'Lost or spoilt' },
} as const

const facts = {
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'], search: 'exact' }),
  title: text({ zh: '说明', en: 'What it is', class: 'public', min: 2, max: 80 }),
  way: choice(ways, { zh: '入库还是报损', en: 'In, or lost', class: 'public' }),
  goods: rows({ reward: text({ zh: '物品编码', en: 'Reward', class: 'public', max: 12, suggests: 'points-reward' }), pieces: whole({ zh: '数量', en: 'Pieces', class: 'public', min: 1, max: 100_000 }) }, { zh: '物品', en: 'Goods', class: 'public', max: 100 }),
  voucher: text({ zh: '凭证号', en: 'Voucher', min: 2, max: 80 }),
  papers: files({ zh: '发票、清点单', en: 'Invoice, count', accept: 'any', max: 4 }),
  note: text({ zh: '意见', en: 'Opinion', min: 2, max: 300 }),
}

/** 兑换物品出入库: what is put on the shelf, or found missing; entered by one, checked by another (Art. 27.3). */
export const rewardStock = procedure('reward-stock', {
  title: words('兑换物品出入库', 'Stock of rewards'),
  since: '2023-02-01',
  basis: ['27.3'],
  facts,
  heading: 'title',
  place: 'village',
  records: ['reward-stock'],
  needs: { scheme: need<Scheme>('points-scheme', c => ({ village: c.matter.region, day: legalDay(c.now) })) },
  stages: {
    entered: { zh: '待核对', en: 'To be checked', due: within('points.check', 'remind') },
    stocked: { zh: '已记入库存', en: 'In the ledger', final: true },
    dropped: { zh: '未记入', en: 'Not entered', final: true },
  },
  steps: {
    enter: {
      zh: '登记出入库', en: 'Enter stock', opens: 'entered', basis: ['27.3'], by: [post('committee', 'village')], asks: ['village', 'title', 'way', 'goods', 'voucher', 'papers?'], needs: ['scheme'],
      causes: words('由另一人核对后记入库存', 'Another checks it; then it is in the ledger'),
      then: c => {
        const { scheme } = c.needs
        if (!scheme) return someScheme('本村（社区）没有施行中的积分办法', 'This village has no scheme in force')
        const strange = (c.input.goods ?? []).flatMap(({ reward }, row) => (scheme.rewards.some(one => one.code === reward) ? [] : [{ fact: 'goods', row, column: 'reward', why: words('兑换目录里没有这个物品', 'It is not among the rewards') }]))
        return strange.length > 0 ? faulty(strange) : { holder: { office: c.actor.office ?? '' }, parties: [{ role: 'enterer', account: c.actor.account }] }
      },
    },
    confirm: {
      zh: '核对记入', en: 'Check and enter', from: ['entered'], to: 'stocked', basis: ['27.3'], primary: true, by: [post('committee', 'village'), ofGovernment('lead', 'township')], asks: ['note?'],
      then: c => {
        if (c.matter.parties.some(one => one.role === 'enterer' && one.account === c.actor.account)) return twoPeople('登记人不能核对（平台规则）', 'Who entered it can’t check it (a product rule)')
        const { way = 'in', goods = [] } = c.matter.facts
        return { effects: [{ do: 'record', register: 'reward-stock', row: { county: c.matter.county, village: c.matter.region, matter: c.matter.id, way, goods: goods.map(({ reward = '', pieces = 0 }) => ({ reward, pieces })) } }] }
      },
    },
    refuse: { zh: '退回', en: 'Send it back', from: ['entered'], to: 'dropped', basis: [], by: [post('committee', 'village'), ofGovernment('lead', 'township')], asks: ['note'], then: () => ({ effects: [notify({ party: 'enterer' }, words('出入库登记被退回，意见见详情', 'The entry came back; why stands in it'))] }) },
    remind: {
      zh: '逾期未核对，提醒', en: 'Not checked in time', from: ['entered'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'again', start: 'oversight.escalate-again', then: 'remind' }], effects: [toCommittee(c.matter.region, '兑换物品出入库逾期未核对', 'An entry of stock was not checked in time')] }),
    },
  },
  list: { columns: ['village', 'way'] },
})
