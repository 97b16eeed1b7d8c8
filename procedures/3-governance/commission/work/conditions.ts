import { legalDay } from '../../../../kernel/calendar.ts'
import { words } from '../../../../kernel/words.ts'
import { theClock, thePlatform } from '../../../../kernel/who.ts'
import { isOver } from '../../../usual/end-date.ts'
import { conditionsUntil, endsAs, kept, lapsedItem, nothingOpen, promised, theReceiver, toCounty, toIssuer, toReceiver, type Moved, type Now, type OwedStep } from './parts.ts'

/** All that was promised is there: the work is owed, and under way, from now on (Art. 7.1, 23.2). */
const arrived = (c: Now): Moved => ({
  to: 'doing', set: { began: c.matter.facts.began ?? legalDay(c.now), missing: null }, counts: { conditionsDelivered: promised(c) }, clocks: [{ clock: 'conditions', end: true }],
  effects: [kept(c.matter, 'doing', { delivered: promised(c), begun: c.matter.facts.began ?? legalDay(c.now) }), toIssuer(c.matter, '工作条件已到位', 'The conditions are there')],
})

/** Conditions are awaited before the work is owed; in an emergency they follow it. */
const awaits = (c: Pick<Now, 'matter' | 'now'>) =>
  isOver(c) ?? (c.matter.stage === 'awaiting' || c.matter.clocks['conditions'] ? undefined : nothingOpen('没有待确认的工作条件', 'No condition is awaited'))

/** Conditions come first: assistance is owed once they are there (Art. 7.1, 23.2, 50.2). */
export const awaiting = {
  confirmConditions: {
    zh: '确认条件到位', en: 'Conditions are there', from: ['awaiting', 'doing'], to: 'doing', basis: ['7.1', '23.2'], primary: true, by: [theReceiver], needs: ['standing'],
    causes: words('工作条件到位，开始办理', 'The conditions are there and the work begins'),
    only: awaits,
    then: c => (c.matter.stage === 'awaiting' ? lapsedItem(c) : undefined) ?? arrived(c),
  },
  reportMissing: {
    zh: '反映条件未到位', en: 'Conditions are missing', from: ['awaiting', 'doing'], basis: ['23.2'], by: [theReceiver], asks: ['missing'],
    causes: words('通知发文单位和县（区）；到期仍未到位的，不再承担', 'The issuer and the county are told; still missing in time, the work is not owed'),
    only: awaits,
    then: c => ({
      set: { arrived: null }, ...(c.matter.stage === 'awaiting' && { clocks: [{ clock: 'stage', start: conditionsUntil({ facts: c.matter.facts, now: c.now }), then: 'conditionsDue' }] }),
      effects: [toIssuer(c.matter, '有村（社区）反映工作条件没有到位，请落实', 'A community says that conditions are missing; please provide them'), ...toCounty(c.matter, '有村（社区）反映工作条件没有到位', 'A community says that conditions of its work are missing')],
    }),
  },
  conditionsRecorded: {
    zh: '发文单位登记条件到位', en: 'Recorded as delivered', from: ['awaiting', 'doing'], basis: ['23.2'], by: [thePlatform], asks: ['arrived'],
    then: c => ({
      set: { missing: null }, ...(c.matter.stage === 'awaiting' && { clocks: [{ clock: 'stage', start: 'gate.condition-check', then: 'conditionsDue' }] }),
      effects: [toReceiver(c.matter, '发文单位登记工作条件已到位，请核对确认', 'The issuer recorded conditions as delivered; please check')],
    }),
  },
  conditionsDue: {
    zh: '工作条件到期', en: 'Conditions were due', from: ['awaiting'], to: ['doing', 'unowed'], basis: ['23.2'], by: [theClock], needs: ['standing'],
    // Recorded as delivered and not gainsaid, they are there; else the work is not owed.
    then: c => {
      const lapsed = lapsedItem(c)
      if (c.matter.facts.arrived !== undefined && !lapsed) return arrived(c)
      const why = lapsed?.why ?? words('工作条件逾期未到位', 'Conditions did not arrive in time')
      return {
        ...endsAs(c, 'unowed', why, [
          toIssuer(c.matter, '工作条件逾期未到位或清单事项失效，任务终止', 'Conditions did not arrive in time, or the item holds no longer: the work ended'),
          ...toCounty(c.matter, '工作条件逾期未到位或清单事项失效，村（社区）任务终止', 'Conditions did not arrive in time, or the item holds no longer: a community’s work ended'),
          toReceiver(c.matter, '此任务不再承担', 'You no longer owe this work'),
        ]), counts: { unowed: 1 },
      }
    },
  },
  conditionsStillMissing: {
    zh: '应急任务条件未补齐', en: 'Conditions did not follow', from: ['doing'], basis: ['23.2'], by: [theClock],
    then: c => (c.matter.facts.arrived !== undefined ? { counts: { conditionsDelivered: promised(c) }, effects: [kept(c.matter, 'doing', { delivered: promised(c) })] } : {
      effects: [toIssuer(c.matter, '应急任务的工作条件逾期未补齐，请立即落实', 'Conditions of emergency work are late; provide them now'), ...toCounty(c.matter, '应急任务的工作条件逾期未补齐，请督促', 'Conditions of emergency work are late; please see to it')],
    }),
  },
} as const satisfies Readonly<Record<string, OwedStep>>
