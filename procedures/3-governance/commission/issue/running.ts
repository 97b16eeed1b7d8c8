import { legalDay } from '../../../../kernel/calendar.ts'
import { keepWords } from '../../../../kernel/kept-words.ts'
import type { Effect } from '../../../../kernel/effect.ts'
import { faultAt, refuse, type Fault } from '../../../../kernel/refusal.ts'
import { holder, theClock, thePlatform } from '../../../../kernel/who.ts'
import { words } from '../../../../kernel/words.ts'
import { toIssuer, type CommissionStep, type Moved, type Now } from './parts.ts'
import type { happenings } from './facts.ts'

type Numbers = 'nPassed' | 'nAccepted' | 'nDeclined' | 'nObjected' | 'nDelivered' | 'nDone' | 'nEnded'

/** Which of its numbers an event moves; what is declined, done or not passed has ended as well. */
const moves: { readonly [H in keyof typeof happenings]: readonly Numbers[] } = {
  passed: ['nPassed'], notPassed: ['nEnded'], accepted: ['nAccepted'], declined: ['nDeclined', 'nEnded'], objected: ['nObjected'], delivered: ['nDelivered'], done: ['nDone', 'nEnded'], ended: ['nEnded'],
}

const overWith = (c: Pick<Now, 'matter'>): boolean => (c.matter.facts.nEnded ?? 0) >= (c.matter.facts.places?.length ?? 0)

const tasks = (step: string, input: { readonly [fact: string]: string } = {}): Effect => ({ do: 'follow', link: 'of', step, input })

const ends = (c: Now, zh: string, en: string, more: readonly Effect[] = []): Moved => ({
  to: 'summing', set: { endedBecause: keepWords(words(zh, en)) }, effects: [toIssuer(c.matter, '委托协助已结束，请作小结', 'A commission has ended; please sum it up'), ...more],
})

/** While its tasks run: what became of them, the conditions it promised, and its end. */
export const running = {
  noted: {
    zh: '任务进展', en: 'Progress of its tasks', from: ['running', 'summing'], to: ['running', 'summing'], basis: [], by: [thePlatform], asks: ['happened', 'happenedIn'],
    then: c => {
      const { happened = 'ended', happenedIn = 1 } = c.input
      const set = Object.fromEntries(moves[happened].map(name => [name, (c.matter.facts[name] ?? 0) + happenedIn])) as { readonly [N in Numbers]?: number }
      const over = (set.nEnded ?? c.matter.facts.nEnded ?? 0) >= (c.matter.facts.places?.length ?? 0)
      if (c.matter.stage === 'summing' || !over) return { to: c.matter.stage === 'summing' ? 'summing' : 'running', set }
      const out = ends(c, '各处任务均已结束', 'All its tasks have ended')
      return { ...out, set: { ...set, ...out.set } }
    },
  },
  deliverConditions: {
    zh: '登记条件落实', en: 'Record conditions delivered', from: ['running'], basis: ['23.2'], primary: true, by: [holder('handler', 'lead', 'dispatcher')], asks: ['delivery', 'deliveryProof?'],
    causes: words('全部登记后由各村（社区）核对；逾期未核对视为已到位', 'Once all are recorded, communities check; silence confirms them'),
    then: c => {
      const promised = (c.matter.facts.conditions ?? []).flatMap(row => row.name ?? [])
      const rows = [...c.matter.facts.delivery ?? [], ...c.input.delivery ?? []]
      const strange = rows.find(row => !promised.includes(row.name ?? ''))
      if (strange) return faultAt('delivery', `没有承诺过“${strange.name ?? ''}”；承诺的是：${promised.join('、')}`, `“${strange.name ?? ''}” was not promised; what was: ${promised.join(', ')}`)
      const early = (c.input.delivery ?? []).flatMap((row, at): readonly Fault[] => ((row.on ?? '') > legalDay(c.now) ? [{ fact: 'delivery', row: at, column: 'on', why: words('不能晚于今天：到位后再登记', 'It can’t lie ahead: record it once it is there') }] : []))
      if (early.length > 0) return refuse('bad-input', words('有内容需要修改', 'Some of what was given needs mending'), { faults: early })
      const all = promised.every(name => rows.some(row => row.name === name))
      const said = rows.map(row => `${row.name ?? ''}：${row.how ?? ''}（${row.on ?? ''}）`).join('；').slice(0, 1000)
      return { set: { delivery: rows.slice(-40) }, counts: { recorded: c.input.delivery?.length ?? 0 }, effects: all ? [tasks('conditionsRecorded', { arrived: said })] : [] }
    },
  },
  withdraw: {
    zh: '撤回', en: 'Withdraw', from: ['approving', 'running'], to: 'withdrawn', basis: [], by: [holder('handler', 'lead', 'dispatcher')], asks: ['reason'],
    causes: words('未完成的任务一并撤回，已完成的保留', 'Tasks not done are taken back; what is done stays'),
    then: c => ({ counts: { withdrawn: 1 }, effects: [tasks('takenBack', { endReason: c.input.reason ?? '' }), toIssuer(c.matter, '委托协助已撤回', 'A commission was withdrawn')] }),
  },
  expire: {
    zh: '到期结束', en: 'End on its day', from: ['running'], to: 'summing', basis: ['23.2'], by: [theClock],
    then: c => ends(c, '到结束日期，自动结束', 'Its last day has passed'),
  },
  orderOver: {
    zh: '应急决定结束', en: 'The order is over', from: ['running'], to: 'summing', basis: ['24.2', '33.2'], by: [thePlatform],
    then: c => ends(c, '应急决定已结束', 'The emergency order is over', [tasks('orderOver')]),
  },
  close: {
    zh: '小结办结', en: 'Sum up and close', from: ['running', 'summing'], to: 'closed', basis: [], by: [holder('handler', 'lead', 'dispatcher')], asks: ['summary'],
    causes: words('小结向社会公开', 'The summary is published'),
    only: c => (c.matter.stage === 'summing' || overWith(c) ? undefined
      : refuse('still-running', words('还有任务没有结束', 'Some of its tasks still run'), { remedy: words('待各处结束，或撤回', 'Wait until they end, or withdraw it') })),
    then: () => ({ counts: { closed: 1 } }),
  },
  closeBySilence: {
    zh: '逾期未小结，自动办结', en: 'Closed without a summary', from: ['summing'], to: 'closed', basis: [], by: [theClock],
    then: c => ({ counts: { closed: 1, unsummed: 1 }, effects: [toIssuer(c.matter, '逾期未作小结，已自动办结', 'Closed without a summary')] }),
  },
} as const satisfies Readonly<Record<string, CommissionStep>>
