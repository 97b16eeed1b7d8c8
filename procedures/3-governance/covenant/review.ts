import { choice, rows, text, type RowOf } from '../../../kernel/facts.ts'
import { faulty, refuse, type Fault, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import { code } from '../lists/columns.ts'
import type { Clause } from './clauses.ts'
import { groundWords, grounds, pointsTo } from './grounds.ts'

/** What the township says of each clause (Organic Law of Village Committees 27): it may stand, or it goes back on a ground of law. */
export const verdicts = {
  stands: { zh: '可以', en: 'May stand' },
  back: { zh: '退回修改', en: 'Sent back' },
} as const

export const verdictColumns = {
  number: code({ zh: '条号', en: 'No.', class: 'public' }),
  verdict: choice(verdicts, { zh: '审核意见', en: 'Verdict', class: 'public' }),
  ground: choice(grounds, { zh: '退回的法律依据', en: 'Ground', class: 'public' }),
  why: text({ zh: '说明', en: 'Reason', class: 'public', min: 4, max: 500, lines: 2 }),
} as const

export type Verdict = RowOf<typeof verdictColumns>

const answered = rows(verdictColumns, { zh: '逐条审核', en: 'Clause by clause', class: 'public', basis: ['26.1'], max: 100, optional: ['ground', 'why'] })

/** One row for each clause of the draft, answered beside it: `x-beside` names the fact that holds them. */
export const verdictRows = { ...answered, schema: { ...answered.schema, 'x-beside': 'clauses' } }

/** What went back, with the text that did: it can’t come again unchanged. */
export const sentBackRows = rows({
  number: code({ zh: '条号', en: 'No.', class: 'public' }),
  text: text({ zh: '退回的条文', en: 'Text sent back', class: 'public', max: 500 }),
  ground: choice(grounds, { zh: '法律依据', en: 'Ground', class: 'public' }),
  why: text({ zh: '说明', en: 'Reason', class: 'public', max: 500 }),
}, { zh: '退回的条文和理由', en: 'Clauses sent back, and why', class: 'public', max: 100 })

export type SentBack = { readonly number?: string; readonly text?: string; readonly ground?: keyof typeof grounds; readonly why?: string }

const faultsOf = (verdict: Verdict, row: number, clause: Clause | undefined): readonly Fault[] => {
  const at = (column: keyof typeof verdictColumns, zh: string, en: string): Fault => ({ fact: 'verdicts', row, column, why: words(zh, en) })
  if (!clause) return [at('number', '草案没有这一条', 'The draft has no such clause')]
  const [first] = pointsTo(clause.text ?? '')
  if (verdict.verdict === 'back') {
    return [
      ...(verdict.ground === undefined ? [at('ground', '退回的须写明法律依据', 'What is sent back names its ground')] : []),
      ...(verdict.why === undefined ? [at('why', '退回的须说明理由', 'What is sent back says why')] : []),
    ]
  }
  return [
    ...(verdict.ground === undefined ? [] : [at('ground', '可以保留的条文不填退回依据', 'What may stand needs no ground')]),
    ...(first !== undefined && verdict.why === undefined ? [at('why', `条文有“${grounds[first].zh}”的字样，保留须说明为什么合法`, `Its words speak of “${groundWords(first).en}”: say why it is lawful`)] : []),
  ]
}

/** Whether every clause was looked at once, and what went back says on what ground. */
export const verdictFaults = (list: readonly Verdict[], clauses: readonly Clause[]): Refusal | undefined => {
  const byNumber = new Map(clauses.map(one => [one.number ?? '', one]))
  const given = list.map(one => one.number ?? '')
  const silent = clauses.map(one => one.number ?? '').filter(one => !given.includes(one))
  const twice = given.filter((one, i) => given.indexOf(one) !== i)
  const faults = list.flatMap((one, row) => faultsOf(one, row, byNumber.get(one.number ?? '')))
  if (silent.length > 0 || twice.length > 0) {
    return refuse('clause-by-clause', words(
      silent.length > 0 ? `还有条文没有审核：第 ${silent.join('、')} 条` : `同一条审核了两次：第 ${twice.join('、')} 条`,
      silent.length > 0 ? `Clauses not looked at: ${silent.join(', ')}` : `Looked at twice: ${twice.join(', ')}`), {
      basis: ['26.1'], remedy: words('每一条都要有一个审核意见', 'Say of each clause once whether it may stand'),
    })
  }
  return faults.length === 0 ? undefined : faulty(faults, ['26.1'])
}

/** What of a draft goes back, with the text as it was. */
export const sentBack = (list: readonly Verdict[], clauses: readonly Clause[]): readonly SentBack[] =>
  list.flatMap(one => (one.verdict === 'back' ? [{ number: one.number ?? '', text: clauses.find(clause => clause.number === one.number)?.text ?? '', ground: one.ground ?? 'other', why: one.why ?? '' }] : []))

/** A text without what does not change it: spaces and punctuation. */
const plain = (text: string | undefined): string => (text ?? '').normalize('NFKC').replaceAll(/[\s\p{P}]/gu, '')

/** Numbers under which clauses come again as they were sent back, be it under another number or with other punctuation. */
export const unchanged = (back: readonly SentBack[], clauses: readonly Clause[]): readonly string[] =>
  clauses.flatMap(clause => (back.some(one => plain(one.text) === plain(clause.text)) ? [clause.number ?? ''] : []))
