import { reaches, type Fraction } from '../../regulation/fraction.ts'
import type { Law } from '../clock.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { words, type Words } from '../words.ts'
import { needed, shareWords } from './share.ts'

/** 四议: who takes the matter up in turn. The last is the body that `select` names. */
export const fourStages = {
  proposal: { zh: '村党组织提议', en: 'Proposed by the village’s Party branch' },
  joint: { zh: '村“两委”会商议', en: 'Discussed by the two committees' },
  party: { zh: '党员大会审议', en: 'Reviewed by the Party members’ meeting' },
  decision: { zh: '村民会议或者村民代表会议决议', en: 'Decided by the villagers’ assembly or representatives' },
} as const satisfies Record<string, Words>

/** 两公开: what is posted, in their order. */
export const twoPublications = {
  resolution: { zh: '决议公开', en: 'The resolution is published' },
  result: { zh: '实施结果公开', en: 'What came of it is published' },
} as const satisfies Record<string, Words>

/** The counts of a Party members' meeting as signed. No roll of members is kept, here or anywhere. */
export type PartyCounts = { readonly due: number; readonly present: number; readonly for: number }

export type PartyReview = { readonly held: boolean; readonly passed: boolean; readonly words: Words }

const fraction = (law: Pick<Law, 'figure'>, name: 'party-meeting.quorum' | 'party-meeting.pass', day: string): Fraction => law.figure(name, day).value as Fraction

/** The review by its counts: two thirds attend; it passes with more than half of those due, present or not. */
export const partyReview = (counts: PartyCounts, day: string, law: Pick<Law, 'figure'>): PartyReview | Refusal => {
  const { due, present } = counts
  const ok = [due, present, counts.for].every(n => Number.isSafeInteger(n) && n >= 0) && present <= due && counts.for <= present
  if (!ok) return refuse('figures-conflict', words('党员大会的人数不能成立：到会不多于应到，同意不多于到会', 'The counts of the Party members’ meeting can’t be: no more present than due, no more for than present'))
  const [quorum, pass] = [fraction(law, 'party-meeting.quorum', day), fraction(law, 'party-meeting.pass', day)]
  const held = reaches(present, due, quorum)
  const passed = held && reaches(counts.for, due, pass)
  const [come, agree] = [needed(due, quorum) ?? 0, needed(due, pass) ?? 0]
  return {
    held, passed,
    words: words(
      `应到党员${due}人，须到${come}人（${shareWords(quorum).zh}），实到${present}人；须${agree}人同意（应到党员${shareWords(pass).zh}），同意${counts.for}人：${!held ? '到会不足，不能审议' : passed ? '审议通过' : '审议未通过'}。`,
      `${due} members due; ${come} needed (${shareWords(quorum).en}); ${present} present; ${agree} to pass (${shareWords(pass).en} of those due); ${counts.for} for: ${!held ? 'too few present' : passed ? 'agreed' : 'not agreed'}.`),
  }
}
