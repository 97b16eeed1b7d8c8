import type { Step } from '../../kernel/procedure.ts'

/** In how many stages a step may be taken: what belongs to few of them is what those are for, what may be done at any time stands back. */
export const breadth = ({ from }: Step): number => (Array.isArray(from) ? from.length : Number.MAX_SAFE_INTEGER)

/** The same, narrowest first; of equals, in the order they were declared. */
export const narrowest = <T extends { readonly step: Step }>(steps: readonly T[]): readonly T[] => steps.toSorted((a, b) => breadth(a.step) - breadth(b.step))
