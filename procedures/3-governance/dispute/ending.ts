import { words } from '../../../kernel/words.ts'
import { escalationStep } from '../../usual/field-work.ts'
import { theCentre, toClosed, type DisputeStep } from './parts.ts'

/** Every dispute ends: agreed, decided, or with the ways told that stay open to its sides. */
export const ending = {
  close: {
    zh: '结束办理', en: 'End it here', from: ['triaging', 'between'], to: 'closed', basis: ['29.1'], by: [theCentre], asks: ['closing', 'why', 'otherWays'],
    causes: words('须已告知其他途径；以后可以重新登记', 'With the other ways told; it may be registered anew'),
    then: c => toClosed(c, c.input.closing ?? 'leftToSides'),
  },
  escalate: escalationStep,
} as const satisfies Readonly<Record<string, DisputeStep>>
