import type { Provenance, Row } from './rule.ts'
import { checked, law } from './source.ts'

const labourLaw = law('劳动争议调解仲裁法', 'Labour Dispute Mediation and Arbitration Law', '2008-05-01')
const farmlandLaw = law('农村土地承包经营纠纷调解仲裁法', 'Rural Land Contract Mediation and Arbitration Law', '2010-01-01')
const petitionRegulation = law('信访工作条例', 'Petition Work Regulation', '2022-05-01')
const civilCode = law('民法典', 'Civil Code', '2021-01-01', false)

/** Labour: after `mediation` without result a party may go to arbitration. */
const labourRules = [
  { name: 'labour.mediation', value: 15, unit: 'days', ...labourLaw('十四') },
  { name: 'labour.limitation', value: 1, unit: 'years', ...labourLaw('二十七') },
  { name: 'labour.arbitration', value: 45, unit: 'days', ...labourLaw('四十三') },
  { name: 'labour.extension', value: 15, unit: 'days', ...labourLaw('四十三') },
] as const

/** Farmland contracts; compensation for expropriated land is no matter of this law. */
const farmlandRules = [
  { name: 'farmland.limitation', value: 2, unit: 'years', ...farmlandLaw('十八') },
  { name: 'farmland.arbitration', value: 60, unit: 'days', ...farmlandLaw('四十七') },
  { name: 'farmland.extension', value: 30, unit: 'days', ...farmlandLaw('四十七') },
  { name: 'farmland.suit', value: 30, unit: 'days', ...farmlandLaw('四十八') },
] as const

/** Petitions (信访): each `…-window` is the petitioner's own time to ask, the others bind the office. */
const petitionRules = [
  { name: 'petition.accept', value: 15, unit: 'days', ...petitionRegulation('二十二、二十三') },
  { name: 'petition.objection', value: 5, unit: 'workingDays', ...petitionRegulation('二十三') },
  { name: 'petition.handle', value: 60, unit: 'days', ...petitionRegulation('三十四') },
  { name: 'petition.extension', value: 30, unit: 'days', ...petitionRegulation('三十四') },
  { name: 'petition.review-window', value: 30, unit: 'days', ...petitionRegulation('三十五') },
  { name: 'petition.review', value: 30, unit: 'days', ...petitionRegulation('三十五') },
  { name: 'petition.rereview-window', value: 30, unit: 'days', ...petitionRegulation('三十六') },
  { name: 'petition.rereview', value: 30, unit: 'days', ...petitionRegulation('三十六') },
  { name: 'petition.representatives', value: 5, unit: 'count', ...petitionRegulation('二十') },
] as const

const hotlinePractice = {
  from: '2023-02-01', kind: 'default', checked, confirmed: false,
  source: { zh: '平台默认：参照各地12345热线做法，以本地规定为准', en: 'Product default after the practice of 12345 hotlines elsewhere; the local rule decides' },
} as const satisfies Provenance

const hotlineRules = [
  { name: 'hotline.handle', value: 5, unit: 'workingDays', ...hotlinePractice },
  { name: 'hotline.extension', value: 10, unit: 'workingDays', ...hotlinePractice },
  { name: 'hotline.return', value: 2, unit: 'workingDays', ...hotlinePractice },
] as const

/** The general limitation of civil claims, interrupted by a claim or an acknowledgement (Civil Code 195). */
const civilRules = [
  { name: 'civil.limitation', value: 3, unit: 'years', ...civilCode('一百八十八') },
] as const

/** The tracks beside people's mediation that a dispute may take (Art. 29.1). */
export const trackRules = [...labourRules, ...farmlandRules, ...petitionRules, ...hotlineRules, ...civilRules] as const satisfies readonly Row[]
