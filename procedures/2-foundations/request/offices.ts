import type { Audience } from '../../../kernel/effect.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { kindOfOffice, officeCode, regionOfOffice } from '../../../kernel/post.ts'
import type { Giving } from '../../../kernel/gate.ts'
import type { Ask, Glance } from '../../../kernel/procedure.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { ancestor, isWithin, levelOf } from '../../../kernel/region.ts'
import { words } from '../../../kernel/words.ts'
import type { RequestFacts } from './facts.ts'
import type { Category } from './needs.ts'

/** The centre that dispatches in a region. */
export const centre = (regionCode: string): string => officeCode(regionCode, 'centre')

type Asked = { readonly matter: Matter<RequestFacts>; readonly needs: { readonly original?: Category; readonly staffed?: readonly string[] } }

/** What a step gives of a report, to be judged by the gate: a community takes only its own affairs (Art. 23.3). */
export const gives = ({ facts, actor }: Ask<RequestFacts>, to: readonly (string | undefined)[]): Giving =>
  ({ to: to.filter(office => office !== undefined), by: actor.office ?? centre(actor.region), category: facts.category ?? '' })

/** Whether an office can be given a matter: it answers for the place, and somebody is there to accept. `by` is the region of the centre that answers for the category. */
export const fits = (fact: 'office' | 'coHandlers', to: string, { matter, needs }: Asked, by: string): Refusal | undefined => {
  if (!isWithin(matter.region, regionOfOffice(to))) {
    return refuse('other-place', words('该单位不管辖此地', 'That office does not answer for this place'), { basis: ['21.2'], remedy: words('请选择本地或上级单位', 'Choose an office of this place or above it') })
  }
  if (kindOfOffice(to) === 'committee' && needs.original?.community === false && levelOf(by) === 'township') {
    return refuse('relabelled', words('更正类别后交村（社区）办理，须由上一级中心分派', 'Reported as an office’s own, it goes to a community under another category only from the centre one level up'), {
      basis: ['23.3', '50.2'], remedy: words('请上报，由上一级中心核定类别后分派；或分派给承担该职责的单位', 'Hand it up, for the centre there to settle the category and dispatch it; or dispatch it to the office whose duty it is'),
    })
  }
  const why = words('该单位没有可以受理的人员', 'Nobody there could accept it')
  return needs.staffed?.includes(to) ? undefined
    : refuse('nobody-there', why, { faults: [{ fact, why }], remedy: words('请选择有经办人员的单位', 'Choose an office with somebody in a post that handles') })
}

/** Who is asked to verify: the village and its grid worker, or where the village itself handled it, the township centre. */
export const verifiers = ({ region, holder: held }: Matter<RequestFacts>): readonly Audience[] =>
  held !== null && kindOfOffice(held.office) === 'committee'
    ? [{ office: centre(ancestor(region, 'township') ?? region) }]
    : [{ posts: 'gridWorker', region }, { posts: 'committee', region }]

/** The centre whose dispatch stands; before any, the township's. */
export const dispatchedBy = (matter: Matter<RequestFacts>): string => matter.facts.triagedBy ?? centre(ancestor(matter.region, 'township') ?? matter.region)

/** Taken back by the centre that dispatched it, or by those above that centre. */
export const recalls = ({ matter, actor }: Glance<RequestFacts>): Refusal | undefined => {
  const from = dispatchedBy(matter)
  const stands = regionOfOffice(from)
  return actor.office === from || (actor.region !== stands && isWithin(stands, actor.region) && actor.office !== matter.holder?.office)
    ? undefined
    : refuse('not-yours-to-recall', words('只有分派的中心或其上级可以收回', 'Only the centre that dispatched it, or those above it, can take it back'), {
      remedy: words('承办单位可以退回并说明理由', 'The office it was given to can return it and say why'),
    })
}
