import type { DayDigest } from '../../store/checkpoint/digest.ts'
import { readingsDigest } from '../../store/readings-kept.ts'

/** What a checkpoint vouches for beside the heads of the chains. */
export const dayDigests: readonly DayDigest[] = [{ name: 'readings', of: readingsDigest }]
