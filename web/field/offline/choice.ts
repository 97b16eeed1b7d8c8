import type { MatterView, Problem, WrittenAct } from '../../../server/wire.ts'

/** What can be done about an act that the server did not take. */
export type Choice = {
  /** It can be taken again: as it is written, on the matter as it stands now. */
  readonly again: boolean
  /** What was written is to be put right in its form: as it is, it would be refused again. */
  readonly mend?: true
  /** Why not. */
  readonly why?: Problem['words']
}

/** Refusals of what was written, or of a photo with it. */
const ofInput: ReadonlySet<string> = new Set(['bad-input', 'bad-request', 'photo-lost', 'metadata', 'unsupported-type', 'too-large'])

/**
 * Of an act on a matter: again, or put right, where its step still stands open. Of one that opens a matter: put right where it was what was written that was
 * refused, else again. `now`: the matter as it stands; none where it opens one, or can't be read.
 */
export const choiceOf = ({ procedure, step }: Pick<WrittenAct, 'procedure' | 'step'>, problem: Pick<Problem, 'code' | 'words' | 'faults'> | undefined, now: Pick<MatterView, 'offers'> | undefined): Choice => {
  const open: Choice = problem && (ofInput.has(problem.code) || (problem.faults ?? []).length > 0) ? { again: false, mend: true } : { again: true }
  if (procedure !== undefined) return open
  const offer = now?.offers.find(one => one.step === step)
  if (!now) return { again: false }
  if (!offer) return { again: false, why: { zh: '事项已到别的环节，这一步不能再办', en: 'The matter has moved on, and this step is no longer there' } }
  return offer.refusal ? { again: false, why: offer.refusal.why } : open
}
