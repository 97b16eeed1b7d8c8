import { reads, type Class, type PostKind } from '../../kernel/post.ts'

/** Posts that ask for a second factor: none, those of administrators, or these and every post that reads what is sensitive. */
export type SecondFactor = 'off' | 'administrators' | 'sensitive'

const administrators: ReadonlySet<PostKind> = new Set(['systemAdmin', 'securityAdmin', 'auditor'])

/** Whether a post may be acted from only with a second factor. */
export const needsFactor = (rule: SecondFactor, post: { readonly kind: PostKind; readonly clearance: Class }): boolean =>
  rule !== 'off' && (administrators.has(post.kind) || (rule === 'sensitive' && reads(post.clearance, 'sensitive')))
