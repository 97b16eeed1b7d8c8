import { notify } from '../../../../kernel/effect.ts'
import { refuse, type Refusal } from '../../../../kernel/refusal.ts'
import { theClock } from '../../../../kernel/who.ts'
import { words } from '../../../../kernel/words.ts'
import { isOver } from '../../../usual/end-date.ts'
import { countyCentre, issuerOf, theCounty, theIssuer } from '../work/parts.ts'
import { centreOf, goesOn, notGiven, type Now, type TownshipStep } from './parts.ts'

const notOwnCase = ({ matter, actor }: Pick<Now, 'matter' | 'actor'>): Refusal | undefined =>
  actor.office === issuerOf(matter)
    ? refuse('own-case', words('发文单位不能裁定对自己任务的异议（平台规则）', 'The office that gave it can’t rule on an objection to it (a product rule)'), { remedy: words('请由县（区）治理中心或其他负责人裁定', 'Ask the county’s centre, or another lead of the county') })
    : undefined

/** A township’s objection: the issuer takes it back or maintains it, and the county rules. Silence decides for those below. */
export const townshipRuling = {
  withdrawHere: {
    zh: '在此地撤回', en: 'Take it back here', from: ['answering'], to: 'notPassed', basis: ['24.2'], primary: true, by: [theIssuer], asks: ['endReason'],
    causes: words('不在这个乡镇（街道）下达', 'It is not given in this township'),
    then: c => notGiven(c, 'notPassed', words('发文单位接受乡镇（街道）意见，撤回', 'The issuer took it back on the township’s objection')),
  },
  maintain: {
    zh: '坚持下达', en: 'Maintain it', from: ['answering'], to: 'ruling', basis: ['24.2'], by: [theIssuer], asks: ['issuerAnswer'],
    causes: words('由县（区）按时裁定；逾期未裁定的，不下达（平台规则）', 'The county rules in time; if it does not, it is not given (a product rule)'),
    only: isOver,
    then: c => ({
      holder: { office: countyCentre(c.matter) },
      effects: [notify({ office: countyCentre(c.matter) }, words('乡镇（街道）对县级任务有异议，请按时裁定', 'A township objects to work of the county; please rule in time')), notify({ posts: 'lead', region: c.matter.county }, words('乡镇（街道）对县级任务有异议，请按时裁定', 'A township objects to work of the county; please rule in time'))],
    }),
  },
  answerLate: {
    zh: '逾期未答复，视为撤回', en: 'No answer: taken back', from: ['answering'], to: 'notPassed', basis: [], by: [theClock],
    then: c => notGiven(c, 'notPassed', words('发文单位逾期未答复，视为撤回（平台规则）', 'The issuer did not answer in time: taken back (a product rule)')),
  },
  upholdHere: {
    zh: '支持乡镇（街道）', en: 'Uphold the township', from: ['ruling'], to: 'notPassed', basis: ['24.2'], primary: true, by: theCounty, asks: ['ruling'],
    causes: words('不在这个乡镇（街道）下达', 'It is not given in this township'),
    only: c => isOver(c) ?? notOwnCase(c),
    then: c => ({ ...notGiven(c, 'notPassed', words('县（区）裁定支持乡镇（街道）异议', 'The county upheld the township’s objection')), counts: { townshipUpheld: 1 } }),
  },
  passAnyway: {
    zh: '裁定下达', en: 'Let it pass', from: ['ruling'], to: ['passed', 'stopped'], basis: ['24.2'], by: theCounty, asks: ['ruling'], needs: ['onward'],
    causes: words('再经清单核对后下达到村（社区）', 'Held against the list once more, it goes to the villages'),
    only: c => isOver(c) ?? notOwnCase(c),
    then: c => {
      const on = goesOn(c)
      return { ...on, effects: [...on.effects ?? [], notify({ office: centreOf(c.matter) }, words('县（区）裁定下达', 'The county let the work pass'))] }
    },
  },
  fallsForTownship: {
    zh: '逾期未裁定，不下达', en: 'No ruling: not given', from: ['ruling'], to: 'notPassed', basis: [], by: [theClock],
    then: c => ({ ...notGiven(c, 'notPassed', words('县（区）逾期未裁定，不下达（平台规则）', 'The county did not rule in time: not given (a product rule)')), counts: { townshipUpheld: 1 } }),
  },
} as const satisfies Readonly<Record<string, TownshipStep>>
