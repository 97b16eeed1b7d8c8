import { endOfLegalDay, legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { day, matterRef, office, region, text, whole } from '../../../kernel/facts.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { need, procedure, within, type Glance } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { party, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { endFault, endTooFar, isOver, untilDay } from '../../usual/end-date.ts'
import { decider, ruling, securityFor } from './security.ts'

const facts = {
  place: region({ zh: '所在区划', en: 'Place', class: 'public', levels: ['township', 'county', 'city'], hint: words('事项所在的乡镇（街道）或县（区）', 'Township or county in which the matter lies') }),
  target: matterRef({ zh: '暂缓显示查看记录的事项', en: 'Matter whose readings are not shown' }),
  instrument: text({ zh: '调查依据', en: 'Instrument of the investigation', min: 2, max: 200, hint: words('立案决定书等文书名称', 'Such as the decision to open the case') }),
  number: text({ zh: '文号', en: 'Its number', min: 2, max: 100 }),
  reason: text({ zh: '为何须暂缓', en: 'Why showing them must wait', min: 4, max: 500, lines: 3 }),
  toTell: text({ zh: '结束后告知本人的理由', en: 'What the person will be told at the end', class: 'public', min: 4, max: 300, lines: 2, hint: words('结束后本人会看到这段话，不写案情和他人信息', 'The person reads these words once it ends: nothing of the case, nobody’s name') }),
  until: day({ zh: '截止日期（含当日）', en: 'Last day', hint: words('当日 24 时自动恢复显示，遇节假日不顺延', 'Shown again by itself at the end of that day, a holiday or not') }),
  askedFrom: office({ zh: '申请单位', en: 'Asked from' }),
  opinion: text({ zh: '审批意见', en: 'Opinion', min: 2, max: 500, lines: 2 }),
  renewUntil: day({ zh: '申请延至', en: 'Renewal asked until' }),
  renewReason: text({ zh: '续期理由', en: 'Why it should go on', min: 4, max: 500, lines: 2 }),
  renewals: whole({ zh: '已续期次数', en: 'Renewals' }),
  endReason: text({ zh: '提前结束的理由', en: 'Why it ends early', min: 2, max: 500, lines: 2 }),
}

type Facts = typeof facts
type Deferral = Matter<Facts>

const asker = party('asker', words('申请人', 'who asked for it'))
const granted = words('审批同意的截止日期', 'the last day agreed to')
const toAsker = (zh: string, en: string): Effect => notify({ party: 'asker' }, words(zh, en))

/** Its row in the register: the readings of the target are not shown to the person until then, or until it ended. */
const row = (matter: Deferral, until: string, ended?: Date): Effect => ({
  do: 'record', register: 'deferral',
  row: { matter: matter.id, target: matter.facts.target ?? '', until: endOfLegalDay(until).toISOString(), ...(ended && { ended: ended.toISOString() }) },
})

/** Decided by somebody else than who asks, and from another office. */
const bySomebodyElse = (c: Glance<Facts>): Refusal | undefined =>
  isOver(c) ?? (c.matter.parties.some(known => known.role === 'asker' && known.account === c.actor.account) || (c.actor.office !== undefined && c.actor.office === c.matter.facts.askedFrom)
    ? refuse('two-people', words('申请人及其单位不能审批自己的申请（平台规则）', 'Whoever asks for a deferral, or their office, can’t decide on it (a product rule)'), { remedy: words('请由上一级安全管理员审批', 'Ask the security administrator one level up') })
    : undefined)

const renewalAsked = (c: Glance<Facts>): Refusal | undefined =>
  c.matter.facts.renewUntil === undefined ? refuse('nothing-open', words('没有待审批的续期申请', 'No renewal is asked for')) : bySomebodyElse(c)

/** Told at the end that there were readings and why they were not shown. Whom the matter concerns stays hidden from those who dealt with the deferral. */
const tellOf = (accounts: readonly string[] = []) => ({
  parties: accounts.map(account => ({ role: 'concerned', account, hidden: true as const })),
  effects: [
    notify({ party: 'concerned' }, words('因调查需要，您一个事项的查看记录曾暂缓显示，现已恢复，理由见详情', 'For an investigation, readings of a matter of yours were not shown for a time; they are now, and the reason stands here')),
    toAsker('暂缓显示已结束，查看记录恢复对本人显示', 'The deferral is over; the readings are shown again'),
  ],
})

/**
 * 查看记录暂缓显示: for a stated investigation the readings of one matter are not shown to the person for a time. Decided by the security administrator and
 * never by who asks; it ends by itself on its day, and then the person is told (Art. 20.2; the log itself is never touched).
 */
export const accessDeferral = procedure('access-deferral', {
  title: words('查看记录暂缓显示', 'Deferral of showing readings'),
  since: '2023-02-01',
  basis: ['20.2'],
  facts,
  heading: 'instrument',
  place: 'place',
  needs: {
    target: need<{ readonly id: string }>('matter', c => ({ id: c.facts['target'] ?? null, county: c.matter.county })),
    concerned: need<readonly string[]>('concerned', c => ({ id: c.facts['target'] ?? null, county: c.matter.county })),
  },
  records: ['deferral'],
  stages: {
    asked: { zh: '待审批', en: 'To decide', due: within('access.deferral-decide', 'lapse') },
    inForce: { zh: '暂缓显示中', en: 'Not shown', waits: words('到截止日期自动恢复显示', 'Shown again by itself on its last day') },
    ended: { zh: '已恢复显示', en: 'Shown again', final: true },
    refused: { zh: '未同意', en: 'Not granted', final: true },
  },
  steps: {
    ask: {
      zh: '申请暂缓显示', en: 'Ask for it', opens: 'asked', basis: ['20.2'], by: [post('lead'), post('handler')],
      asks: ['place', 'target', 'instrument', 'number', 'reason', 'toTell', 'until'], needs: ['target'],
      causes: words('由县（区）安全管理员审批；到期自动恢复显示并告知本人（平台规则）', 'The county’s security administrator decides; on its last day the readings are shown again and the person is told (a product rule)'),
      then: c => {
        if (!c.needs.target) return faultAt('target', '本县（区）没有这个事项，或您无权查看', 'There is no such matter in this county, or it is not yours to see')
        const decides = securityFor(c.matter.region, c.actor.office)
        return endTooFar({ until: c.input.until ?? '', now: c.now, law: c.law, from: legalDay(c.now), longest: 'access.deferral' }) ?? {
          holder: { office: decides }, parties: [{ role: 'asker', account: c.actor.account }], ...(c.actor.office !== undefined && { set: { askedFrom: c.actor.office } }),
          effects: [notify({ office: decides, kinds: ruling }, words('有暂缓显示查看记录的申请待审批', 'A deferral of showing readings awaits decision'))],
        }
      },
    },
    grant: {
      zh: '同意', en: 'Grant', from: ['asked'], to: 'inForce', basis: ['20.2'], primary: true, by: [decider], asks: ['until?', 'opinion?'],
      causes: words('查看照常记录，只是暂不向本人显示；可以提前截止日期，不能推后', 'Readings are logged as ever and only not shown; the last day may be brought forward, not put back'),
      only: bySomebodyElse,
      then: c => {
        const before = c.matter.facts.until ?? ''
        const { until = before } = c.input
        if (until > before) return endFault('审批时只能提前，不能推后', 'Granting can bring it forward, not put it back')
        if (until < legalDay(c.now)) return endFault('截止日期不能早于今天', 'The end can’t lie in the past')
        return { clocks: [{ clock: 'end', start: untilDay(until, c.now, granted), then: 'expire' }], effects: [row(c.matter, until), toAsker('暂缓显示已同意', 'The deferral was granted')] }
      },
    },
    refuse: {
      zh: '不同意', en: 'Refuse', from: ['asked'], to: 'refused', basis: ['20.2'], by: [decider], asks: ['opinion'],
      only: bySomebodyElse,
      then: () => ({ effects: [toAsker('暂缓显示未获同意，意见见详情', 'The deferral was not granted; the opinion stands in it')] }),
    },
    lapse: {
      zh: '逾期未审批', en: 'Not decided in time', from: ['asked'], to: 'refused', basis: [], by: [theClock],
      then: () => ({ effects: [toAsker('暂缓显示逾期未审批，视为不同意', 'Nobody decided on the deferral in time: it is not granted')] }),
    },
    withdraw: { zh: '撤回', en: 'Withdraw', from: ['asked'], to: 'refused', basis: [], by: [asker] },
    askRenewal: {
      zh: '申请续期', en: 'Ask to renew', from: ['inForce'], basis: [], by: [asker], asks: ['renewUntil', 'renewReason'],
      causes: words('审批前原截止日期不变；次数有限（平台规则）', 'Until it is decided the last day stays; a limited number of times (a product rule)'),
      only: ({ matter, law, now }) => {
        const over = isOver({ matter, now })
        if (over) return over
        if (matter.facts.renewUntil !== undefined) return refuse('already-asked', words('已有待审批的续期申请', 'A renewal is already asked for'), { remedy: words('请等待审批', 'Wait for the decision') })
        const most = Number(law.figure('access.deferral-renewals', legalDay(now)).value)
        return (matter.facts.renewals ?? 0) < most ? undefined
          : refuse('renewed-enough', words(`最多续期 ${most} 次（平台规则）`, `It is renewed ${most} time(s) at most (a product rule)`), { remedy: words('到期后查看记录将恢复显示', 'On its last day the readings are shown again') })
      },
      then: c => {
        const { renewUntil: until = '' } = c.input
        const before = c.matter.facts.until ?? ''
        if (until <= before) return endFault('须晚于原截止日期', 'It must lie after the last day as it stands', 'renewUntil')
        return endTooFar({ until, now: c.now, law: c.law, from: before, longest: 'access.deferral', fact: 'renewUntil' }) ?? {
          effects: c.matter.holder ? [notify({ office: c.matter.holder.office, kinds: ruling }, words('有暂缓显示的续期申请待审批', 'A renewal of a deferral awaits decision'))] : [],
        }
      },
    },
    renew: {
      zh: '同意续期', en: 'Renew', from: ['inForce'], basis: ['20.2'], by: [decider], asks: ['opinion?'],
      only: renewalAsked,
      then: c => {
        const until = c.matter.facts.renewUntil ?? ''
        return {
          set: { until, renewUntil: null, renewReason: null, renewals: (c.matter.facts.renewals ?? 0) + 1 }, clocks: [{ clock: 'end', start: untilDay(until, c.now, granted), then: 'expire' }],
          effects: [row(c.matter, until), toAsker('续期已同意', 'The renewal was granted')],
        }
      },
    },
    refuseRenewal: {
      zh: '不同意续期', en: 'Refuse to renew', from: ['inForce'], basis: ['20.2'], by: [decider], asks: ['opinion'],
      only: renewalAsked,
      then: () => ({ set: { renewUntil: null, renewReason: null }, effects: [toAsker('续期未获同意，到期恢复显示', 'The renewal was refused; the readings are shown again on the last day')] }),
    },
    endEarly: {
      zh: '提前结束', en: 'End early', from: ['inForce'], to: 'ended', basis: ['20.2'], by: [asker, decider], asks: ['endReason'], needs: ['concerned'],
      causes: words('查看记录立即恢复显示，并告知本人', 'The readings are shown at once, and the person is told'),
      only: isOver,
      then: c => {
        const { parties, effects } = tellOf(c.needs.concerned)
        return { parties, effects: [row(c.matter, c.matter.facts.until ?? legalDay(c.now), c.now), ...effects] }
      },
    },
    expire: {
      zh: '到期恢复显示', en: 'End on its day', from: ['inForce'], to: 'ended', basis: ['20.2'], by: [theClock], needs: ['concerned'],
      then: c => {
        const { parties, effects } = tellOf(c.needs.concerned)
        return { parties, effects: [row(c.matter, c.matter.facts.until ?? legalDay(c.now), c.now), ...effects] }
      },
    },
  },
  list: { columns: ['place'] },
})
