import { maskName } from '../../kernel/mask.ts'
import { reads } from '../../kernel/post.ts'
import { openingSteps, type Procedure } from '../../kernel/procedure.ts'
import type { CaptureRow, EntryRow } from '../../store/read/matter.ts'
import type { EntryView } from '../wire.ts'
import { officeRef } from './place.ts'
import type { Reader } from './reader.ts'
import { toldIn } from './told.ts'

const alias = { zh: '匿名', en: 'Anonymous' }

/** Officials act by name; a resident's name is masked but for themselves and those cleared for it. */
const nameOf = (actor: EntryRow['actor'], reader: Reader, names: ReadonlyMap<string, string>): string => {
  if (actor.kind === 'clock' || actor.kind === 'system') return ''
  if (actor.account === undefined) return alias[reader.language]
  const name = names.get(actor.account) ?? ''
  const clear = actor.post !== undefined || actor.account === reader.actor.account || reads(reader.actor.clearance, 'sensitive')
  return clear ? name : maskName(name)
}

/** Whether any official may have opened it, wherever they work: the kind of post would then say who of few it was. */
const isAnyones = (procedure: Procedure): boolean => openingSteps(procedure).some(name => procedure.steps[name]?.by.some(who => who.who === 'official'))

/** Who acts unseen is not told by the kind of post either, where that would name them: of a community so few work there that they are told as one. */
const kindOf = ({ account, kind }: EntryRow['actor'], procedure: Procedure): EntryView['who']['kind'] => {
  if (account !== undefined || kind === 'clock' || kind === 'system') return kind
  if (isAnyones(procedure)) return 'reporter'
  return kind === 'gridWorker' ? 'committee' : kind
}

const captureView = ({ made, skew, told, photos }: CaptureRow): NonNullable<EntryView['capture']> =>
  ({ at: new Date(made.getTime() + (skew ?? told ?? 0)).toISOString(), ...(skew !== null && { skew: Math.round(skew / 1000) }), ...(told !== null && { told: Math.round(told / 1000) }), photos })

export const entryView = (entry: EntryRow, before: EntryRow | undefined, procedure: Procedure, reader: Reader, names: ReadonlyMap<string, string>): EntryView => ({
  seq: entry.seq,
  at: entry.at.toISOString(),
  step: entry.step,
  who: {
    name: nameOf(entry.actor, reader, names), kind: kindOf(entry.actor, procedure),
    ...(entry.actor.office !== undefined && { office: officeRef(reader, entry.actor.office).name }),
  },
  ...(entry.stage !== before?.stage && { stage: entry.stage }),
  facts: toldIn(reader.language, procedure, entry.facts),
  version: entry.version,
  ...(entry.capture && { capture: captureView(entry.capture) }),
})
