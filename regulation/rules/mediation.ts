import type { Row } from './rule.ts'
import { byDefault, checked, law } from './source.ts'

const civilProcedure = law('民事诉讼法', 'Civil Procedure Law', '2024-01-01', false)

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
  { name: 'screening.decide', value: 3, unit: 'workingDays', ...byDefault('一般排查线索的处理', 'deal with an ordinary finding of screening', '28.5') },
  { name: 'screening.pressing', value: 1, unit: 'workingDays', ...byDefault('可能激化的排查线索的处理', 'deal with a finding that may get worse', '28.5') },
  { name: 'screening.grave', value: 4, unit: 'hours', ...byDefault('可能引发案件或者群体性事件的排查线索的处理', 'deal with a finding that may end in a case or a crowd', '28.5') },
  { name: 'screening.advise', value: 1, unit: 'workingDays', ...byDefault('上级对排查线索提出意见', 'the level above says what is to be done about a finding', '28.5') },
  { name: 'warning.least', value: 5, unit: 'count', ...byDefault('一个月内至少多少起才预警', 'how many disputes of a kind a month takes before a warning', '28.1') },
  { name: 'warning.months', value: 3, unit: 'count', ...byDefault('与前几个月的平均数比较', 'how many months before are compared with', '28.1') },
  { name: 'warning.times', value: 2, unit: 'count', ...byDefault('超过平均数多少倍预警', 'how many times the mean before makes a warning', '28.1') },
  { name: 'statistics.fewest', value: 5, unit: 'count', ...byDefault('公开统计中少于此数的不显示具体数字', 'counts below this are not shown to the public', '28.1') },
  { name: 'mediation-subsidy.oldest', value: 365, unit: 'days', ...byDefault('协议生效后多久内可以申领补贴', 'how long after its effect an agreement may be claimed for', '30.3') },
  { name: 'risk.assess', value: 30, unit: 'days', ...byDefault('重大决策矛盾纠纷风险评估', 'assess the disputes that a major decision may cause', '28.1') },
  { name: 'risk.review', value: 10, unit: 'workingDays', ...byDefault('审核风险评估', 'review an assessment', '28.1') },
  { name: 'risk.conditions', value: 90, unit: 'days', ...byDefault('落实风险防控条件', 'meet the conditions set by the review', '28.1') },
  { name: 'risk.valid', value: 180, unit: 'days', ...byDefault('风险评估结论的有效期', 'how long a cleared assessment stands', '28.1') },
  { name: 'risk.follow', value: 90, unit: 'days', ...byDefault('决策作出后跟踪评估', 'look at what a decision caused', '28.1') },
  { name: 'dispute.complete', value: 5, unit: 'workingDays', ...byDefault('一次告知后补正材料', 'complete what was told to be missing, told once', '29.1') },
  { name: 'dispute.triage', value: 2, unit: 'workingDays', ...byDefault('受理后确定化解途径', 'choose the way of an accepted dispute', '29.1') },
  { name: 'dispute.next', value: 10, unit: 'days', ...byDefault('一种途径结束后确定下一步', 'choose the next way once one has ended', '29.1') },
  { name: 'dispute.attempts', value: 3, unit: 'count', ...byDefault('联系不上一方时至少联系几次', 'how often a silent side is tried at least', '29.1') },
  { name: 'dispute.silent', value: 15, unit: 'days', ...byDefault('联系不上一方，最长等待多久', 'how long a silent side is waited for', '29.1') },
  { name: 'mediation.consent', value: 7, unit: 'days', ...byDefault('征得各方同意调解', 'hear from each side whether they agree to mediation', '29.1') },
  { name: 'mediation.extend-longest', value: 30, unit: 'days', ...byDefault('各方同意延长调解，每次最长', 'how long an extension both sides agree to may be', '29.1') },
  { name: 'mediation.extensions', value: 2, unit: 'count', ...byDefault('调解期限最多延长几次', 'how often a mediation may be extended', '29.1') },
  { name: 'mediation.sign', value: 15, unit: 'days', ...byDefault('谈成后签完调解协议', 'sign what was agreed', '29.1') },
  { name: 'mediation.sign-asked', value: 7, unit: 'days', ...byDefault('到期没有登记完签署的，提醒后再等多久', 'how long signatures are waited for once they were asked about', '29.1') },
  { name: 'mediation.follow-up', value: 30, unit: 'days', ...byDefault('协议没有写明履行期限的，多久回访一次', 'how long after an agreement without dates its performance is asked about', '29.1') },
  { name: 'mediation.remind-first', value: 7, unit: 'days', ...byDefault('履行到期前几天提醒', 'how long before something agreed falls due it is reminded of', '29.1') },
  { name: 'mediation.remind-last', value: 1, unit: 'days', ...byDefault('履行到期前再次提醒', 'how long before it is due it is reminded of once more', '29.1') },
  { name: 'mediation.perform-again', value: 10, unit: 'days', ...byDefault('到期未履行，再次提醒', 'reminded again of what is not performed', '29.1') },
  { name: 'handoff.receipt', value: 2, unit: 'workingDays', ...byDefault('接收移交的纠纷', 'acknowledge a dispute handed over', '29.1') },
  { name: 'handoff.answer', value: 10, unit: 'workingDays', ...byDefault('答复移交的纠纷', 'answer a dispute handed over', '29.1') },
  {
    name: 'diversion.period', value: 30, unit: 'days', from: '2023-02-01', kind: 'default', article: '28.4', checked, confirmed: false,
    source: { zh: '平台默认：法院诉前委派调解一般为30日，可经各方同意延长；待县（区）人民法院确认', en: 'Product default: mediation on a court’s diversion takes about 30 days, longer by agreement; for the county court to confirm' },
  },
  { name: 'judicial-confirmation.window', value: 30, unit: 'days', ...mediationLaw('三十三'), article: '29.3' },
  { name: 'judicial-confirmation.accept', value: 3, unit: 'days', ...interpretation('四') },
  { name: 'judicial-confirmation.decide', value: 15, unit: 'days', ...interpretation('五') },
  { name: 'enforcement.limitation', value: 2, unit: 'years', ...civilProcedure('二百五十') },
  { name: 'judicial-confirmation.extension', value: 10, unit: 'days', ...interpretation('五') },
] as const satisfies readonly Row[]
