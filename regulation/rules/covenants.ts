import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

const kept = (zh: string, en: string) => byDefault(`${zh}，自事项办结起算`, `${en}, counted from the end of the matter`, '26.2')

/** A village's covenant (Art. 26.1): how long each part may take. National law has it filed with the township and names no period; all are defaults of the product. */
const covenantRules = [
  { name: 'covenant.collect', value: 15, unit: 'days', ...byDefault('征集村规民约（居民公约）建议的期限', 'how long proposals for a covenant are collected', '26.1') },
  { name: 'covenant.answer', value: 10, unit: 'workingDays', ...byDefault('答复对村规民约（居民公约）的建议', 'answer a proposal for the covenant', '26.1') },
  { name: 'covenant.draft', value: 60, unit: 'days', ...byDefault('村规民约（居民公约）起草到送审', 'from the draft of a covenant to its review', '26.1') },
  { name: 'covenant.review', value: 10, unit: 'workingDays', ...byDefault('乡镇（街道）逐条审核村规民约（居民公约）', 'the township checks a covenant clause by clause', '26.1') },
  { name: 'covenant.table', value: 90, unit: 'days', ...byDefault('审核通过到会议表决', 'from the review of a covenant to the vote', '26.1') },
  { name: 'covenant.file', value: 10, unit: 'days', ...byDefault('表决通过后报乡镇（街道）备案', 'file an adopted covenant with the township', '26.1') },
  { name: 'covenant.acknowledge', value: 10, unit: 'workingDays', ...byDefault('乡镇（街道）办理备案', 'the township takes a covenant on file', '26.1') },
  { name: 'covenant.publish', value: 10, unit: 'days', ...byDefault('备案后公布', 'publish a covenant that was filed', '26.1') },
  { name: 'covenant.term', value: 60, unit: 'months', ...byDefault('每届评估一次村规民约（居民公约），按村（居）民委员会任期五年', 'a covenant is looked over once a term, a committee’s term being five years', '26.1') },
  { name: 'covenant.look-over', value: 60, unit: 'days', ...byDefault('届满后评估村规民约（居民公约）', 'look a covenant over once its term is over', '26.1') },
] as const

/** Credit evaluation by the covenant (Art. 26.2): all are defaults of the product. */
const creditRules = [
  { name: 'credit.concur', value: 10, unit: 'days', ...byDefault('第二名评议人作出评议', 'the second evaluator says what they find', '26.2') },
  { name: 'credit.tell', value: 5, unit: 'days', ...byDefault('评议后告知本人', 'tell the person of the evaluation', '26.2') },
  { name: 'credit.object', value: 7, unit: 'days', ...byDefault('本人提出异议的期限', 'how long the person may object', '26.2') },
  { name: 'credit.hear', value: 10, unit: 'days', ...byDefault('提出异议后当面听取意见', 'hear the person once they objected', '26.2') },
  { name: 'credit.decide', value: 10, unit: 'days', ...byDefault('异议期满或听取意见后作出决定', 'decide once the time to object is over or the person was heard', '26.2') },
  { name: 'credit.kept', value: 12, unit: 'months', ...byDefault('诚信档案记录的有效期，期满自动失效', 'how long an entry of the integrity file counts; then it ends by itself', '26.2') },
  { name: 'credit.correct', value: 10, unit: 'days', ...byDefault('答复更正、移出诚信档案的申请', 'answer who asks to correct or remove an entry', '26.2') },
  { name: 'credit.oldest', value: 180, unit: 'days', ...byDefault('只评议多少天以内发生的事', 'how long ago what is evaluated may lie at most', '26.2') },
  { name: 'retention.credit-review.contact', value: 3, unit: 'months', ...kept('信用评价中姓名等敏感信息的保存期限', 'how long name and other sensitive data of a credit evaluation are kept') },
  { name: 'retention.credit-review.photos', value: 3, unit: 'months', ...kept('信用评价材料的保存期限', 'how long the papers of a credit evaluation are kept') },
  { name: 'retention.credit-review.text', value: 3, unit: 'months', ...kept('信用评价文字内容的保存期限', 'how long what was written in a credit evaluation is kept') },
] as const

export const covenantAndCreditRules = [...covenantRules, ...creditRules] as const satisfies readonly Row[]
