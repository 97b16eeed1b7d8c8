import type { Row } from './rule.ts'
import { byDefault, checked, law } from './source.ts'

const mediationLaw = law('人民调解法', 'People’s Mediation Law', '2011-01-01')

// Adopted before the court's decision became a ruling under the Civil Procedure Law's special procedure (Art. 187: 30 days):
// whether the interpretation's own periods still hold is for the justice office to say.
const interpretation = (article: string) => ({
  from: '2011-03-30', kind: 'national', article: '29.3', checked, confirmed: false,
  source: {
    zh: `《最高人民法院关于人民调解协议司法确认程序的若干规定》（法释〔2011〕5号）第${article}条；与现行民事诉讼法特别程序审限的关系待核`,
    en: `Supreme People’s Court, Provisions on Judicial Confirmation of People’s Mediation Agreements (2011 no. 5), Art. ${article}; how it stands beside today’s special procedure is to be confirmed`,
  },
}) as const

/** People's mediation (Art. 28 to 31 of the regulation) and the way from agreement to court. */
export const mediationRules = [
  { name: 'mediation-committee.members-least', value: 3, unit: 'count', ...mediationLaw('八') },
  { name: 'mediation-committee.members-most', value: 9, unit: 'count', ...mediationLaw('八') },
  { name: 'mediation-committee.women-least', value: 1, unit: 'count', ...mediationLaw('八') },
  { name: 'mediation-committee.term', value: 3, unit: 'years', ...mediationLaw('九') },
  { name: 'dispute.acceptance', value: 3, unit: 'workingDays', ...byDefault('纠纷登记后受理或告知', 'accept a registered dispute or say why not', '29.1') },
  {
    name: 'mediation.period', value: 30, unit: 'days', from: '2023-02-01', kind: 'default', article: '29.1', checked, confirmed: false,
    source: {
      zh: '平台默认：法律未定调解期限；《人民调解工作若干规定》（司法部令第75号）第三十三条为一般一个月内，可经当事人同意延长',
      en: 'Product default: no statute sets a period for mediation; Ministry of Justice order 75, Art. 33 speaks of about one month; extension by agreement',
    },
  },
  { name: 'judicial-confirmation.window', value: 30, unit: 'days', ...mediationLaw('三十三'), article: '29.3' },
  { name: 'judicial-confirmation.accept', value: 3, unit: 'days', ...interpretation('四') },
  { name: 'judicial-confirmation.decide', value: 15, unit: 'days', ...interpretation('五') },
  { name: 'judicial-confirmation.extension', value: 10, unit: 'days', ...interpretation('五') },
] as const satisfies readonly Row[]
