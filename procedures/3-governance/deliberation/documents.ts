import type { Documents } from '../../../kernel/document.ts'
import type { DeliberationFacts } from './facts.ts'

export const documents = {} as const satisfies Documents<DeliberationFacts>
