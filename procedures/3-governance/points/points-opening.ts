import { legalDay } from '../../../kernel/calendar.ts'
import { notify } from '../../../kernel/effect.ts'
import { day, files, region, rows, text, whole } from '../../../kernel/facts.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, faulty, refuse, type Fault, type FaultOf } from '../../../kernel/refusal.ts'
import { ofGovernment, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import type { Scheme } from './needs.ts'
import { householdCode, noHousehold, someScheme, toCommittee, twoPeople } from './parts.ts'

const facts = {
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'] }),
  title: text({ zh: '原台账名称', en: 'The ledger kept before', class: 'public', min: 2, max: 80 }),
  balances: rows({ household: householdCode({ zh: '户编码', en: 'Household' }), points: whole({ zh: '余额', en: 'Balance', min: 1, max: 100_000 }) }, { zh: '期初余额', en: 'Opening balances', basis: ['27.3'], max: 3000, once: 'household', hint: words('可从原表格整体填入；没有余额的户不填', 'A sheet fills it; households with nothing are left out') }),
  total: whole({ zh: '原台账合计', en: 'What they sum to in the ledger kept before', min: 1, unit: words('分', 'points') }),
  asOf: day({ zh: '余额截至', en: 'As of' }),
  papers: files({ zh: '原台账', en: 'The ledger kept before', accept: 'any', max: 4 }),
  note: text({ zh: '意见', en: 'Opinion', min: 2, max: 300 }),
}

const fault: FaultOf<typeof facts> = faultAt

/** Which households there are, whether the village entered opening balances before, and the scheme in force. */
export type Opening = { readonly known: readonly string[]; readonly before: boolean; readonly scheme?: Scheme }

/** 积分台账导入: the balances of a ledger kept on paper or in a sheet so far. They must sum to what that ledger says; another checks them, and the village is shown each line (Art. 27.3). */
export const pointsOpening = procedure('points-opening', {
  title: words('积分台账导入', 'Opening balances'),
  since: '2023-02-01',
  basis: ['27.3'],
  facts,
  heading: 'title',
  place: 'village',
  records: ['points-opening'],
  needs: {
    opening: need<Opening>('points-opening', c => ({
      county: c.matter.county, village: c.matter.region, day: legalDay(c.now),
      households: Array.isArray(c.facts['balances']) ? (c.facts['balances'] as readonly { readonly household?: string }[]).map(one => one.household ?? '') : [],
    })),
  },
  stages: {
    entered: { zh: '待核对', en: 'To be checked', due: within('points.check', 'remind') },
    confirmed: { zh: '待公示', en: 'To be shown', settled: true, waits: words('到列入公示为止', 'Until it is shown') },
    shown: { zh: '公示中', en: 'Shown to the village', settled: true, waits: words('到公示期满为止', 'Until the time for objections is over') },
    settled: { zh: '公示期满', en: 'Shown in full', final: true },
    dropped: { zh: '未导入', en: 'Not entered', final: true },
  },
  steps: {
    enter: {
      zh: '导入原台账', en: 'Enter a ledger kept before', opens: 'entered', basis: ['27.3'], by: [post('committee', 'village')], asks: ['village', 'title', 'balances', 'total', 'asOf', 'papers?'], needs: ['opening'],
      causes: words('核对、公示后入账，一个村（社区）只导入一次', 'It is checked and shown, then posted; a village enters them once'),
      then: c => {
        const { opening } = c.needs
        if (!opening?.scheme) return someScheme('本村（社区）没有施行中的积分办法，不能导入', 'This village has no scheme in force: nothing can be entered')
        if (opening.before) return refuse('opened-already', words('本村（社区）已经导入过期初余额', 'This village entered its opening balances already'), { remedy: words('有误的，由更正处理', 'Where one is wrong, a correction does it') })
        if ((c.input.asOf ?? '') > legalDay(c.now)) return fault('asOf', '日期在今天以后', 'That day is still to come')
        const { balances = [], total = 0 } = c.input
        const cell = (row: number, why: Fault['why']): Fault => ({ fact: 'balances', row, column: 'household', why })
        const faults = balances.flatMap(({ household = '' }, row) => (opening.known.includes(household) ? [] : [cell(row, noHousehold)]))
        if (faults.length > 0) return faulty(faults)
        const sum = balances.reduce((so, one) => so + (one.points ?? 0), 0)
        if (sum !== total) return refuse('sum-mismatch', words(`各户合计 ${sum} 分，与原台账合计 ${total} 分不符，相差 ${Math.abs(total - sum)} 分`, `The balances sum to ${sum}, the ledger says ${total}: ${Math.abs(total - sum)} apart`), { faults: [{ fact: 'total', why: words(`各户合计为 ${sum} 分`, `They sum to ${sum}`) }], remedy: words('核对原台账后再导入', 'Look at the ledger again, then enter them') })
        return { holder: { office: c.actor.office ?? '' }, parties: [{ role: 'enterer', account: c.actor.account }] }
      },
    },
    confirm: {
      zh: '核对', en: 'Check', from: ['entered'], to: 'confirmed', basis: ['27.3'], primary: true, by: [post('committee', 'village'), ofGovernment('lead', 'township')], asks: ['note?'], needs: ['opening'],
      then: c => {
        if (c.matter.parties.some(one => one.role === 'enterer' && one.account === c.actor.account)) return twoPeople('导入人不能核对（平台规则）', 'Who entered it can’t check it (a product rule)')
        if (c.needs.opening?.before === true) return refuse('opened-already', words('本村（社区）已经导入过期初余额', 'This village entered its opening balances already'), { remedy: words('有误的，由更正处理', 'Where one is wrong, a correction does it') })
        if (!c.needs.opening?.scheme) return someScheme('本村（社区）没有施行中的积分办法，不能导入', 'This village has no scheme in force: nothing can be entered')
        const { balances = [], title = '', asOf = '' } = c.matter.facts
        return { parties: [{ role: 'checker', account: c.actor.account }], effects: [{ do: 'record', register: 'points-opening', row: { county: c.matter.county, village: c.matter.region, matter: c.matter.id, scheme: c.needs.opening.scheme.matter, title, day: asOf, lines: balances.map(({ household = '', points = 0 }, row) => ({ row, household, points })) } }] }
      },
    },
    refuse: { zh: '退回', en: 'Send it back', from: ['entered'], to: 'dropped', basis: [], by: [post('committee', 'village'), ofGovernment('lead', 'township')], asks: ['note'], then: () => ({ effects: [notify({ party: 'enterer' }, words('积分台账导入被退回，意见见详情', 'The opening balances came back; why stands in it'))] }) },
    show: { zh: '列入公示', en: 'Shown to the village', from: ['confirmed'], to: 'shown', basis: ['27.3'], by: [thePlatform] },
    settle: { zh: '公示期满', en: 'Shown in full', from: ['shown'], to: 'settled', basis: ['27.3'], by: [thePlatform] },
    remind: {
      zh: '逾期未核对，提醒', en: 'Not checked in time', from: ['entered'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'again', start: 'oversight.escalate-again', then: 'remind' }], effects: [toCommittee(c.matter.region, '积分台账导入逾期未核对', 'Opening balances were not checked in time')] }),
    },
  },
  list: { columns: ['village'] },
})
