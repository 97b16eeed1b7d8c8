import type { Law } from '../../kernel/clock.ts'
import { faulty, Refused, type Fault } from '../../kernel/refusal.ts'
import { isObject, words, type JsonObject } from '../../kernel/words.ts'
import type { RollUnit } from '../../kernel/voting/track.ts'
import { faultsOf, lineOf } from './draft.ts'
import type { RollLine } from './unit.ts'

/** `number` to `to`: the lines it is about; of a line that is added, what stands on it. */
type Edit = { readonly edit: 'add' | 'strike' | 'away' | 'ofAge'; readonly number: number; readonly to: number; readonly unit: JsonObject }

const editOf = ({ edit, number, to, ...unit }: JsonObject): Edit => {
  const first = typeof number === 'number' ? number : 0
  return { edit: edit as Edit['edit'], number: first, to: typeof to === 'number' ? to : first, unit }
}

/**
 * The lines of a draft after its edits, in their order. Who lives elsewhere is marked, or by a local rule that does not count them taken off; who is found to be old enough is
 * no longer in doubt; who is added gets the next number. Throws `Refused` with the rows of `fact` that can’t be.
 */
export const editedLines = (lines: readonly RollLine[], kind: RollUnit, row: JsonObject, law: Pick<Law, 'figure'>, day: string): readonly RollLine[] => {
  const fact = typeof row['fact'] === 'string' ? row['fact'] : 'edits'
  const edits = (Array.isArray(row['edits']) ? row['edits'].filter(isObject) as readonly JsonObject[] : []).map(editOf)
  const counts = law.figure('roll.absent-count', day).value === true
  const faults: Fault[] = []
  let now = lines
  for (const [at, { edit, number, to, unit }] of edits.entries()) {
    const wrong = (column: string, zh: string, en: string): void => { faults.push({ fact, row: at, column, why: words(zh, en) }) }
    if (edit === 'add') {
      const line = { ...lineOf(kind, unit), number: now.reduce((most, one) => Math.max(most, one.number), 0) + 1 }
      if (line.name === '') wrong('name', '请填写姓名', 'the name is needed')
      faults.push(...faultsOf(fact, kind, [...now, line], law, day).filter(one => one.row === now.length).map(one => ({ ...one, row: at })))
      now = [...now, line]
      continue
    }
    const meant = (line: RollLine): boolean => line.number >= number && line.number <= to
    if (!now.some(meant)) wrong('number', '名册上没有这个序号', 'there is no such number on the roll')
    if (edit === 'strike' || (edit === 'away' && !counts)) now = now.filter(line => !meant(line))
    else now = now.map(line => (!meant(line) ? line : edit === 'away' ? { ...line, ground: 'away' } : { ...line, ageUnsure: false }))
  }
  if (faults.length > 0) throw new Refused(faulty(faults.slice(0, 200)))
  return now
}
