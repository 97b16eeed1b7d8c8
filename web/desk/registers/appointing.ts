import type { PostKind } from '../../../kernel/post.ts'
import type { Me } from '../../../server/wire.ts'
import { actingPost } from '../../parts/me.ts'

/** Whose work it is to open accounts, to propose posts and to confirm them. The server alone decides. */
const kinds: readonly PostKind[] = ['systemAdmin', 'securityAdmin', 'lead']

export const isAppointing = (me: Me): boolean => kinds.some(kind => kind === actingPost(me)?.kind)
