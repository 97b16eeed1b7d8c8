import type { Words } from '../../../kernel/words.ts'
import { postKinds, type PostKind } from '../../../kernel/post.ts'
import type { Me, Scope } from '../../../server/wire.ts'
import { actingPost } from '../../parts/me.ts'

export const scopeNames = {
  mine: { zh: '我经办', en: 'Mine' },
  office: { zh: '本单位', en: 'My office' },
  region: { zh: '辖区', en: 'My area' },
  party: { zh: '我反映的', en: 'Reported by me' },
} as const satisfies Record<Scope, Words>

/** The lists a post has: its own desk, its office's where it has one, its region's where it sees so far. */
export const scopesOf = (me: Me): readonly Scope[] => {
  const post = actingPost(me)
  if (!post) return ['party']
  return ['mine', ...(post.office ? ['office' as const] : []), ...(postKinds[post.kind].reach === 'region' ? ['region' as const] : [])]
}

/** Kinds whose work is what their office holds; the others oversee a region. */
const handling: ReadonlySet<PostKind> = new Set(['dispatcher', 'handler', 'hotline', 'committee'])

/** Where work begins: the list of the office, which holds one's own too, or that of the region one oversees. */
export const firstScope = (me: Me): Scope => {
  const scopes = scopesOf(me)
  const kind = actingPost(me)?.kind
  const order = kind !== undefined && handling.has(kind) ? ['office', 'region', 'mine'] as const : ['region', 'office', 'mine'] as const
  return order.find(scope => scopes.includes(scope)) ?? 'party'
}

export const widestScope = (me: Me): Scope => scopesOf(me).at(-1) ?? 'party'
