import { notify } from '../../../../kernel/effect.ts'
import { refuse, type Refusal } from '../../../../kernel/refusal.ts'
import { theClock, thePlatform } from '../../../../kernel/who.ts'
import { words } from '../../../../kernel/words.ts'
import { receiver } from '../giving.ts'
import { isOver } from '../../../usual/end-date.ts'
import { countyCentre, cutShort, endsAs, issuerOf, kept, said, theCounty, theIssuer, theReceiver, toCounty, toIssuer, toReceiver, type Now, type OwedStep } from './parts.ts'

/** Nobody rules on what their own office gave. */
const notOwnCase = ({ matter, actor }: Pick<Now, 'matter' | 'actor'>): Refusal | undefined =>
  actor.office === issuerOf(matter)
    ? refuse('own-case', words('发文单位不能裁定对自己任务的异议（平台规则）', 'The office that gave it can’t rule on an objection to it (a product rule)'), { remedy: words('请由县（区）治理中心或其他负责人裁定', 'Ask the county’s centre, or another lead of the county') })
    : undefined

const notInEmergency = ({ matter }: Pick<Now, 'matter'>): Refusal | undefined =>
  matter.facts.emergency === true
    ? refuse('emergency-first', words('应急期间应当按照政府的决定、命令办理', 'In an emergency the government’s orders are carried out'), { basis: ['33.2'], remedy: words('有困难请立即联系乡镇（街道）；条件未到位的，请反映', 'Call the township at once where it is too much; report conditions that are missing') })
    : undefined

/** Objection to what is owed, on the list, the season, capacity or conditions alone; the county rules in time, and its silence decides for those below. */
export const disputing = {
  object: {
    zh: '提出异议', en: 'Object', from: ['awaiting', 'doing'], to: 'disputed', basis: ['23.1', '23.2'], by: [theReceiver], asks: ['objection', 'objectionText'],
    causes: words('由县（区）按时裁定；逾期未裁定的，不再承担（平台规则）', 'The county rules in time; if it does not, the work is not owed (a product rule)'),
    only: c => isOver(c) ?? notInEmergency(c),
    then: c => ({
      holder: { office: countyCentre(c.matter) }, counts: { objected: 1 },
      effects: [kept(c.matter, 'disputed'), said('objected'), toIssuer(c.matter, '对任务提出异议，待县（区）裁定', 'There is an objection to work you gave; the county rules'), ...toCounty(c.matter, '对委托协助任务有异议，请按时裁定', 'There is an objection to work that was given; please rule in time')],
    }),
  },
  uphold: {
    zh: '异议成立', en: 'Uphold the objection', from: ['disputed'], to: 'released', basis: ['23.1', '23.3'], primary: true, by: theCounty, asks: ['ruling'],
    causes: words('任务终止，不再承担', 'The work ends'),
    only: c => isOver(c) ?? notOwnCase(c),
    then: c => ({
      ...endsAs(c, 'released', words('县（区）裁定异议成立', 'The county upheld the objection'), [toReceiver(c.matter, '异议成立，不再承担此任务', 'Your objection was upheld'), toIssuer(c.matter, '异议成立，任务终止', 'The objection was upheld: the work ended')]), counts: { upheld: 1 },
    }),
  },
  overrule: {
    zh: '异议不成立', en: 'Overrule the objection', from: ['disputed'], to: ['awaiting', 'doing'], basis: ['7.1', '23.2'], by: theCounty, asks: ['ruling'],
    causes: words('任务继续，从中断处接着办理', 'The work goes on from where it stood'),
    only: c => isOver(c) ?? notOwnCase(c),
    then: c => {
      const stage = c.matter.facts.began === undefined ? 'awaiting' : 'doing'
      return {
        to: stage, holder: { office: receiver(c.matter.region) }, counts: { overruled: 1 },
        effects: [kept(c.matter, stage), toReceiver(c.matter, '异议不成立，任务继续', 'Your objection was overruled: the work goes on'), toIssuer(c.matter, '异议不成立，任务继续', 'The objection was overruled: the work goes on')],
      }
    },
  },
  fallsForThoseBelow: {
    zh: '逾期未裁定，异议成立', en: 'No ruling: upheld', from: ['disputed'], to: 'released', basis: [], by: [theClock],
    then: c => ({
      ...endsAs(c, 'released', words('县（区）逾期未裁定，异议成立（平台规则）', 'The county did not rule in time: upheld (a product rule)'), [toReceiver(c.matter, '县（区）逾期未裁定，不再承担此任务', 'The county did not rule in time: you no longer owe this work'), toIssuer(c.matter, '县（区）逾期未裁定，异议成立，任务终止', 'The county did not rule in time: the work ended')]), counts: { upheld: 1 },
    }),
  },
  release: {
    zh: '免除', en: 'Release', from: ['awaiting', 'doing', 'disputed'], to: 'released', basis: [], by: [theIssuer], asks: ['endReason'],
    causes: words('不再要求此村（社区）承担', 'This one no longer has to do it'),
    then: c => endsAs(c, 'released', words('发文单位免除', 'Released by the issuer'), [toReceiver(c.matter, '发文单位免除了此任务', 'The issuer released you from this work'), notify({ office: countyCentre(c.matter) }, words('发文单位免除了一项任务', 'An issuer released a task'))]),
  },
  takenBack: {
    zh: '发文单位撤回', en: 'Taken back', from: ['awaiting', 'doing', 'disputed'], to: 'withdrawn', basis: [], by: [thePlatform], asks: ['endReason'],
    then: c => ({ holder: { office: receiver(c.matter.region) }, effects: [kept(c.matter, 'withdrawn', cutShort(c)), toReceiver(c.matter, '发文单位撤回了任务', 'The issuer took the work back')] }),
  },
  endOver: {
    zh: '到期结束', en: 'End on its day', from: ['awaiting', 'doing', 'disputed'], to: 'over', basis: ['23.2'], by: [theClock],
    then: c => endsAs(c, 'over', words('到结束日期，自动结束', 'Its last day has passed'), [toReceiver(c.matter, '任务到期，自动结束', 'Its last day has passed: the work ended'), toIssuer(c.matter, '任务到期，自动结束', 'Its last day has passed: the work ended')]),
  },
  orderOver: {
    zh: '应急决定结束', en: 'The order is over', from: ['awaiting', 'doing', 'disputed'], to: 'over', basis: ['24.2', '33.2'], by: [thePlatform],
    then: c => ({ ...endsAs(c, 'over', words('应急决定已结束，任务随之结束', 'The emergency order is over, and the work with it'), [toReceiver(c.matter, '应急决定已结束，任务随之结束', 'The emergency order is over, and the work with it')]) }),
  },
} as const satisfies Readonly<Record<string, OwedStep>>
