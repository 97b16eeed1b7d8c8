import type { Actor } from '../../kernel/post.ts'

/** Puts a paper of somebody’s own where a step may name it; one that is there already stays as it is. `image`: the photo of a sheet. */
export type KeepPaper = (paper: { readonly id: string; readonly giver: Actor; readonly name: string; readonly at: Date; readonly image?: true }) => Promise<void>
