import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { fault } from './facts.ts'
import { kindTraits } from './kinds.ts'
import { interrupted, interruptible, limitations, ranOutBefore } from './limitation.ts'
import { pastDay, theBody, toHolder, toSides, type DisputeStep, type Now } from './parts.ts'
import { open } from './stages.ts'

/** What is wrong with the days from which a limitation counts: none lies ahead, and employment is asked about where it matters. */
export const sinceFault = (c: Pick<Now, 'input' | 'facts' | 'now' | 'matter'>): Refusal | undefined => {
  const { since, employed, employmentEnded } = c.input
  if (since !== undefined && pastDay('since', since, c)) return pastDay('since', since, c)
  if (employmentEnded !== undefined && pastDay('employmentEnded', employmentEnded, c)) return pastDay('employmentEnded', employmentEnded, c)
  if (employed === true && employmentEnded !== undefined) return fault('employmentEnded', '仍在职的不填终止日期', 'Who is still employed has no such day')
  return (employed !== undefined || employmentEnded !== undefined) && kindTraits(c.facts.about).fromEndOfEmployment === undefined ? fault(employed === undefined ? 'employmentEnded' : 'employed', '只用于拖欠工资', 'Of unpaid wages alone') : undefined
}

/** Limitations run whichever way a dispute takes; whoever has it keeps them right, and their ends are told (Art. 29.1). */
export const limiting = {
  noteSince: {
    zh: '更正时效起算日', en: 'Correct since when it counts', from: open, basis: ['29.1'], by: [theBody], asks: ['since', 'employed?', 'employmentEnded?'],
    then: c => {
      const refused = sinceFault(c)
      if (refused) return refused
      const { clocks, set } = limitations(withEmployment(c))
      return { clocks, set: { ...set, ...(c.input.employed === true && { employmentEnded: null }), ...(c.input.employmentEnded !== undefined && { employed: null }) } }
    },
  },
  interrupt: {
    zh: '记录时效中断', en: 'Note an interruption', from: open, basis: ['29.1'], by: [theBody], asks: ['interruption', 'interruptedOn', 'proceedingsEnded?', 'papers?'],
    causes: words('民事时效从中断之日、有关程序终结之日重新计算（《民法典》第一百九十五条）；行政复议期限不中断', 'The civil limitation counts anew from that day, or from the end of those proceedings (Civil Code, Art. 195); time to ask for reconsideration is not interrupted'),
    then: c => {
      const { interruption, interruptedOn = '', proceedingsEnded } = c.input
      const { since, about } = c.matter.facts
      const refused = pastDay('interruptedOn', interruptedOn, c) ?? (since !== undefined && interruptedOn < since ? fault('interruptedOn', '不能早于知道权利受侵害之日', 'Not before it was known') : undefined)
        ?? (proceedingsEnded === undefined ? undefined : pastDay('proceedingsEnded', proceedingsEnded, c) ?? endedFault(interruption, interruptedOn, proceedingsEnded))
      if (refused) return refused
      if (!interruptible(about)) return refuse('not-interrupted', words('行政复议期限不因请求而中断', 'Time to ask for reconsideration is not interrupted'), { remedy: words('请尽快申请行政复议', 'Ask for reconsideration soon') })
      const noted = { on: interruptedOn, ...(interruption !== undefined && { how: interruption }), ...(proceedingsEnded !== undefined && { until: proceedingsEnded }) }
      const last = ranOutBefore(c, noted)
      return last === undefined ? interrupted(c, noted)
        : refuse('ran-out-before', words(`时效已于 ${last} 届满，不再中断`, `It ran out on ${last} and is interrupted no more`), { basis: ['29.1'], remedy: words('义务人同意履行的，登记“义务人同意履行”；在此之前已中断的，先登记该次中断', 'Where who owes it acknowledges it, record that; where something interrupted it before, record that first') })
    },
  },
  warnLimit: {
    zh: '时效即将届满', en: 'A limitation is about to run out', from: open, basis: [], by: [theClock],
    then: c => ({ effects: [toSides('时效即将届满，需要保全权利的请及时申请仲裁、复议或者起诉', 'A limitation is about to run out: who needs to keep a claim goes to arbitration, reconsideration or court in time'), ...toHolder(c.matter, '一起纠纷的时效即将届满，请提醒当事人', 'A limitation is about to run out; please remind the sides')] }),
  },
  limitPassed: {
    zh: '时效届满', en: 'A limitation has run out', from: open, basis: [], by: [theClock],
    then: c => ({ effects: [toSides('时效已届满；仍可调解、和解', 'A limitation has run out; mediation and reconciliation stay open'), ...toHolder(c.matter, '一起纠纷的时效已届满', 'A limitation has run out')] }),
  },
} as const satisfies Readonly<Record<string, DisputeStep>>

/** What was said of the employment last holds. */
function withEmployment(c: Now): Now {
  const { employed, employmentEnded, ...facts } = c.facts
  if (c.input.employed === true) return { ...c, facts: { ...facts, employed: true } }
  return c.input.employmentEnded === undefined ? c : { ...c, facts: { ...facts, employmentEnded: c.input.employmentEnded } }
}

function endedFault(interruption: string | undefined, on: string, ended: string): Refusal | undefined {
  if (interruption !== 'filed') return fault('proceedingsEnded', '只用于起诉、申请仲裁', 'Of suit or arbitration alone')
  return ended < on ? fault('proceedingsEnded', '不能早于起诉、申请之日', 'Not before it was filed') : undefined
}
