import { words } from '../../../kernel/words.ts'

/** For what somebody opened what they read. */
export const purposes = {
  duty: words('履行岗位职责', 'In the course of duty'),
  grant: words('经授权查看', 'Under a grant'),
  emergency: words('应急查看', 'In a declared emergency'),
} as const

/**
 * One reading of somebody's data, given only where it concerns the asker. `matter` is what was read, `region` where that lies, `facts` which of
 * its facts, `at` when (ISO 8601, UTC); `answers` is the office whose lead, another person than who looked, answers for it.
 */
export type Looked = {
  readonly account: string
  readonly office: string
  readonly post: string
  readonly region: string
  readonly at: string
  readonly matter: string
  readonly facts: readonly string[]
  readonly purpose: keyof typeof purposes
  readonly answers?: string
  /** The asker stands hidden in that matter, and stays so. */
  readonly hidden?: true
}
