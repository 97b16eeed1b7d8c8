import { keptWords } from '../../kernel/kept-words.ts'
import type { Json } from '../../kernel/words.ts'
import { namesIn } from '../../procedures/3-governance/lists/columns.ts'
import { diff } from '../../procedures/3-governance/lists/diff.ts'
import type { DutyVersion, Version, WorkItem } from '../../registers/lists.ts'
import type { ListDiff, ListVersion, WorkItemView } from '../wire.ts'

const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined)

/** A version as of a legal day. */
export const versionView = ({ version, number, title, since, until, items, facts }: Version | DutyVersion, today: string): ListVersion => {
  const [instrument, changes, reason, base] = [text(facts['instrument']), text(facts['changes']), text(facts['reason']), text(facts['base'])]
  return {
    version, number, title, since, ...(until !== null && { until }), stands: since > today ? 'later' : until !== null && until <= today ? 'before' : 'now', items,
    ...(instrument !== undefined && { instrument }), ...(changes !== undefined && { changes: keptWords(changes) }), ...(reason !== undefined && { reason }), ...(base !== undefined && { base }),
  }
}

/** An item in force as who chooses one is told of it. */
export const workItemView = ({ code, name, kind, office, conditions, minutes, seasonFrom, seasonTo, part, basis }: WorkItem): WorkItemView => ({
  code, name, kind, office, conditions: namesIn(conditions), minutes, ...(seasonFrom !== undefined && seasonTo !== undefined && { season: { from: seasonFrom, to: seasonTo } }), part, basis,
})

/** What changed between two versions, with the reasons that the newer gave. */
export const changesOf = (before: readonly WorkItem[], after: readonly WorkItem[], reasons: ReadonlyMap<string, string>): ListDiff['changes'] =>
  diff(before, after).map(one => {
    const why = reasons.get(one.code)
    return {
      change: one.change, code: one.code, ...('before' in one && { before: one.before }), ...('after' in one && { after: one.after }), fields: one.change === 'changed' ? one.fields : [],
      ...(why !== undefined && { why }),
    }
  })
