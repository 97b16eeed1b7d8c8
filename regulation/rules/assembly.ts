import { atLeast, moreThanHalf } from '../fraction.ts'
import { fromNumeral } from '../numerals.ts'
import type { Provenance, Quantity, Row } from './rule.ts'
import { checked } from './source.ts'

const villageLaw = (article: string) => ({
  zh: `《村民委员会组织法》第${article}条（2018年文本）`,
  en: `Organic Law of Village Committees, Art. ${fromNumeral(article) ?? article} (text of 2018)`,
})

// The amendment of 2025-10-28 is in force since 2026-01-01 and its clauses on meetings have not been seen:
// the figures are carried on, marked as unconfirmed, so that a village can still meet.
const carriedOn = <const F extends { readonly name: string } & Quantity>(figure: F, article: string) => {
  const past = { from: '2018-12-29', until: '2026-01-01', kind: 'national', source: villageLaw(article), checked, confirmed: true } as const satisfies Provenance
  const now = {
    from: '2026-01-01', kind: 'national', checked, confirmed: false,
    source: {
      zh: `${villageLaw(article).zh}；2026年1月1日起施行的修改文本待核`,
      en: `${villageLaw(article).en}; the amendment in force since 2026-01-01 is still to be compared`,
    },
  } as const satisfies Provenance
  return [{ ...figure, ...past }, { ...figure, ...now }] as const
}

/** Meetings of villagers and of their representatives, posting of affairs and the yearly review of committee members. */
const villageRules = [
  ...carriedOn({ name: 'village-assembly.notice', value: 10, unit: 'days' }, '二十一'),
  ...carriedOn({ name: 'village-assembly.call-by-villagers', value: atLeast(1, 10), unit: 'fraction' }, '二十一'),
  ...carriedOn({ name: 'village-assembly.call-by-representatives', value: atLeast(1, 3), unit: 'fraction' }, '二十一'),
  // Either quorum is enough: over half of the adults, or representatives of two thirds of the households.
  ...carriedOn({ name: 'village-assembly.quorum-adults', value: moreThanHalf, unit: 'fraction' }, '二十二'),
  ...carriedOn({ name: 'village-assembly.quorum-households', value: atLeast(2, 3), unit: 'fraction' }, '二十二'),
  ...carriedOn({ name: 'village-assembly.pass', value: moreThanHalf, unit: 'fraction' }, '二十二'),
  ...carriedOn({ name: 'village-representatives.households-least', value: 5, unit: 'count' }, '二十五'),
  ...carriedOn({ name: 'village-representatives.households-most', value: 15, unit: 'count' }, '二十五'),
  ...carriedOn({ name: 'village-representatives.share', value: atLeast(4, 5), unit: 'fraction' }, '二十五'),
  ...carriedOn({ name: 'village-representatives.women', value: atLeast(1, 3), unit: 'fraction' }, '二十五'),
  ...carriedOn({ name: 'village-representatives.interval', value: 3, unit: 'months' }, '二十六'),
  ...carriedOn({ name: 'village-representatives.call', value: atLeast(1, 5), unit: 'fraction' }, '二十六'),
  ...carriedOn({ name: 'village-representatives.quorum', value: atLeast(2, 3), unit: 'fraction' }, '二十六'),
  ...carriedOn({ name: 'village-representatives.pass', value: moreThanHalf, unit: 'fraction' }, '二十六'),
  ...carriedOn({ name: 'village-group.quorum-adults', value: atLeast(2, 3), unit: 'fraction' }, '二十八'),
  ...carriedOn({ name: 'village-group.quorum-households', value: atLeast(2, 3), unit: 'fraction' }, '二十八'),
  ...carriedOn({ name: 'village-group.pass', value: moreThanHalf, unit: 'fraction' }, '二十八'),
  ...carriedOn({ name: 'village-posting.affairs', value: 3, unit: 'months' }, '三十'),
  ...carriedOn({ name: 'village-posting.busy-finances', value: 1, unit: 'months' }, '三十'),
  ...carriedOn({ name: 'village-review.interval', value: 1, unit: 'years' }, '三十三'),
  ...carriedOn({ name: 'village-review.failures', value: 2, unit: 'count' }, '三十三'),
] as const

const residentsLaw = {
  from: '1990-01-01', until: '2026-01-01', kind: 'national', checked, confirmed: false,
  source: {
    zh: '《城市居民委员会组织法》第九条（旧文本，2026年1月1日起为新修订文本所取代，新文本待核）',
    en: 'Organic Law of Urban Residents’ Committees, Art. 9 (old text; replaced on 2026-01-01 by a revision still to be read)',
  },
} as const satisfies Provenance

/** No row from 2026-01-01 on, on purpose: `figure` throws and the urban track stays blocked until the justice office adopts one. */
const residentsRules = [
  { name: 'residents-assembly.quorum', value: moreThanHalf, unit: 'fraction', ...residentsLaw },
  { name: 'residents-assembly.pass', value: moreThanHalf, unit: 'fraction', ...residentsLaw },
] as const

const offUntilConfirmed = {
  from: '2023-02-01', kind: 'default', article: '25.1', checked, confirmed: false,
  source: { zh: '平台默认：未经司法行政部门确认，不开放线上表决', en: 'Product default: no online voting until the justice office confirms it' },
} as const satisfies Provenance

/** Whether a body may vote online, by body. */
const onlineRules = [
  { name: 'village-assembly.online', value: false, unit: 'yesNo', ...offUntilConfirmed },
  { name: 'village-representatives.online', value: false, unit: 'yesNo', ...offUntilConfirmed },
  { name: 'residents-assembly.online', value: false, unit: 'yesNo', ...offUntilConfirmed },
  { name: 'owners.online', value: false, unit: 'yesNo', ...offUntilConfirmed },
] as const

export const assemblyRules = [...villageRules, ...residentsRules, ...onlineRules] as const satisfies readonly Row[]
