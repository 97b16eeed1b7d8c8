import { legalDay } from '../../kernel/calendar.ts'
import type { Law } from '../../kernel/clock.ts'
import { choice, text } from '../../kernel/facts.ts'
import { faultAt, refuse, type Refusal } from '../../kernel/refusal.ts'
import { words, type Words } from '../../kernel/words.ts'
import { articleNumbers, labelOf, provisionsOf, type Citation } from '../../regulation/citation.ts'
import { isRuleName, ruleNames, rules } from '../../regulation/rules.ts'
import { title } from '../../regulation/articles.ts'

/** What may have been broken. `retaliation`: against who reported; it goes to the level above. */
export const kinds = {
  duty: { zh: '不依法履行职责', en: 'A duty not carried out' },
  passedDown: { zh: '把本单位职责转交村（社区）', en: 'Own duty passed down to a community' },
  direct: { zh: '直接给村（社区）安排任务', en: 'A community tasked directly' },
  conditions: { zh: '转交协助事项不提供工作条件', en: 'Assistance asked for without conditions' },
  funds: { zh: '资金、物资问题', en: 'Funds or goods' },
  otherLaw: { zh: '违反其他法律法规', en: 'Another law' },
  retaliation: { zh: '打击报复反映人', en: 'Retaliation against who reported' },
} as const satisfies Record<string, Words>

export type Kind = keyof typeof kinds

/** The three kinds of conduct that Art. 50.2 has corrected and criticised. */
export const isOf502 = (kind: string | undefined): boolean => kind === 'passedDown' || kind === 'direct' || kind === 'conditions'

/** Conduct that other laws govern: it is handed on under Art. 49 and not decided here. */
export const isForOtherLaw = (kind: string | undefined): boolean => kind === 'otherLaw' || kind === 'retaliation'

export const groundKinds = {
  regulation: { zh: '本条例的规定', en: 'This regulation' },
  otherLaw: { zh: '其他法律法规的规定', en: 'Another law' },
} as const

/** Provisions that lay a duty on somebody: not those on purpose and territory, nor those on liability itself. */
const provisions: Readonly<Record<string, Words>> = Object.fromEntries(
  articleNumbers.filter(article => (article >= 4 && article <= 48) || article === 51).flatMap(provisionsOf).map(one => [one, labelOf(one)]))

/** Time limits that may have been missed, each by where it stands. */
const limits: Readonly<Record<string, Words>> = Object.fromEntries(ruleNames.flatMap(name => {
  const row = rules.findLast(rule => rule.name === name)
  return row ? [[name, row.source]] : []
}))

export const groundFacts = {
  ground: choice(groundKinds, { zh: '违反的规定', en: 'What was broken' }),
  provision: choice(provisions, { zh: '条例条款', en: 'Provision of the regulation' }),
  otherLaw: text({ zh: '法律法规名称和条款', en: 'Law and article', min: 6, max: 300, lines: 2 }),
  limit: choice(limits, { zh: '超过的期限', en: 'Time limit missed', hint: words('只能选法律、法规或者本地已公布规定中的期限', 'Only one set by law, regulation or an adopted local rule') }),
}

type Given = { readonly kind?: string | undefined; readonly ground?: string | undefined; readonly limit?: string | undefined }

/** A breach is of the regulation or of a law. A figure this product came with is nobody’s duty and founds none. */
export const unfounded = ({ kind, ground, limit }: Given, law: Law, now: Date): Refusal | undefined => {
  if (isForOtherLaw(kind) && ground !== 'otherLaw') return faultAt('ground', '此类行为由其他法律法规规定责任，请写明法律条款', 'Another law holds it to account: name its article')
  if (limit === undefined || !isRuleName(limit)) return undefined
  const { kind: source } = law.figure(limit, legalDay(now))
  return source === 'default'
    ? refuse('default-founds-nothing', words('平台默认的期限不是法定义务，不能作为追责依据（平台规则）', 'A product default is no legal duty: it founds no breach (a product rule)'), {
      remedy: words('请引用条例、法律法规或者本地已公布规定中的期限，没有的不要填写', 'Cite a limit of the regulation, a law or an adopted local rule; where there is none leave it out'), faults: [{ fact: 'limit', why: words('平台默认值', 'a product default') }],
    })
    : undefined
}

const isProvision = (given: string): given is Citation => Object.hasOwn(provisions, given)

/** What was broken, as a document names it: 《海东市基层社会治理促进条例》第二十三条第三款. */
export const groundText = ({ ground, provision, otherLaw }: { readonly ground?: string; readonly provision?: string; readonly otherLaw?: string }): string =>
  (ground === 'otherLaw' || provision === undefined ? otherLaw ?? '' : `《${title.zh}》${isProvision(provision) ? labelOf(provision).zh : provision}`)
