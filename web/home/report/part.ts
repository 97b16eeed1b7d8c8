import type { Fault } from '../../../kernel/refusal.ts'
import type { Me, RegionRef } from '../../../server/wire.ts'
import type { ReportValues } from '../../parts/phone/report-draft.ts'

/** What every part of the report is given. `place` is the village chosen, or the one lived in. */
export type PartProps = {
  readonly values: ReportValues
  readonly change: (more: Partial<ReportValues> | ((before: ReportValues) => Partial<ReportValues>)) => void
  readonly faults: readonly Fault[]
  readonly place: RegionRef | null
  readonly me: Me | null
}

export const faultAt = (faults: readonly Fault[], fact: string): Fault | undefined => faults.find(fault => fault.fact === fact)
