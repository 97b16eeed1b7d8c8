import { asked, type Procedure, type Step } from '../../../kernel/procedure.ts'
import type { Json } from '../../../kernel/words.ts'
import type { Figure } from '../../../server/wire.ts'

/** What a round or an inspection is to look at, one after another. */
const lists = ['checkpoints', 'checklist']

/** The list of what is to be looked at, where a step asks how each of it was. */
export const toLookAt = (procedure: Procedure, step: Step, figures: readonly Figure[]): Figure | undefined =>
  (asked(step).some(({ fact }) => fact === 'results') && procedure.facts['results']?.columns?.['no'] !== undefined
    ? figures.find(({ fact, value }) => lists.includes(fact) && Array.isArray(value) && value.length > 0) : undefined)

/** A row for each of it, by its number, with nothing said yet: neither how it was nor what was found the time before is offered again. */
export const oneEach = (procedure: Procedure, step: Step, figures: readonly Figure[]): { readonly [fact: string]: Json } => {
  const list = toLookAt(procedure, step, figures)?.value
  if (!Array.isArray(list)) return {}
  return { results: list.map((_, at) => ({ no: at + 1 })), ...(asked(step).some(({ fact }) => fact === 'findings') && { findings: null }) }
}
