import { within, type Stage as Declared } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { untilDay } from '../../usual/end-date.ts'
import { discussed } from './kinds.ts'
import type { DeliberationFacts } from './facts.ts'
import type { Needed } from './needs.ts'

export type Stage =
  | 'raised' | 'demanded' | 'referred' | 'declined' | 'reviewing' | 'declinedForGood' | 'withdrawn' | 'branch' | 'conferring' | 'party' | 'preparing' | 'noticed' | 'dropped'
  | 'voting' | 'counting' | 'declared' | 'adjourned' | 'setAside' | 'notHeld' | 'objecting' | 'objected' | 'carryingOut' | 'reported' | 'closed' | 'notPassed' | 'annulled'

/** Whether a topic may be talked about in a stage. */
export const isDiscussed = (stage: string): boolean => (discussed satisfies readonly Stage[]).some(one => one === stage)

type Reached = 'lateScreening' | 'lateRuling' | 'restDeclined' | 'notConvened' | 'close' | 'lateCount' | 'closeWindow' | 'lookAt' | 'closeUp'

const published = true

/** Where a topic may stand. Public from the day it is taken up: before, it is a claim that nobody has looked at. */
export const stages = {
  raised: { zh: '已提出，待审查', en: 'Raised, to be screened', due: within('deliberation.screen', 'lateScreening') },
  demanded: { zh: '联名要求，待核实', en: 'Demanded, to be checked', due: within('deliberation.demand-check', 'lateScreening') },
  referred: { zh: '待乡镇（街道）答复是否合法', en: 'For the township to say whether it is lawful', due: within('deliberation.opinion', 'lateRuling') },
  declined: { zh: '不予受理，可申请复核', en: 'Declined, open to review', settled: true, due: within('deliberation.review-window', 'restDeclined') },
  reviewing: { zh: '复核中', en: 'Under review', due: within('deliberation.review', 'lateRuling') },
  declinedForGood: { zh: '不予受理', en: 'Declined', final: true },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', final: true },
  branch: { zh: '待村党组织提议', en: 'For the branch to propose', published, due: within('deliberation.party-steps', 'lateScreening') },
  conferring: { zh: '待村“两委”商议', en: 'For both committees to talk over', published, due: within('deliberation.party-steps', 'lateScreening') },
  party: { zh: '待党员大会审议', en: 'For the members’ meeting', published, due: within('deliberation.party-steps', 'lateScreening') },
  preparing: { zh: '已受理，准备会议', en: 'Taken up, being prepared', published, due: { then: 'notConvened', limit: c => (c.facts.owed === true ? 'deliberation.convene' : 'deliberation.prepare') } },
  noticed: { zh: '已通知，讨论中', en: 'Called, being discussed', published, due: { then: 'notConvened', limit: c => untilDay(c.facts.meetingOn ?? '', c.now, words('会议通知载明的日期', 'the day that the notice states')) } },
  dropped: { zh: '已终止', en: 'Given up', final: true, published },
  voting: { zh: '表决中', en: 'Voting', published, due: { then: 'close', limit: c => untilDay(c.facts.voteUntil ?? '', c.now, words('公布的表决截止时间', 'the end of the vote as announced')) } },
  counting: { zh: '计票中', en: 'Being counted', published, due: within('deliberation.count', 'lateCount') },
  declared: { zh: '结果待公布', en: 'To be published', published, due: within('deliberation.publish', 'lateCount') },
  adjourned: { zh: '未达法定人数', en: 'No quorum', published, due: within('deliberation.reconvene', 'lateCount') },
  setAside: { zh: '表决作废，待再次召开', en: 'Vote set aside, to be convened again', published, due: within('deliberation.reconvene', 'lateCount') },
  notHeld: { zh: '没有作出决定，办结', en: 'Nothing decided, ended', final: true, published },
  objecting: { zh: '公示中，可提异议', en: 'Posted, open to objection', published, due: within('deliberation.objection', 'closeWindow') },
  objected: { zh: '异议待处理', en: 'Objections to be decided', published, due: within('deliberation.rule-objection', 'lateRuling') },
  carryingOut: { zh: '落实中', en: 'Being carried out', published, due: within('deliberation.assign', 'lookAt') },
  reported: { zh: '已报告，听取意见', en: 'Reported, residents heard', published, settled: true, due: within('deliberation.report-window', 'closeUp') },
  closed: { zh: '办结', en: 'Closed', final: true, published },
  notPassed: { zh: '未通过，办结', en: 'Not passed, ended', final: true, published },
  annulled: { zh: '决议被撤销', en: 'Annulled', final: true, published },
} as const satisfies { readonly [S in Stage]: Declared<DeliberationFacts, Reached, Needed, Stage> }
