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

/** Nobody verifies the work of their own hands or office. */
export const notOwnWork = ({ matter, actor }: Glance<RequestFacts>): Refusal | undefined =>
  actor.account === matter.facts.resolvedBy || (actor.office !== undefined && actor.office === matter.holder?.office)
    ? refuse('own-work', words('承办单位和报核人不能核实自己办理的事项（平台规则）', 'Whoever handled a matter, or their office, can’t verify it (a product rule)'), {
      remedy: words('请由未承办的网格员、村（社区）或乡镇（街道）中心核实', 'Ask a grid worker, the village or the township centre that did not handle it'),
    })
    : undefined
