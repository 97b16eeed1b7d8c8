import type { Effect } from '../../kernel/effect.ts'
import { choice, reference, rows, text, type RowOf } from '../../kernel/facts.ts'
import { faulty, type Fault, type Refusal } from '../../kernel/refusal.ts'
import { words, type JsonObject } from '../../kernel/words.ts'
import { kinds } from '../3-governance/hazard/kinds.ts'

/** What becomes of what was seen on the spot. */
export const becomes = {
  none: { zh: '仅记录', en: 'Noted only' },
  request: { zh: '转为诉求', en: 'A request' },
  hazard: { zh: '转为安全隐患', en: 'A hazard' },
} as const

const columns = {
  what: text({ zh: '看到什么', en: 'What was seen', min: 4, max: 500 }),
  as: choice(becomes, { zh: '如何处理', en: 'What becomes of it' }),
  kind: choice(kinds, { zh: '隐患类型', en: 'Kind of hazard' }),
  category: reference('category', { zh: '诉求类别', en: 'Category of request' }),
  spot: text({ zh: '具体位置', en: 'Where exactly', max: 200 }),
}

export type Finding = RowOf<typeof columns>

/** Typed once on the spot: each row that is to be followed up begins a matter of its own, with what is known already filled in (Art. 21.4). */
export const findingRows = rows(columns, {
  zh: '发现的问题', en: 'What was found', max: 20, optional: ['kind', 'category', 'spot'],
  hint: words('填一次即可，自动转为诉求或隐患；写清问题，不写姓名、电话', 'Typed once, it becomes a request or a hazard; what is wrong, nobody’s name or phone'),
})

/** A hazard needs its kind; anything else has none. */
export const findingFaults = (findings: readonly Finding[], fact = 'findings'): Refusal | undefined => {
  const faults = findings.flatMap(({ as, kind }, row): readonly Fault[] => (as === 'hazard' && kind === undefined ? [{ fact, row, column: 'kind', why: words('请选择隐患类型', 'Say what kind of hazard') }] : []))
  return faults.length === 0 ? undefined : faulty(faults)
}

type Seen = { readonly place: string; /** Where it was, unless its own row says so. */ readonly spot?: string; readonly source: 'visit' | 'patrol' | 'inspection'; /** The kind of link by which what follows points back. */ readonly link: string }

/** The matters that follow from what was seen, opened as whoever saw it. */
export const followUps = (findings: readonly (Omit<Finding, 'as'> & { readonly as?: string })[], { place, spot: near, source, link }: Seen): readonly Effect[] => findings.flatMap(({ what = '', as, kind, category, spot = near }): readonly Effect[] => {
  const known: JsonObject = { place, ...(spot !== undefined && { spot }) }
  if (as === 'request') return [{ do: 'open', procedure: 'request', step: 'report', link, input: { ...known, text: what, ...(category !== undefined && { category }) } }]
  return as === 'hazard' ? [{ do: 'open', procedure: 'hazard', step: 'find', link, input: { ...known, what, kind: kind ?? 'other', source } }] : []
})
