import type { Procedure, Step } from '../../../kernel/procedure.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import type { MatterView } from '../../../server/wire.ts'
import { narrowest } from '../../parts/narrowest.ts'

/** A step as the page shows it: `primary` and `other` stand open; `gone` was begun here and has been shut since. */
export type Way = { readonly name: string; readonly step: Step; readonly kind: 'primary' | 'other' | 'gone'; readonly refusal: Refusal | undefined }

export type ShutStep = { readonly name: string; readonly step: Step; readonly refusal: Refusal }

const movedOn = refuse('moved-on', words('事项已进入其他环节，此动作不能再办', 'The matter has moved on; this step can no longer be taken'))

/** The steps offered to this reader, the primary one first, then those begun and shut since, then what belongs to this stage before what may be done in any, then apart the shut ones. */
export const stepsAt = (procedure: Procedure, matter: MatterView, begun: readonly string[]): { readonly ways: readonly Way[]; readonly shut: readonly ShutStep[] } => {
  const offered = matter.offers.flatMap(({ step: name, refusal }) => {
    const step = procedure.steps[name]
    return step ? [{ name, step, refusal }] : []
  })
  const open = offered.filter(one => one.refusal === undefined)
  const first = open.find(one => one.step.primary)
  const gone = begun.filter(name => !open.some(one => one.name === name)).flatMap((name): Way[] => {
    const step = procedure.steps[name]
    return step ? [{ name, step, kind: 'gone', refusal: offered.find(one => one.name === name)?.refusal ?? movedOn }] : []
  })
  return {
    ways: [
      ...(first ? [{ ...first, kind: 'primary' as const }] : []),
      ...gone,
      ...narrowest(open.filter(one => one !== first)).map(one => ({ ...one, kind: 'other' as const })),
    ],
    shut: offered.flatMap(({ name, step, refusal }) => (refusal && !begun.includes(name) ? [{ name, step, refusal }] : [])),
  }
}
