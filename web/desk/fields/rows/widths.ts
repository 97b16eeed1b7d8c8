import type { Fact } from '../../../../kernel/fact.ts'
import { numberIn } from '../value.ts'

/** Whether a column's text is long enough for a cell that grows while it is written in. */
export const isLong = ({ kind, schema }: Fact): boolean => kind === 'text' && (numberIn(schema, 'maxLength') ?? 2000) > 60

/** Width of a column, rem. */
export const widthOf = (column: Fact): number => {
  const most = numberIn(column.schema, 'maxLength') ?? 2000
  if (column.kind === 'text') return most <= 12 ? 6.5 : most <= 60 ? 10 : 17
  if (column.kind === 'whole') return 6
  if (column.kind === 'yesNo') return 5
  return column.kind === 'day' ? 9.5 : 9
}
