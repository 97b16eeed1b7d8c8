import { keptKindOf, type KeptKind } from '../../kernel/erasure.ts'
import type { Procedure } from '../../kernel/procedure.ts'

/** The facts of a procedure that are kept under these kinds. */
export const factsOfKinds = (procedure: Procedure, kinds: readonly KeptKind[]): readonly string[] =>
  Object.entries(procedure.facts).filter(([, fact]) => { const kind = keptKindOf(fact); return kind !== undefined && kinds.includes(kind) }).map(([name]) => name)
