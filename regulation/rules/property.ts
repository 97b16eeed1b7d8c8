import { atLeast, moreThanHalf } from '../fraction.ts'
import type { Provenance, Row } from './rule.ts'
import { checked, law } from './source.ts'

const collectiveLaw = law('农村集体经济组织法', 'Rural Collective Economic Organisations Law', '2025-05-01')
const civilCode = law('民法典', 'Civil Code', '2021-01-01')

/** Decisions on collective assets: one member one vote, and the share that passes is of all members, not of those present. */
const collectiveRules = [
  { name: 'collective-assets.notice', value: 10, unit: 'days', ...collectiveLaw('二十七') },
  { name: 'collective-assets.quorum', value: atLeast(2, 3), unit: 'fraction', ...collectiveLaw('二十七') },
  { name: 'collective-assets.pass', value: atLeast(2, 3), unit: 'fraction', ...collectiveLaw('二十七') },
  { name: 'collective-assets.online', value: true, unit: 'yesNo', ...collectiveLaw('二十七') },
  { name: 'collective-representatives.pass', value: atLeast(2, 3), unit: 'fraction', ...collectiveLaw('二十八') },
] as const

/** Decisions of owners in a building: by area and by head, both. `special` are rebuilding, change of use, business use and raising the repair fund. */
const ownersRules = [
  { name: 'owners.participation-area', value: atLeast(2, 3), unit: 'fraction', ...civilCode('二百七十八') },
  { name: 'owners.participation-heads', value: atLeast(2, 3), unit: 'fraction', ...civilCode('二百七十八') },
  { name: 'owners.pass-area', value: moreThanHalf, unit: 'fraction', ...civilCode('二百七十八') },
  { name: 'owners.pass-heads', value: moreThanHalf, unit: 'fraction', ...civilCode('二百七十八') },
  { name: 'owners.special-area', value: atLeast(3, 4), unit: 'fraction', ...civilCode('二百七十八') },
  { name: 'owners.special-heads', value: atLeast(3, 4), unit: 'fraction', ...civilCode('二百七十八') },
] as const

const fourDiscussions = {
  from: '2023-02-01', kind: 'default', article: '25.1', checked, confirmed: true,
  source: { zh: '“四议两公开”工作法（政策，非法律；各环节间隔由地方确定）', en: '“Four discussions, two publications” (policy, not statute; intervals are set locally)' },
} as const satisfies Provenance

/** The Party members' meeting of 四议两公开: its share that passes is of those due to attend. */
const partyMeetingRules = [
  { name: 'party-meeting.quorum', value: atLeast(2, 3), unit: 'fraction', ...fourDiscussions },
  { name: 'party-meeting.pass', value: moreThanHalf, unit: 'fraction', ...fourDiscussions },
] as const

export const propertyRules = [...collectiveRules, ...ownersRules, ...partyMeetingRules] as const satisfies readonly Row[]
