import { isMediation, type OfficeKind } from '../../../kernel/office-kinds.ts'
import { kindOfOffice, regionOfOffice } from '../../../kernel/post.ts'
import { faultAt, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { isWithin } from '../../../kernel/region.ts'
import { words, type Words } from '../../../kernel/words.ts'
import type { RuleName } from '../../../regulation/rules.ts'
import { kindTraits, unmediable, type DisputeKind, type Limitation } from './kinds.ts'

export type Track = Words & {
  /** Whether the sides talk it over with somebody's help, so that who refuses bars it; else somebody decides, or they settle by themselves. */
  readonly mediation?: true
  /** The bodies that may take it; absent: nobody, the parties alone. */
  readonly bodies?: readonly OfficeKind[]
  /** The kinds of dispute it is for; absent: all. */
  readonly kinds?: readonly DisputeKind[]
  /** Whether its agreement bears the body's seal. */
  readonly seal?: true
  /** By which law its sides are told their rights, where one law says them all. */
  readonly law?: string
  /** How long the body has once it took it up, by how much that is extended at most, and how long a party has to contest what it decided. */
  readonly decide?: RuleName
  readonly longer?: RuleName
  readonly contest?: RuleName
  /** The same of kinds for which another law says it. */
  readonly contestOf?: { readonly [K in DisputeKind]?: RuleName }
  /** The limitations that an application on this way keeps. */
  readonly keeps?: readonly Limitation[]
}

const sectors: { readonly [body: string]: readonly DisputeKind[] } = {
  'mediation-medical': ['medical'], 'mediation-traffic': ['traffic'], 'mediation-labour': ['labour', 'wages'], 'mediation-finance': ['finance', 'debt'], 'mediation-property': ['property'],
}

const peoplesLaw = '依照《中华人民共和国人民调解法》'

/** The ways a dispute may take (Art. 28.4, 29.1, 29.2). A party tells its story once; switching keeps it. */
export const tracks = {
  people: { ...words('人民调解', 'People’s mediation'), mediation: true, bodies: ['mediation'], seal: true, law: peoplesLaw },
  sector: {
    ...words('行业性、专业性调解', 'Sector mediation'), mediation: true, seal: true, law: peoplesLaw,
    bodies: ['mediation-medical', 'mediation-traffic', 'mediation-labour', 'mediation-finance', 'mediation-property'], kinds: ['medical', 'traffic', 'labour', 'wages', 'finance', 'debt', 'property'],
  },
  administrative: {
    ...words('行政调解', 'Administrative mediation'), mediation: true,
    bodies: ['gov', 'justice-office', 'police-station', 'public-security', 'human-resources', 'natural-resources', 'agriculture', 'water', 'market-regulation', 'health', 'housing', 'transport'],
  },
  judicial: { ...words('司法调解（诉前调解）', 'Judicial mediation, before suit'), mediation: true, bodies: ['court'] },
  reconciliation: { ...words('自行和解', 'Reconciliation'), decide: 'course.reconcile' },
  ruling: { ...words('行政裁决', 'Administrative ruling'), bodies: ['gov', 'natural-resources', 'agriculture', 'water', 'market-regulation'], kinds: ['landTitle', 'homestead', 'water', 'consumer'], decide: 'ruling.decide', keeps: ['civil'], contest: 'ruling.suit', contestOf: { landTitle: 'land-title.suit', homestead: 'land-title.suit' } },
  reconsideration: { ...words('行政复议', 'Administrative reconsideration'), bodies: ['gov', 'justice'], kinds: ['administrative', 'expropriation', 'landTitle'], decide: 'reconsideration.decide', keeps: ['reconsideration'], contest: 'reconsideration.suit' },
  labourArbitration: { ...words('劳动仲裁', 'Labour arbitration'), bodies: ['human-resources'], kinds: ['labour', 'wages'], decide: 'labour.arbitration', keeps: ['labour'], longer: 'labour.extension', contest: 'labour.suit' },
  farmlandArbitration: { ...words('农村土地承包仲裁', 'Farmland arbitration'), bodies: ['agriculture'], kinds: ['farmland'], decide: 'farmland.arbitration', keeps: ['farmland'], longer: 'farmland.extension', contest: 'farmland.suit' },
  litigation: { ...words('诉讼', 'Litigation'), bodies: ['court'], decide: 'litigation.first', keeps: ['civil', 'labour', 'farmland', 'reconsideration'], contest: 'litigation.appeal' },
} as const satisfies Record<string, Track>

export type TrackName = keyof typeof tracks

export const trackOf = (name: TrackName | undefined): Track => tracks[name ?? 'people']

/** How long a party has to contest what was decided on a way, of a dispute of this kind. */
export const contestOf = (name: TrackName | undefined, kind: DisputeKind | undefined): RuleName | undefined => {
  const { contest, contestOf: other = {} } = trackOf(name)
  return other[kind ?? 'other'] ?? contest
}

type Asked = {
  readonly track: TrackName
  readonly body?: string
  readonly kind: DisputeKind | undefined
  readonly region: string
  readonly staffed: readonly string[] | undefined
  /** Some side refused mediation and did not agree again. */
  readonly refused: boolean
  /** Something may be a criminal or public-order case, and whether the police were told. */
  readonly danger: boolean
  readonly warned: boolean
}

/** Says no to a way that the law does not open to this dispute, or to a body that is not the one. */
export const wayFault = ({ track, body, kind, region, staffed, refused, danger, warned }: Asked): Refusal | undefined => {
  const traits = trackOf(track)
  if (traits.kinds && !traits.kinds.includes(kind ?? 'other')) return faultAt('track', `“${traits.zh}”不办理“${kindTraits(kind).zh}”纠纷`, `“${traits.en}” is not for “${kindTraits(kind).en}”`)
  if (traits.mediation) {
    const barred = notToMediate({ kind, refused, danger, warned })
    if (barred) return barred
  }
  if (!traits.bodies) return body === undefined ? undefined : faultAt('body', '自行和解不用指定机构', 'No body is named where the parties settle by themselves')
  return bodyFault(traits, body, kind, region, staffed)
}

/** Why a dispute is not for mediation, whoever would help. */
export const notToMediate = ({ kind, refused, danger, warned }: Pick<Asked, 'kind' | 'refused' | 'danger' | 'warned'>): Refusal | undefined => {
  const { unmediable: why } = kindTraits(kind)
  if (why) return refuse('not-for-mediation', unmediable[why], { basis: ['29.1'], remedy: words('请选择行政复议或诉讼', 'Choose reconsideration or litigation') })
  if (refused) {
    return refuse('side-refused', words('有一方明确拒绝，不得调解（《人民调解法》第十七条）', 'One side clearly refused: mediation is barred (People’s Mediation Law, Art. 17)'), {
      basis: ['29.1'], remedy: words('改走其他途径；该方以后同意的，先记录其同意', 'Choose another way; where that side agrees later, record it first'),
    })
  }
  return danger && !warned ? refuse('police-first', words('可能涉及治安或刑事案件，须先向公安机关报告（《人民调解法》第二十五条）', 'It may be a public-order or criminal case: the police are told first (People’s Mediation Law, Art. 25)'), {
    basis: ['28.2'], remedy: words('先“报告公安机关”，签收后再选择途径', 'Take “Warn the police” first; once they signed for it, choose the way'),
  }) : undefined
}

const bodyFault = ({ bodies = [], zh, en }: Track, body: string | undefined, kind: DisputeKind | undefined, region: string, staffed: readonly string[] | undefined): Refusal | undefined => {
  if (body === undefined) return faultAt('body', '请选择办理机构', 'Choose the body')
  const is = kindOfOffice(body)
  if (!bodies.some(one => one === is)) return faultAt('body', `该机构不办理${zh}`, `That body does no ${en.toLowerCase()}`)
  if (is in sectors && !sectors[is]?.includes(kind ?? 'other')) return faultAt('body', `该委员会不调解“${kindTraits(kind).zh}”纠纷`, `That committee does not mediate “${kindTraits(kind).en}”`)
  if (!isWithin(region, regionOfOffice(body))) return faultAt('body', '该机构不管辖此地', 'That body does not answer for this place')
  return staffed?.includes(body) ? undefined : faultAt('body', isMediation(is) ? '该调解委员会没有调解员' : '该机构没有可以受理的人员', isMediation(is) ? 'That committee has no mediator' : 'Nobody there could accept it')
}

/** Bodies asked to mediate along: of this place, with somebody there. */
export const bodyStaffed = (fact: string, offices: readonly string[], region: string, staffed: readonly string[] | undefined): Refusal | undefined => {
  const strange = offices.find(office => !isWithin(region, regionOfOffice(office)) || kindOfOffice(office) === 'committee')
  if (strange !== undefined) return faultAt(fact, '只能邀请管辖此地的调解组织、部门和派驻机构', 'Bodies of mediation, departments and stations that answer for this place')
  return offices.every(office => staffed?.includes(office)) ? undefined : faultAt(fact, '其中有单位没有可以受理的人员', 'One of them has nobody who could accept it')
}
