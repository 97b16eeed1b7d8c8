import type { DayDigest } from '../../store/checkpoint/digest.ts'

/** What a checkpoint vouches for beside the heads of the chains. */
export const dayDigests: readonly DayDigest[] = []
