import type { ReactNode } from 'react'
import { asked, type Procedure, type Step } from '../../../kernel/procedure.ts'
import { isRegionCode, levelOf } from '../../../kernel/region.ts'
import type { Json } from '../../../kernel/words.ts'
import type { MatterView, Me } from '../../../server/wire.ts'
import { actingPost } from '../../parts/me.ts'
import type { StepFormState } from '../../parts/useStepForm.ts'
import { ItemSays, TownshipDuty } from './ItemSays.tsx'
import { Meter } from './Meter.tsx'

/** What stands below the fields of a commission: what the list says of the item, and the forms meter. Nothing for other procedures. */
export const belowCommission = (procedure: Procedure, step: Step, form: StepFormState, me: Me, matter?: MatterView): { readonly [fact: string]: ReactNode } => {
  if (procedure.name !== 'commission' || !asked(step).some(ask => ask.fact === 'fields')) return {}
  const valueOf = (fact: string): Json | undefined => form.values[fact] ?? matter?.allFacts.find(figure => figure.fact === fact)?.value
  const area = valueOf('area')
  const place = typeof area === 'string' ? area : actingPost(me)?.region.code ?? ''
  const places = valueOf('places')
  const [first] = Array.isArray(places) ? (places as readonly Json[]) : []
  const township = typeof first === 'string' && isRegionCode(first) && levelOf(first) === 'township' ? first : undefined
  return {
    item: <ItemSays chosen={valueOf('item')} conditions={valueOf('conditions')} until={valueOf('from')} place={place} set={form.set} />,
    ...(township !== undefined && { places: <TownshipDuty township={township} chosen={valueOf('item')} set={form.set} /> }),
    fields: <Meter valueOf={valueOf} place={place} />,
  }
}
