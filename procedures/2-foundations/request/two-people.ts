import { kindOfOffice } from '../../../kernel/post.ts'
import type { Glance } from '../../../kernel/procedure.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import type { RequestFacts } from './facts.ts'

const isReporter = ({ matter, actor }: Pick<Glance<RequestFacts>, 'matter' | 'actor'>): boolean =>
  matter.parties.some(known => known.role === 'reporter' && known.account === actor.account)

/** What somebody reports as a resident they do not settle from a post; only then is the resident's word another's. */
export const notOwnReport = (c: Glance<RequestFacts>): Refusal | undefined =>
  c.matter.facts.inPost !== true && isReporter(c)
    ? refuse('own-report', words('不能在岗位上办结自己以居民身份反映的事项（平台规则）', 'What you reported as a resident you can’t settle from a post (a product rule)'), { remedy: words('请由同事办理', 'Ask a colleague to') })
    : undefined

/** A dispatcher hands a community what somebody told them or what a colleague saw, not what they wrote down themselves: that would be a task by another name. */
export const notOwnTask = ({ matter, actor }: Pick<Glance<RequestFacts>, 'matter' | 'actor'>, to: string): Refusal | undefined =>
  kindOfOffice(to) === 'committee' && matter.facts.inPost === true && matter.facts.contactName === undefined && matter.facts.contactPhone === undefined && isReporter({ matter, actor })
    ? refuse('own-task', words('自己登记、没有反映人的事项，不能由本人分派给村（社区）', 'What you registered yourself, with nobody who reported it, you can’t dispatch to a community'), {
      basis: ['23.3', '50.2'], remedy: words('有反映人的，请登记其姓名或电话；要求村（社区）办理工作的，按清单用“委托协助”提出；否则请由同事或上一级中心核实后分派', 'Give the name or phone of who reported it; to have a community do work, ask by the list with a commission; else let a colleague or the centre above dispatch it'),
    })
    : undefined

/** Nobody verifies the work of their own hands or office. */
export const notOwnWork = ({ matter, actor }: Glance<RequestFacts>): Refusal | undefined =>
  actor.account === matter.facts.resolvedBy || (actor.office !== undefined && actor.office === matter.holder?.office)
    ? refuse('own-work', words('承办单位和报核人不能核实自己办理的事项（平台规则）', 'Whoever handled a matter, or their office, can’t verify it (a product rule)'), {
      remedy: words('请由未承办的网格员、村（社区）或乡镇（街道）中心核实', 'Ask a grid worker, the village or the township centre that did not handle it'),
    })
    : undefined
