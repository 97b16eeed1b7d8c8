import { choice, rows, text, whole, type RowOf } from '../../../kernel/facts.ts'
import { refuse, type Fault, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import { code, names, namesIn } from '../lists/columns.ts'

/** What a clause does. */
export const clauseKinds = {
  duty: { zh: '倡导、要求', en: 'Asks for' },
  ban: { zh: '不得', en: 'Forbids' },
  reward: { zh: '奖励', en: 'Rewards' },
  penalty: { zh: '约束', en: 'Answers a breach' },
} as const

/** What a village may attach to the keeping or breaking of its covenant. There is nothing else to choose: no money taken, no service or benefit touched. */
export const consequences = {
  praise: { zh: '村（居）内表扬', en: 'Praise in the village', on: 'reward' },
  honour: { zh: '授予村（居）荣誉称号', en: 'An honour of the village', on: 'reward' },
  gift: { zh: '村（居）集体给予物质奖励', en: 'A gift of the village', on: 'reward' },
  talk: { zh: '批评教育', en: 'A talk about it', on: 'penalty' },
  apology: { zh: '劝导赔礼道歉', en: 'Urged to apologise', on: 'penalty' },
  restore: { zh: '劝导恢复原状', en: 'Urged to put it right', on: 'penalty' },
  noHonour: { zh: '当年不参加村（居）评优', en: 'No honours of the village that year', on: 'penalty' },
  points: { zh: '增减积分（按积分办法办理）', en: 'Points, by the points scheme', on: 'either' },
} as const

export type Consequence = keyof typeof consequences

export const clauseColumns = {
  number: code({ zh: '条号', en: 'No.', class: 'public', hint: words('修订时不变，如 8 或 8.1', 'Stays when the covenant is amended, such as 8 or 8.1') }),
  text: text({ zh: '条文', en: 'Text', class: 'public', min: 4, max: 500, lines: 3 }),
  kind: choice(clauseKinds, { zh: '性质', en: 'Kind', class: 'public' }),
  consequence: choice(consequences, { zh: '后果', en: 'What follows', class: 'public', hint: words('只用于奖励、约束', 'For rewards and answers to a breach only') }),
  points: whole({ zh: '积分', en: 'Points', class: 'public', min: 1, max: 1000, hint: words('后果为积分的，填分值', 'How many, where points follow') }),
  concerns: names({ zh: '对应条号', en: 'Clauses it answers', class: 'public', hint: words('奖励、约束对应哪几条，用、分开', 'Which clauses it rewards or answers, with 、 between') }),
} as const

/** Clauses of one covenant at most: what nobody can keep in mind binds nobody. */
export const mostClauses = 100

export const clauses = rows(clauseColumns, { zh: '条文', en: 'Clauses', class: 'public', basis: ['26.1'], max: mostClauses, optional: ['consequence', 'points', 'concerns'] })

/** A clause as drafts and versions have it. */
export type Clause = RowOf<typeof clauseColumns>

/** A version of a village's covenant as it was in force on a day: what the loader `covenantInForce` gives, asked for with `{ village, day }`. */
export type CovenantInForce = {
  /** The matter that carried it. */
  readonly version: string
  readonly number: number
  readonly title: string
  readonly since: string
  readonly clauses: readonly (Clause & { readonly number: string; readonly text: string; readonly kind: keyof typeof clauseKinds })[]
}

const faultsOf = (clause: Clause, row: number, others: ReadonlyMap<string, Clause>): readonly Fault[] => {
  const at = (column: keyof typeof clauseColumns, zh: string, en: string): Fault => ({ fact: 'clauses', row, column, why: words(zh, en) })
  const { kind, consequence, points } = clause
  const concerns = namesIn(clause.concerns)
  if (kind === 'duty' || kind === 'ban') {
    return consequence === undefined && points === undefined && concerns.length === 0 ? [] : [at('kind', '要求、禁止的条文不带后果；后果另立一条', 'What asks or forbids carries no consequence: put that in a clause of its own')]
  }
  const wrong = consequence !== undefined && consequences[consequence].on !== 'either' && consequences[consequence].on !== kind
  return [
    ...(consequence === undefined ? [at('consequence', '请选择后果', 'Say what follows')] : []),
    ...(wrong ? [at('consequence', kind === 'reward' ? '奖励不能带来不利后果' : '约束不能是奖励', kind === 'reward' ? 'A reward can’t be to somebody’s disadvantage' : 'What answers a breach can’t be a reward')] : []),
    ...((consequence === 'points') !== (points !== undefined) ? [at('points', consequence === 'points' ? '请填分值' : '只有后果为积分的条文填分值', consequence === 'points' ? 'Say how many' : 'Only where points follow')] : []),
    ...(concerns.length === 0 ? [at('concerns', '请写明对应哪一条', 'Say which clause it answers')] : []),
    ...concerns.flatMap(one => {
      const other = others.get(one)?.kind
      return other === 'duty' || other === 'ban' ? [] : [at('concerns', `第 ${one} 条不是要求或禁止的条文`, `Clause ${one} neither asks nor forbids anything`)]
    }),
  ]
}

/** What is wrong between the cells and the rows of a draft. */
export const clauseFaults = (list: readonly Clause[]): Refusal | undefined => {
  const byNumber = new Map(list.map(one => [one.number ?? '', one]))
  const seen = new Set<string>()
  const faults = list.flatMap((clause, row): readonly Fault[] => {
    const number = clause.number ?? ''
    const again = seen.has(number)
    seen.add(number)
    return [...(again ? [{ fact: 'clauses', row, column: 'number', why: words(`条号 ${number} 重复`, `No. ${number} stands twice`) }] : []), ...faultsOf(clause, row, byNumber)]
  })
  return faults.length === 0 ? undefined : refuse('bad-input', words(`条文有 ${faults.length} 处需要修改`, `${faults.length} cell(s) of the clauses need mending`), { faults })
}
