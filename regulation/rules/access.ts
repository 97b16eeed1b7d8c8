import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/** Who may sign in and act, and for how long (Art. 20.2). All are defaults of the product. */
export const accessRules = [
  { name: 'access.invitation', value: 7, unit: 'days', ...byDefault('首次登录邀请码的有效期', 'how long the code for a first sign-in holds', '20.2') },
  { name: 'access.appointment-confirm', value: 5, unit: 'workingDays', ...byDefault('审核岗位任命', 'confirm or refuse a proposed post', '20.2') },
  { name: 'access.appointment-longest', value: 1096, unit: 'days', ...byDefault('一次任命的最长期限', 'the longest a post is given for at once', '20.2') },
] as const satisfies readonly Row[]
