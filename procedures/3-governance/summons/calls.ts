import { need } from '../../../kernel/procedure.ts'

/** A call as the register has it. `office` or the name of a unit outside; `state` is the stage it stands in. */
export type Call = { readonly matter: string; readonly office?: string; readonly unit?: string; readonly state: string }

/** The calls of a summons, in the order they went out. */
export const callsOf = need<readonly Call[]>('summons-calls', c => ({ county: c.matter.county, summons: c.matter.id }))

/** Who answers for an office at an instant outside its hours: the line to ring, and who is told. */
export type Duty = { readonly phone: string; readonly account?: string }

/** What is over, or was let off, is waited for no longer. */
const isNeeded = (call: Call): boolean => call.state !== 'released'

const isThere = ({ state }: Call): boolean => state === 'acting' || state === 'reported'

/** Whether somebody of a department is there who could lead. */
export const mayLead = (calls: readonly Call[], office: string): boolean => calls.some(call => call.office === office && isThere(call))

/** Departments that are there; none where only units outside came, or nobody. */
export const departmentsThere = (calls: readonly Call[]): readonly Call[] => calls.filter(call => call.office !== undefined && isThere(call))

/** Those that were needed and have not said what they did. */
export const unreported = (calls: readonly Call[]): readonly Call[] => calls.filter(call => isNeeded(call) && call.state !== 'reported')

/** Departments called and not let off. */
export const calledNow = (calls: readonly Call[]): ReadonlySet<string> => new Set(calls.filter(isNeeded).flatMap(call => call.office ?? call.unit ?? []))
