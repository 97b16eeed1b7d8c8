import { ancestor } from '../../kernel/region.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Account, Post } from '../posts.ts'
import type { DemoCity } from './city.ts'

/** One of each kind to sign in as with one click. `post` is absent for the resident. */
export type DemoSeat = {
  readonly id: string
  readonly title: Words
  readonly name: string
  /** Where they live or work, from the county down (the city's own: the city); in English from the place up. */
  readonly place: Words
  readonly door: 'desk' | 'field' | 'home'
  readonly sees: Words
  readonly account: string
  readonly post?: string
}

type Seat = { readonly id: string; readonly title: Words; readonly door: DemoSeat['door']; readonly sees: Words; readonly kind?: Post['kind']; readonly office?: string; /** Which of the village’s residents who sign in, from 0. */ readonly at?: number }

const seats = ({ focus: { county, township, village } }: DemoCity): readonly Seat[] => [
  { id: 'resident', title: words('居民', 'Resident'), door: 'home', sees: words('自己反映的诉求和办理进度', 'their own requests and how they stand') },
  { id: 'grid-worker', title: words('网格员', 'Grid worker'), door: 'field', kind: 'gridWorker', office: `${village}/committee`, sees: words('本村事项，待核实的优先', 'matters of the village, those to verify first') },
  { id: 'committee', title: words('村民委员会', 'Village committee'), door: 'desk', kind: 'committee', office: `${village}/committee`, sees: words('本村事项和转来的自治事务', 'matters of the village and its own affairs') },
  { id: 'supervisor', title: words('村务监督委员会', 'Supervisory committee'), door: 'desk', kind: 'handler', office: `${village}/supervisory`, sees: words('本村议事、积分等事项的每个环节', 'every stage of what the village decides, and of its points') },
  { id: 'dispatcher', title: words('乡镇分派员', 'Township dispatcher'), door: 'desk', kind: 'dispatcher', office: `${township}/centre`, sees: words('全镇待分派的诉求', 'requests of the town that await dispatch') },
  { id: 'handler', title: words('乡镇承办人', 'Township handler'), door: 'desk', kind: 'handler', office: `${township}/gov`, sees: words('分派给镇政府的事项', 'matters dispatched to the town’s government') },
  { id: 'department', title: words('县区部门', 'County department'), door: 'desk', kind: 'handler', office: `${county}/transport`, sees: words('分派给交通运输局的事项', 'matters dispatched to the transport bureau') },
  { id: 'county-lead', title: words('县区负责人', 'County lead'), door: 'desk', kind: 'lead', office: `${county}/lead`, sees: words('全区事项、超期和督办', 'matters of the county, late ones, supervision') },
  { id: 'city-lead', title: words('市负责人', 'City lead'), door: 'desk', kind: 'lead', office: `${county.slice(0, 4)}/lead`, sees: words('全市各县区的情况', 'the counties side by side') },
  { id: 'deputy', title: words('人大代表', 'Deputy'), door: 'desk', kind: 'deputy', office: `${county}/congress`, sees: words('履职情况和公开数据，不见个人信息', 'duties and open figures, nothing personal') },
  { id: 'auditor', title: words('审计员', 'Auditor'), door: 'desk', kind: 'auditor', office: `${county.slice(0, 4)}/audit`, sees: words('谁看过什么，只读', 'who read what, without changing any') },
  { id: 'system-admin', title: words('系统管理员', 'System administrator'), door: 'desk', kind: 'systemAdmin', office: `${county}/access`, sees: words('账号的开立和停用，不见事项内容', 'accounts to open and close, no matter’s content') },
  { id: 'security-admin', title: words('安全管理员', 'Security administrator'), door: 'desk', kind: 'securityAdmin', office: `${county}/access`, sees: words('岗位任命、异常查看核查和裁定，不见一般事项内容', 'posts to confirm, readings to check and rule on, no other matter’s content') },
  { id: 'mediator', title: words('调解员', 'Mediator'), door: 'desk', kind: 'mediator', office: `${township}/mediation`, sees: words('本镇调委会办理的纠纷', 'disputes before the town’s mediation committee') },
  { id: 'judge', title: words('法官', 'Judge'), door: 'desk', kind: 'handler', office: `${county}/court`, sees: words('诉前委派的调解和司法确认申请', 'mediation on the court’s behalf, agreements to confirm') },
  { id: 'respondent', title: words('纠纷另一方', 'Other side of a dispute'), door: 'home', at: 1, sees: words('自己被提出的纠纷，等自己表态', 'a dispute brought against them that waits for their answer') },
]

/** A resident of the focus village who signs in and holds no post. */
const residentOf = (city: DemoCity, at: number): Account | undefined => city.accounts.filter(account => account.person !== undefined && account.home === city.focus.village)[at]

/** 乐都区高庙镇东村; Dong Village, Gaomiao Town, Ledu District. */
const placeOf = ({ directory }: DemoCity, code: string): Words => {
  const path = (['city', 'county', 'township', 'village'] as const).flatMap(level => directory.region(ancestor(code, level) ?? '') ?? [])
  const shown = path.length > 1 ? path.slice(1) : path
  return words(shown.map(region => region.name).join(''), shown.map(region => region.en).toReversed().join(', '))
}

/** The one-click persons, around one town of the demo city, the same for the same seed. */
export const demoPeople = (city: DemoCity): readonly DemoSeat[] =>
  seats(city).map(({ kind, office, at = 0, ...seat }) => {
    const post = kind && city.posts.find(one => one.kind === kind && one.office === office)
    const account = post ? city.accounts.find(one => one.id === post.account) : residentOf(city, at)
    if (account === undefined || (kind !== undefined && post === undefined)) throw new Error(`nobody to sign in as ${seat.id}`)
    return { ...seat, name: account.name, place: placeOf(city, post?.region ?? city.focus.village), account: account.id, ...(post && { post: post.id }) }
  })
