import type { Actor } from '../../kernel/post.ts'
import type { Json, Words } from '../../kernel/words.ts'
import type { Holding } from '../auth/account.ts'
import type { Site } from '../site.ts'

/** Whose data is told, to themselves: `actor` is they as a resident, whatever post they act from now. */
export type Mine = { readonly site: Site; readonly actor: Actor; readonly holding: Holding; readonly now: Date }

/** One kind of thing kept about a person, told row by row, so that no one’s life has to fit into memory. */
export type Section = { readonly name: string; readonly words: Words; readonly rows: (mine: Mine) => AsyncIterable<Json> }
