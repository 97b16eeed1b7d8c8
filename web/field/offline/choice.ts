import type { MatterView, Problem, WrittenAct } from '../../../server/wire.ts'

/** What can be done about an act that the server did not take. */
export type Choice = {
  /** It can be taken again: as it is written, on the matter as it stands now. */
  readonly again: boolean
  /** Why not. */
  readonly why?: Problem['words']
}

/**
 * Of an act on a matter: again where its step still stands open. Of one that opens a matter: again only where it was not its words that were refused.
 * `now`: the matter as it stands; none where it opens one, or can't be read.
 */
export const choiceOf = ({ procedure, step }: Pick<WrittenAct, 'procedure' | 'step'>, problem: Pick<Problem, 'code' | 'words'> | undefined, now: Pick<MatterView, 'offers'> | undefined): Choice => {
  if (procedure !== undefined) return problem?.code === 'bad-input' || problem?.code === 'bad-request' ? { again: false, why: problem.words } : { again: true }
  const offer = now?.offers.find(one => one.step === step)
  if (!now) return { again: false }
  if (!offer) return { again: false, why: { zh: '事项已到别的环节，这一步不能再办', en: 'The matter has moved on, and this step is no longer there' } }
  return offer.refusal ? { again: false, why: offer.refusal.why } : { again: true }
}
