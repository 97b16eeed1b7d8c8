import type { Provenance, Row } from './rule.ts'
import { byDefault, checked, law } from './source.ts'

const labourLaw = law('劳动争议调解仲裁法', 'Labour Dispute Mediation and Arbitration Law', '2008-05-01')
const farmlandLaw = law('农村土地承包经营纠纷调解仲裁法', 'Rural Land Contract Mediation and Arbitration Law', '2010-01-01')
const petitionRegulation = law('信访工作条例', 'Petition Work Regulation', '2022-05-01')
const reconsiderationLaw = law('行政复议法', 'Administrative Reconsideration Law', '2024-01-01', false)
const landLaw = law('土地管理法', 'Land Administration Law', '2020-01-01', false)
const civilProcedure = law('民事诉讼法', 'Civil Procedure Law', '2024-01-01', false)
const civilCode = law('民法典', 'Civil Code', '2021-01-01', false)

/** Labour: after `mediation` without result a party may go to arbitration. */
const labourRules = [
  { name: 'labour.mediation', value: 15, unit: 'days', ...labourLaw('十四') },
  { name: 'labour.limitation', value: 1, unit: 'years', ...labourLaw('二十七') },
  { name: 'labour.wages-from-end', value: true, unit: 'yesNo', ...law('劳动争议调解仲裁法', 'Labour Dispute Mediation and Arbitration Law', '2008-05-01', false)('二十七') },
  { name: 'labour.arbitration', value: 45, unit: 'days', ...labourLaw('四十三') },
  { name: 'labour.extension', value: 15, unit: 'days', ...labourLaw('四十三') },
  { name: 'labour.suit', value: 15, unit: 'days', ...law('劳动争议调解仲裁法', 'Labour Dispute Mediation and Arbitration Law', '2008-05-01', false)('五十') },
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

/** Ways before an authority or a court; none was read against its text yet. */
const authorityRules = [
  { name: 'reconsideration.window', value: 60, unit: 'days', ...reconsiderationLaw('二十') },
  { name: 'reconsideration.decide', value: 60, unit: 'days', ...reconsiderationLaw('六十二') },
  { name: 'reconsideration.suit', value: 15, unit: 'days', ...law('行政诉讼法', 'Administrative Litigation Law', '2017-07-01', false)('四十五') },
  { name: 'land-title.suit', value: 30, unit: 'days', ...landLaw('十四') },
  { name: 'ruling.decide', value: 60, unit: 'days', ...byDefault('行政裁决的办理期限，以各领域规定为准', 'how long an administrative ruling takes; the rules of its field decide', '29.1') },
  { name: 'ruling.suit', value: 6, unit: 'months', ...law('行政诉讼法', 'Administrative Litigation Law', '2017-07-01', false)('四十六') },
  { name: 'litigation.first', value: 6, unit: 'months', ...civilProcedure('一百五十二') },
  { name: 'litigation.appeal', value: 15, unit: 'days', ...civilProcedure('一百七十一') },
  { name: 'course.apply', value: 30, unit: 'days', ...byDefault('选定途径后由当事人提出申请', 'a party applies once a way is chosen', '29.1') },
  { name: 'course.reconcile', value: 30, unit: 'days', ...byDefault('当事人自行和解', 'parties settle by themselves', '29.1') },
  { name: 'limitation.warn', value: 30, unit: 'days', ...byDefault('时效届满前提醒', 'warned before a limitation runs out', '29.1') },
] as const

/** The tracks beside people's mediation that a dispute may take (Art. 29.1). */
export const trackRules = [...labourRules, ...farmlandRules, ...petitionRules, ...hotlineRules, ...civilRules, ...authorityRules] as const satisfies readonly Row[]
