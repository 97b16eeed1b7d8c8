import type { RuleName } from '../../regulation/rules.ts'
import type { Words } from '../words.ts'

/** What one vote is held by. An owner is one head however many dwellings are theirs; their area is that of all of them. */
export const rollUnits = {
  adult: { zh: '十八周岁以上的人员', en: 'adults', one: '人', each: 'adults' },
  household: { zh: '户', en: 'households', one: '户', each: 'households' },
  representative: { zh: '村民代表会议组成人员', en: 'members of the representatives’ meeting', one: '人', each: 'representatives' },
  member: { zh: '农村集体经济组织成员', en: 'members of the collective', one: '人', each: 'members' },
  owner: { zh: '业主', en: 'owners', one: '人', each: 'owners' },
} as const satisfies Record<string, Words & { readonly one: string; readonly each: string }>

export type RollUnit = keyof typeof rollUnits

export const manners = {
  open: { zh: '公开表决（举手或者记名）', en: 'Open (by show of hands or by name)' },
  secret: { zh: '无记名投票', en: 'Secret ballot' },
} as const satisfies Record<string, Words>

export type Manner = keyof typeof manners

/** How somebody took part. */
export const ways = {
  hall: { zh: '到会', en: 'In the hall' },
  proxy: { zh: '委托', en: 'By proxy' },
  paper: { zh: '书面', en: 'On paper' },
  phone: { zh: '手机', en: 'By phone' },
} as const satisfies Record<string, Words>

export type Way = keyof typeof ways

export const choices = {
  for: { zh: '赞成', en: 'For' },
  against: { zh: '反对', en: 'Against' },
  abstain: { zh: '弃权', en: 'Abstain' },
} as const satisfies Record<string, Words>

export type Choice = keyof typeof choices

/** What a paper may also turn out to be. */
export const marks = { ...choices, spoilt: { zh: '废票', en: 'Spoilt' } } as const satisfies Record<string, Words>

export type Mark = keyof typeof marks

/** A share that must be reached: of heads or of area; of all on the roll, or of those who took part. */
export type Ask = { readonly rule: RuleName; readonly of: 'units' | 'area'; readonly whole: 'roll' | 'present' }

type Form = { readonly quorum: readonly Ask[]; readonly pass: readonly Ask[] }

/** A body that decides, or talks: who votes in it, and the names of its figures. Its figures themselves are dated rule data. */
export type Track = Words & {
  /** The units it may be convened by, the usual one first. A body without any decides nothing. */
  readonly forms: { readonly [K in RollUnit]?: Form }
  readonly manners: readonly Manner[]
  readonly notice?: RuleName
  readonly online?: RuleName
  /** Whether it takes proxies, and for how many others one may stand where that is not the usual number. */
  readonly proxy?: RuleName
  readonly proxies?: RuleName
  readonly householdProxy?: RuleName
  /** What must be heeded where this body decides. */
  readonly note?: Words
}

const units = (rule: RuleName, whole: Ask['whole']): Ask => ({ rule, of: 'units', whole })
const area = (rule: RuleName, whole: Ask['whole']): Ask => ({ rule, of: 'area', whole })

const assembly = (quorum: RuleName): Form => ({ quorum: [units(quorum, 'roll')], pass: [units('village-assembly.pass', 'present')] })
const group = (quorum: RuleName): Form => ({ quorum: [units(quorum, 'roll')], pass: [units('village-group.pass', 'present')] })
const residents: Form = { quorum: [units('residents-assembly.quorum', 'roll')], pass: [units('residents-assembly.pass', 'present')] }

const ownersTakePart = [area('owners.participation-area', 'roll'), units('owners.participation-heads', 'roll')]
const owners = { manners: ['open'], notice: 'owners.notice', online: 'owners.online', proxy: 'owners.proxy', proxies: 'owners.proxies', householdProxy: 'owners.household-proxy' } as const

/** The bodies of self-government, each with who votes in it. */
export const tracks = {
  group: {
    zh: '村民小组会议', en: 'villagers’ group meeting', forms: { adult: group('village-group.quorum-adults'), household: group('village-group.quorum-households') },
    manners: ['open', 'secret'], notice: 'village-group.notice', online: 'village-group.online', proxy: 'village-group.proxy',
  },
  representatives: {
    zh: '村民代表会议', en: 'villagers’ representatives’ meeting',
    forms: { representative: { quorum: [units('village-representatives.quorum', 'roll')], pass: [units('village-representatives.pass', 'present')] } },
    manners: ['open', 'secret'], notice: 'village-representatives.notice', online: 'village-representatives.online', proxy: 'village-representatives.proxy',
    note: {
      zh: '村民代表会议只讨论决定村民会议授权的事项，请确认已有授权（《村民委员会组织法》第二十五条，2018年文本）',
      en: 'Representatives decide only what the assembly has authorised them to; make sure it has (Organic Law of Village Committees, Art. 25, text of 2018)',
    },
  },
  assembly: {
    zh: '村民会议', en: 'villagers’ assembly', forms: { adult: assembly('village-assembly.quorum-adults'), household: assembly('village-assembly.quorum-households') },
    manners: ['open', 'secret'], notice: 'village-assembly.notice', online: 'village-assembly.online', proxy: 'village-assembly.proxy',
  },
  residents: {
    zh: '居民会议', en: 'residents’ assembly', forms: { adult: residents, household: residents }, manners: ['open', 'secret'], notice: 'residents-assembly.notice', online: 'residents-assembly.online', proxy: 'residents-assembly.proxy',
  },
  owners: {
    zh: '业主大会（一般事项）', en: 'owners’ meeting (ordinary matters)', ...owners,
    forms: { owner: { quorum: ownersTakePart, pass: [area('owners.pass-area', 'present'), units('owners.pass-heads', 'present')] } },
  },
  'owners-weighty': {
    zh: '业主大会（重大事项）', en: 'owners’ meeting (weighty matters)', ...owners,
    forms: { owner: { quorum: ownersTakePart, pass: [area('owners.special-area', 'present'), units('owners.special-heads', 'present')] } },
  },
  collective: {
    zh: '农村集体经济组织成员大会', en: 'meeting of the collective’s members',
    forms: { member: { quorum: [units('collective-assets.quorum', 'roll')], pass: [units('collective-assets.pass', 'roll')] } },
    manners: ['open', 'secret'], notice: 'collective-assets.notice', online: 'collective-assets.online', householdProxy: 'collective-assets.household-proxy',
    note: {
      zh: '一名成员一票；名册列具有完全民事行为能力的成员；提交成员大会前先由村党组织研究讨论',
      en: 'One member, one vote; the roll lists members of full civil capacity; the village’s Party organisation studies the matter first',
    },
  },
  consultation: {
    zh: '议事协商', en: 'consultation', forms: {}, manners: [], notice: 'consultation.notice',
    note: {
      zh: '协商形成意见，不作表决；物业、业主委员会、驻村单位等参与讨论，不是表决人',
      en: 'Consultation forms an opinion and decides nothing; firms, owners’ committees and others take part in the talk and never vote',
    },
  },
} as const satisfies Record<string, Track>

export type TrackName = keyof typeof tracks

export const trackOf = (name: TrackName): Track => tracks[name]

export const isUnitOf = (track: Track, unit: RollUnit): boolean => track.forms[unit] !== undefined

export const unitsOf = (track: Track): readonly RollUnit[] => Object.keys(track.forms) as RollUnit[]
