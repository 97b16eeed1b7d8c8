import { keptWords } from '../../kernel/kept-words.ts'
import { diff } from '../../procedures/3-governance/lists/diff.ts'
import type { ClauseRow, CovenantRow } from '../../registers/covenants/covenants.ts'
import type { Evaluation } from '../../registers/covenants/integrity.ts'
import type { CovenantDiff, CovenantVersion, EvaluationView } from '../wire/covenants.ts'

/** A version as of a legal day. */
export const covenantVersion = ({ version, number, title, since, until, passed, clauses, filed, changes, reason, readOut }: CovenantRow, today: string): CovenantVersion => ({
  version, number, title, since, ...(until !== null && { until }), stands: until !== null && until <= today ? 'before' : since > today ? 'later' : 'now', passed, clauses, readOut,
  ...(filed !== null && { filed }), ...(changes !== null && { changes: keptWords(changes) }), ...(reason !== null && { reason }),
})

const coded = (list: readonly ClauseRow[]) => list.map(one => ({ code: one.number, ...one }))

/** What changed between two versions, clause by clause. */
export const clauseChanges = (before: readonly ClauseRow[], after: readonly ClauseRow[]): CovenantDiff['changes'] => {
  const by = (list: readonly ClauseRow[], number: string): ClauseRow | undefined => list.find(one => one.number === number)
  return diff(coded(before), coded(after)).map(one => {
    const [was, is] = [by(before, one.code), by(after, one.code)]
    return { change: one.change, number: one.code, ...(was && { before: was }), ...(is && { after: is }), fields: one.change === 'changed' ? one.fields : [] }
  })
}

export const evaluationView = ({ id, number, stage, opened, due, person, clause, says, direction, measure, since, until, ended }: Evaluation): EvaluationView => ({
  id, number, stage, opened: opened.toISOString(), ...(due !== null && { due: due.toISOString() }), person: person ?? '', clause: clause ?? '', says: says ?? '', direction: direction ?? '',
  ...(measure !== null && { measure }), ...(since !== null && { since }), ...(until !== null && { until }), ...(ended !== null && { ended }),
})
