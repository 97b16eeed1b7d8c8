import { legalDay } from '../../../../kernel/calendar.ts'
import { notify } from '../../../../kernel/effect.ts'
import { refuse, type Refusal } from '../../../../kernel/refusal.ts'
import { holder, post, theClock } from '../../../../kernel/who.ts'
import { words } from '../../../../kernel/words.ts'
import { isOver } from '../../../usual/end-date.ts'
import { faultsIn, givesAll, goesOut, metered, toIssuer, type CommissionStep, type Now } from './parts.ts'

/** Whoever proposed it does not approve it, from whichever post. */
const notTheProposer = ({ matter, actor }: Pick<Now, 'matter' | 'actor'>): Refusal | undefined =>
  matter.parties.some(party => party.role === 'proposer' && party.account === actor.account)
    ? refuse('two-people', words('提出人不能审批自己提出的任务（平台规则）', 'Who proposed it can’t approve it (a product rule)'), { remedy: words('请由本单位另一人审批', 'Ask somebody else of your office') })
    : undefined

const ended = ({ matter, now }: Pick<Now, 'matter' | 'now'>): Refusal | undefined =>
  (matter.facts.until ?? '') < legalDay(now) ? refuse('over', words('结束日期已过', 'Its last day has passed'), { remedy: words('请修改日期，或撤回', 'Change the dates, or withdraw it') }) : undefined

/** Proposed, judged by the gate before anything arrives, its hours shown, and approved by a second person of the issuing office (Art. 23.2, 23.3). */
export const proposing = {
  propose: {
    zh: '提出委托协助', en: 'Ask for assistance', opens: 'approving', to: 'running', basis: ['7.1', '7.2', '23.2', '23.3'],
    by: [post('handler', 'county', 'township'), post('lead', 'county', 'township'), post('dispatcher', 'county', 'township')],
    asks: ['area', 'emergency?', 'title', 'what', 'manner', 'item?', 'duty?', 'places', 'from', 'until', 'times?', 'conditions?', 'fields?', 'attachments?'],
    causes: words('不在清单、条件不全、重复或者索要已有数据的，不予通过并计入记录；通过的由本单位另一人审批后下达', 'What is not on the list, lacks conditions, is asked twice or is held already is refused and counted; the rest goes out once somebody else of your office approves'),
    gives: givesAll,
    then: c => {
      const office = c.actor.office ?? ''
      const faults = faultsIn(c)
      if (faults) return faults
      const opened = { holder: { office }, parties: [{ role: 'proposer', account: c.actor.account }] }
      if (c.input.emergency !== true) {
        return { ...opened, set: metered(c), counts: { proposed: 1 }, effects: [notify({ office }, words('委托协助待审批', 'A commission awaits approval'))] }
      }
      const out = goesOut(c, office)
      const order = c.gate?.emergency
      return { ...out, ...opened, counts: { proposed: 1, given: 1, emergencies: 1 }, links: order === undefined ? [] : [order.matter, ...order.others ?? []].map(matter => ({ kind: 'under', matter })) }
    },
  },
  revise: {
    zh: '修改', en: 'Revise', from: ['approving'], to: 'approving', basis: ['23.2', '23.3'], by: [holder('handler', 'lead', 'dispatcher')],
    asks: ['title?', 'what?', 'manner?', 'item?', 'duty?', 'places?', 'from?', 'until?', 'times?', 'conditions?', 'fields?'],
    causes: words('重新审核并重新计时；没有填写的不变', 'Judged anew, with a new time limit; what is left empty stays'),
    gives: givesAll,
    then: c => faultsIn(c) ?? { set: metered(c), parties: [{ role: 'proposer', account: c.actor.account }], effects: [toIssuer(c.matter, '委托协助已修改，待审批', 'A commission was revised and awaits approval')] },
  },
  approve: {
    zh: '同意下达', en: 'Approve', from: ['approving'], to: 'running', basis: ['23.2', '23.3'], primary: true, by: [holder('handler', 'lead', 'dispatcher')], asks: ['opinion?'],
    causes: words('再经清单核对后下达：县级任务先送乡镇（街道）审看', 'Held against the list once more, then given: what a county gives, townships see first'),
    only: c => notTheProposer(c) ?? ended(c) ?? isOver(c),
    gives: givesAll,
    then: c => goesOut(c, c.matter.holder?.office ?? ''),
  },
  refuseApproval: {
    zh: '不同意', en: 'Don’t approve', from: ['approving'], to: 'notGiven', basis: [], by: [holder('handler', 'lead', 'dispatcher')], asks: ['opinion'],
    causes: words('任务不下达', 'Nothing is given'),
    only: notTheProposer,
    then: c => ({ effects: [notify({ party: 'proposer' }, words('委托协助未获同意', 'Your commission was not approved')), toIssuer(c.matter, '委托协助未获同意', 'A commission was not approved')] }),
  },
  dropped: {
    zh: '逾期未审批，作罢', en: 'Not approved in time', from: ['approving'], to: 'notGiven', basis: [], by: [theClock],
    then: c => ({ effects: [toIssuer(c.matter, '委托协助逾期未审批，已作罢', 'A commission was not approved in time and is dropped')] }),
  },
} as const satisfies Readonly<Record<string, CommissionStep>>
