import type { ReactNode } from 'react'
import { asked, isAsked, type Procedure, type Step } from '../../../kernel/procedure.ts'
import type { MatterView, Me } from '../../../server/wire.ts'
import { FactField } from '../fields/FactField.tsx'
import { GridChoice } from '../fields/GridChoice.tsx'
import type { StepFormState } from '../../parts/useStepForm.ts'

type Props = {
  readonly procedure: Procedure
  readonly step: Step
  readonly form: StepFormState
  readonly me: Me
  readonly matter?: MatterView
  /** Leaves facts out, where something else asks for them. */
  readonly without?: readonly string[]
  /** Facts that may be left out by declaration but are needed as things stand. */
  readonly needed?: readonly string[]
  /** What stands right below the field of a fact. */
  readonly below?: { readonly [fact: string]: ReactNode }
}

/** The fields of a step, in the order the declaration asks for them. */
export const StepFields = ({ procedure, step, form, me, matter, without = [], needed = [], below = {} }: Props) => (
  <>
    {asked(step).filter(ask => !without.includes(ask.fact) && isAsked(ask, form.values)).map(({ fact: name, optional }) => {
      const fact = procedure.facts[name]
      return fact && (
        <div key={name} className="field-and-more">
          <FactField
            name={name} procedure={procedure.name} fact={fact} optional={optional && !needed.includes(name)} value={form.values[name] ?? null} fault={form.faultAt(name)} faults={form.faults}
            change={(value, left) => form.set(name, value, left)} me={me} matter={matter} place={placeOf(procedure, form, matter)} given={form.values}
          />
          {fact.kind === 'point' && step.needs?.includes('located') && <GridChoice point={form.values[name]} place={form.values[procedure.place]} choose={place => form.set(procedure.place, place.code)} />}
          {below[name]}
        </div>
      )
    })}
  </>
)

/** The place that offices must answer for: the matter's, or the one just typed. */
const placeOf = (procedure: Procedure, form: StepFormState, matter: MatterView | undefined): string | undefined => {
  if (matter) return matter.region.code
  const typed = form.values[procedure.place]
  return typeof typed === 'string' ? typed : undefined
}
