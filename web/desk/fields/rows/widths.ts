import type { Fact } from '../../../../kernel/fact.ts'
import { numberIn } from '../value.ts'

/** Characters a text may have; one that must follow a pattern is short. */
const mostOf = ({ schema }: Fact): number => numberIn(schema, 'maxLength') ?? (schema['pattern'] === undefined ? 2000 : 30)

/** Whether a column's text is long enough for a cell that grows while it is written in. */
export const isLong = (column: Fact): boolean => column.kind === 'text' && mostOf(column) > 60

/** Width of a column, rem. */
export const widthOf = (column: Fact): number => {
  const most = mostOf(column)
  // A code of a fixed length is read whole.
  if (column.kind === 'text' && numberIn(column.schema, 'minLength') === most && most > 7) return 1.5 + most * 0.62
  if (column.kind === 'text') return most <= 30 ? 7 : most <= 60 ? 10 : 17
  if (column.kind === 'whole') return 6
  if (column.kind === 'yesNo') return 5
  return column.kind === 'day' ? 9.5 : 9
}
