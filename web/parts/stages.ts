import type { Words } from '../../kernel/words.ts'
import { labels } from './labels.ts'

/** Names of procedures and stages, for pages that show no form. Those this build does not know yet show as they came. */

const bare = (name: string): Words => ({ zh: name, en: name })

export const titleOf = (procedure: string): Words => labels[procedure]?.title ?? bare(procedure)
export const stageOf = (procedure: string, stage: string): Words => labels[procedure]?.stages[stage] ?? bare(stage)
export const isClosed = (procedure: string, stage: string): boolean => labels[procedure]?.stages[stage]?.final === true

/** Whether the next word in this stage is the reporter's: its primary step is theirs. */
export const waitsForReporter = ({ procedure, stage }: { readonly procedure: string; readonly stage: string }): boolean => labels[procedure]?.stages[stage]?.waits === true

/** Whether a kind of post may open a matter by this step; where exactly, the server says. */
export const mayOpen = (procedure: string, step: string, kind: string): boolean => labels[procedure]?.steps[step]?.includes(kind) === true
