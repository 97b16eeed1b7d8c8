import type { MatterRow } from '../../server/wire.ts'
import { waitsForReporter } from '../parts/stages.ts'

/** Whether the next word in one's own matter is one's own: to what one reported there is an answer, or something is awaited of a side. */
export const waitsForMe = (row: MatterRow): boolean => row.awaits !== undefined || waitsForReporter(row)
