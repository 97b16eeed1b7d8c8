import { legalDay } from '../../../kernel/calendar.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { words, type Words } from '../../../kernel/words.ts'

/** Classes by which a case is paid; how much stands in the local rule (Art. 30.3). */
export const classes = {
  oral: { zh: '口头协议', en: 'Oral agreement' },
  ordinary: { zh: '书面协议（一般）', en: 'Written agreement, ordinary' },
  hard: { zh: '书面协议（疑难）', en: 'Written agreement, hard' },
  major: { zh: '书面协议（重大）', en: 'Written agreement, major' },
} as const satisfies Record<string, Words>

export type CaseClass = keyof typeof classes

/** The rule in force where the case was. Sums are fen. */
export type Scheme = { readonly matter: string; readonly title: string; readonly amounts: { readonly [name in CaseClass]?: number }; readonly performance: boolean; readonly staffBarred: boolean }

/** A concluded case, as the record has it. `effectiveOn` is a legal day. */
export type Case = {
  readonly procedure: string
  readonly number: string
  readonly region: string
  readonly office?: string
  readonly mediator?: string
  /** Whether a people’s mediator brought it about: a committee of mediation, of a trade or a village, and no authority or court; by somebody who held the post on the day of effect. */
  readonly peoples: boolean
  readonly form?: 'written' | 'oral'
  readonly grade?: 'ordinary' | 'hard' | 'major'
  readonly effectiveOn?: string
  readonly performed: boolean
  readonly sessions: number
  readonly told: boolean
  /** Whether more than its mediator’s word speaks for it: a paper with signatures, or somebody who asked the sides afterwards. */
  readonly proved: boolean
  /** Whether the mediator, on the day of effect, held another post in government. */
  readonly staff: boolean
  readonly paid: boolean
  readonly scheme?: Scheme
}

export type Computed = { readonly class: CaseClass; readonly fen: number; readonly scheme: Scheme; readonly mediator: string; readonly office: string }

const basis = ['30.3'] as const

/** What a case is paid by the rule, or why it is not: it ended in agreement, its file is whole, nobody is paid twice for it, and the rule's own conditions hold. */
export const computed = (found: Case | undefined, { county, now, oldest }: { readonly county: string; readonly now: Date; readonly oldest: string }): Computed | Refusal => {
  if (found?.procedure !== 'dispute' || !found.region.startsWith(county)) return refuse('no-such-case', words('没有这起纠纷', 'There is no such dispute'), { remedy: words('请从已达成协议的纠纷中选择', 'Choose one that ended in agreement') })
  const { effectiveOn, mediator, office, form, grade = 'ordinary', scheme } = found
  if (effectiveOn === undefined || mediator === undefined || office === undefined) return refuse('not-agreed', words('没有生效的调解协议', 'There is no agreement in effect'), { basis, remedy: words('达成协议并生效后再申请', 'Claim once an agreement is in effect') })
  if (!found.peoples) return refuse('not-peoples', words('不是人民调解组织调解的案件', 'It was not mediated by people’s mediation'), { basis, remedy: words('行政调解、司法调解不按本条补贴', 'Mediation by an authority or a court is not paid by this article') })
  if (found.paid) return refuse('claimed-already', words('该案已申领过补贴', 'A subsidy was claimed for this case already'), { basis, remedy: words('一案只补一次', 'One case, one payment') })
  if (scheme === undefined) return refuse('no-scheme', words('没有施行中的补贴办法', 'No rule on subsidies is in force'), { basis, remedy: words('请县（区）司法行政部门先公布办法', 'The county justice department adopts one first') })
  if (effectiveOn < oldest || effectiveOn > legalDay(now)) return refuse('too-old', words(`协议生效已久，最早补贴 ${oldest} 起生效的协议`, `It took effect too long ago: agreements since ${oldest} are paid`), { basis })
  if (scheme.performance && !found.performed) return refuse('not-performed', words('本地办法要求协议已经履行', 'The local rule asks that it was performed'), { basis, remedy: words('履行登记后再申请', 'Claim once performance is recorded') })
  if (scheme.staffBarred && found.staff) return refuse('staff', words('本地办法规定国家工作人员不领取补贴', 'By the local rule staff of the government are not paid'), { basis })
  if (form === 'written' && (found.sessions === 0 || !found.told)) return refuse('file-incomplete', words('卷宗不完整：缺少调解笔录或者权利义务告知', 'The file is not whole: minutes or the notice of rights are missing'), { basis, remedy: words('请补齐卷宗', 'Complete the file') })
  if (form === 'oral' && !found.proved) return refuse('file-incomplete', words('卷宗不完整：口头协议没有签字材料、照片，也没有回访记录', 'The file is not whole: nothing signed or photographed, and nobody asked the sides afterwards'), { basis, remedy: words('请先“回访”双方并记录', 'Ask the sides how it stands, and record it') })
  const kind: CaseClass = form === 'oral' ? 'oral' : grade
  const fen = scheme.amounts[kind]
  return fen === undefined ? refuse('no-class', words(`本地办法没有“${classes[kind].zh}”的标准`, `The local rule pays nothing for “${classes[kind].en}”`), { basis }) : { class: kind, fen, scheme, mediator, office }
}
