import type { Matter } from '../../../kernel/matter.ts'
import type { Actor } from '../../../kernel/post.ts'
import { faultAt, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import type { Facts, kinships } from './facts.ts'

/** Somebody of the village, as the loader `villager` knows them. */
export type Villager = { readonly name: string; readonly committee: boolean; readonly supervisory: boolean }

type Here = { readonly matter: Matter<Facts>; readonly actor: Actor }

const takesPartAs = (matter: Matter<Facts>, role: string, account: string): boolean => matter.parties.some(one => one.role === role && one.account === account)

/** Who evaluates or decides has declared that they are no kin. */
export const kin = (declared: keyof typeof kinships | undefined): Refusal | undefined => (declared === 'kin'
  ? refuse('kin', words('近亲属和有利害关系的人不能评议、决定', 'Kin and who has a stake neither evaluate nor decide'), { basis: ['26.2'], remedy: words('请回避，由另一人办理', 'Stand aside and let somebody else do it') })
  : undefined)

export const ownCase = (account: string | undefined, actor: Actor): Refusal | undefined => (account !== undefined && account === actor.account
  ? refuse('own-case', words('不能评议自己的事', 'Nobody evaluates their own case'), { basis: ['26.2'] }) : undefined)

/** An account that is to be the person’s is of the village and bears their name. `named`: whether it does. */
export const stranger = (known: Villager | undefined, named: boolean): Refusal | undefined => (known === undefined
  ? faultAt('account', '本村（社区）没有这个人的账号', 'Nobody of this village has that account')
  : named ? undefined : faultAt('account', '该账号的姓名与被评价人不同', 'That account bears another name'))

/** Where no account is named, those of the village who bear the name are looked at: nobody evaluates their own case by leaving it out, and whoever it is gets to read their file. */
export const unnamed = (namesakes: readonly string[], { actor, second, notThese }: { readonly actor: Actor; readonly second: string; readonly notThese: boolean | undefined }): Refusal | undefined => {
  if (namesakes.includes(actor.account)) return refuse('own-case', words('被评价人与您同名，请选择其账号；是您本人的，不能评议', 'They bear your name: choose their account. Where it is you, you can’t evaluate'), { basis: ['26.2'] })
  if (namesakes.includes(second)) return faultAt('second', '第二名评议人与被评价人同名，请选择被评价人的账号', 'The second evaluator bears their name: choose the person’s account')
  return namesakes.length === 0 || notThese === true ? undefined : faultAt('account', '本村（社区）有同名的账号，请选择；都不是的，请勾选“不是这些同名的人”', 'There are accounts of that name in the village: choose it, or say that it is none of them')
}

/** In a matter about themselves somebody acts as the person it is about, and never by their post. */
export const ownMatter = ({ matter, actor }: Here): Refusal | undefined => (takesPartAs(matter, 'person', actor.account) ? ownCase(actor.account, actor) : undefined)

/** Who evaluates is of the village’s committee, its office or its supervisory committee: an evaluation is shown to nobody outside. */
export const outsider = (known: Villager | undefined): Refusal | undefined => (known?.committee === true || known?.supervisory === true ? undefined
  : faultAt('second', '第二名评议人须是本村（社区）村（居）委会或者监督委员会的人员', 'The second evaluator is of the village’s own committee or supervisory committee'))

/** Two people evaluate, each once. */
export const twoEvaluators = (first: string, second: string | undefined): Refusal | undefined => (first === second
  ? refuse('two-evaluators', words('评议须由两个人分别作出', 'Two people evaluate, each by themselves'), { basis: ['26.2'], remedy: words('请另选一名评议人', 'Choose another as the second') }) : undefined)

/** Who evaluated neither hears the objection nor decides on it; nor does the person. */
export const evaluatedIt = ({ matter, actor }: Here): Refusal | undefined => {
  return ownMatter({ matter, actor }) ?? (takesPartAs(matter, 'evaluator', actor.account)
    ? refuse('evaluated-it', words('评议人不听取异议、不作决定（平台规则）', 'Who evaluated neither hears nor decides (a product rule)'), { remedy: words('请由村（居）委会其他成员办理，没有的提请村（居）务监督委员会', 'Ask another member of the committee; where there is none, the supervisory committee') }) : undefined)
}
