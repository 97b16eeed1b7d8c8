import type { Fault } from '../../../kernel/refusal.ts'
import { actId } from '../../parts/phone/act-id.ts'
import type { Photo } from '../../parts/phone/photo.ts'
import { blankReport, type ReportValues } from '../../parts/phone/report-draft.ts'

/** What a grid worker found: the report, and where it was settled on the spot, how. */
export type Found = ReportValues & {
  readonly settled: boolean
  readonly result: string
  readonly evidence: readonly Photo[]
  readonly settleAct: string
}

export const blankFound = (): Found => ({ ...blankReport(), settled: false, result: '', evidence: [], settleAct: actId() })

export type FoundProps = {
  readonly values: Found
  readonly change: (more: Partial<Found> | ((before: Found) => Partial<Found>)) => void
  readonly faults: readonly Fault[]
}

export const faultAt = (faults: readonly Fault[], fact: string): Fault | undefined => faults.find(fault => fault.fact === fact)
