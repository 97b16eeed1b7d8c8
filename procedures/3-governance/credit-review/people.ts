import type { Matter } from '../../../kernel/matter.ts'
import type { Actor } from '../../../kernel/post.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import type { Facts, kinships } from './facts.ts'

type Here = { readonly matter: Matter<Facts>; readonly actor: Actor }

const takesPartAs = (matter: Matter<Facts>, role: string, account: string): boolean => matter.parties.some(one => one.role === role && one.account === account)

/** Who evaluates or decides has declared that they are no kin. */
export const kin = (declared: keyof typeof kinships | undefined): Refusal | undefined => (declared === 'kin'
  ? refuse('kin', words('近亲属和有利害关系的人不能评议、决定', 'Kin and who has a stake neither evaluate nor decide'), { basis: ['26.2'], remedy: words('请回避，由另一人办理', 'Stand aside and let somebody else do it') })
  : undefined)

export const ownCase = (account: string | undefined, actor: Actor): Refusal | undefined => (account !== undefined && account === actor.account
  ? refuse('own-case', words('不能评议自己的事', 'Nobody evaluates their own case'), { basis: ['26.2'] }) : undefined)

/** Two people evaluate, each once. */
export const twoEvaluators = (first: string, second: string | undefined): Refusal | undefined => (first === second
  ? refuse('two-evaluators', words('评议须由两个人分别作出', 'Two people evaluate, each by themselves'), { basis: ['26.2'], remedy: words('请另选一名评议人', 'Choose another as the second') }) : undefined)

/** Who evaluated neither hears the objection nor decides on it; nor does the person. */
export const evaluatedIt = ({ matter, actor }: Here): Refusal | undefined => {
  if (takesPartAs(matter, 'person', actor.account)) return ownCase(actor.account, actor)
  return takesPartAs(matter, 'evaluator', actor.account)
    ? refuse('evaluated-it', words('评议人不听取异议、不作决定（平台规则）', 'Who evaluated neither hears nor decides (a product rule)'), { remedy: words('请由村（居）委会其他成员办理', 'Ask another member of the committee') }) : undefined
}
