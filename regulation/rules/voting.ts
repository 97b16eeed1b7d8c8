import type { Provenance, Row } from './rule.ts'
import { byDefault, checked, law } from './source.ts'

/** What a vote needs beside the quorums and majorities of `assembly.ts` and `property.ts`: notice where they have none, proxies, the roll, and the intervals of 四议两公开. */

const propertyRegulation = law('物业管理条例', 'Property Management Regulations', '2018-03-19', false)
const collectiveLaw = law('农村集体经济组织法', 'Rural Collective Economic Organisations Law', '2025-05-01')
const villageLaw = law('村民委员会组织法', 'Organic Law of Village Committees', '2018-12-29', false)

const noticeRules = [
  { name: 'village-group.notice', value: 3, unit: 'days', ...byDefault('法律未规定村民小组会议的通知期限，提前三天通知', 'the law sets no notice for a villagers’ group; three days ahead', '25.1') },
  { name: 'village-representatives.notice', value: 5, unit: 'days', ...byDefault('法律未规定村民代表会议的通知期限，提前五天通知', 'the law sets no notice for villagers’ representatives; five days ahead', '25.1') },
  { name: 'residents-assembly.notice', value: 5, unit: 'days', ...byDefault('居民会议提前五天通知，以核对后的法律为准', 'five days’ notice of the residents’ assembly, until the law is read', '25.1') },
  { name: 'owners.notice', value: 15, unit: 'days', ...propertyRegulation('十四') },
  { name: 'consultation.notice', value: 3, unit: 'days', ...byDefault('协商会议提前三天通知', 'three days’ notice of a consultation', '25.1') },
] as const

const noProvision = (body: string, english: string) =>
  byDefault(`法律未规定${body}可以委托他人表决，不接受委托`, `the law says nothing of proxies at ${english}; none are taken`, '25.1')

/** Whether one person may vote for others, and for how many. `household-proxy`: for those of the same household alone, then for as many as there are. */
const proxyRules = [
  { name: 'village-group.proxy', value: false, unit: 'yesNo', ...noProvision('村民小组会议', 'a villagers’ group') },
  { name: 'village-assembly.proxy', value: false, unit: 'yesNo', ...noProvision('村民会议', 'the villagers’ assembly') },
  { name: 'village-representatives.proxy', value: false, unit: 'yesNo', ...noProvision('村民代表会议', 'the representatives’ meeting') },
  { name: 'residents-assembly.proxy', value: false, unit: 'yesNo', ...noProvision('居民会议', 'the residents’ assembly') },
  { name: 'proxies.most', value: 1, unit: 'count', ...byDefault('当地另有规定可以委托的，一人只接受一份委托', 'where a local rule lets a body take proxies, one person stands for one other', '25.1') },
  { name: 'owners.proxy', value: true, unit: 'yesNo', ...propertyRegulation('十二') },
  { name: 'owners.proxies', value: 3, unit: 'count', ...byDefault('业主可以委托代理人（《物业管理条例》第十二条），一人最多代理三名业主，议事规则另有约定的从其约定', 'owners may send a proxy (Property Management Regulations, Art. 12); one person stands for three owners at most, unless their own rules say otherwise', '25.1') },
  { name: 'collective-assets.household-proxy', value: true, unit: 'yesNo', ...collectiveLaw('二十七') },
  { name: 'owners.household-proxy', value: false, unit: 'yesNo', ...propertyRegulation('十二') },
] as const

const offUntilConfirmed = {
  from: '2023-02-01', kind: 'default', article: '25.1', checked, confirmed: false,
  source: { zh: '平台默认：未经司法行政部门确认，不开放线上表决', en: 'Product default: no online voting until the justice office confirms it' },
} as const satisfies Provenance

const onlineRules = [
  { name: 'village-group.online', value: false, unit: 'yesNo', ...offUntilConfirmed },
] as const

/** Who stands on a roll. The residence year and the choice of those who live elsewhere are the law's for elections, taken over here. */
const rollRules = [
  { name: 'roll.adult-age', value: 18, unit: 'years', ...villageLaw('二十一') },
  { name: 'roll.residence', value: 1, unit: 'years', ...villageLaw('十三') },
  { name: 'roll.absent-count', value: true, unit: 'yesNo', ...byDefault('户籍在本村、外出不在村居住的人员列入名册并计入应到人数', 'those registered here who live elsewhere stand on the roll and count in the quorum', '25.1') },
  { name: 'roll.residents-join', value: true, unit: 'yesNo', ...byDefault('户籍不在本村、居住满一年的人员，本人申请并经村民会议或者村民代表会议同意的，可以列入名册', 'those registered elsewhere who have lived here a year may be entered once they asked and the assembly or the representatives agreed', '25.1') },
] as const

const fourDiscussions = byDefault('“四议两公开”各环节间隔由地方确定', 'the intervals of the “four discussions, two publications” are set locally', '25.1')

const courseRules = [
  { name: 'four-discussions.interval', value: 3, unit: 'days', ...fourDiscussions },
] as const

/** Fewer ballots from phones than this in one vote, and the page says before and after how little a secret ballot hides. */
const secrecyRules = [
  { name: 'secret-ballot.few', value: 10, unit: 'count', ...byDefault('线上选票不足十张时，须提示难以保密', 'with fewer than ten ballots from phones, say that secrecy is thin', '25.1') },
] as const

export const votingRules = [...noticeRules, ...proxyRules, ...onlineRules, ...rollRules, ...courseRules, ...secrecyRules] as const satisfies readonly Row[]
