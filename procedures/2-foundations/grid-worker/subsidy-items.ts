import type { Words } from '../../../kernel/words.ts'

/** What a local rule may pay for each time, as records have it: which step of which procedure is counted. Nothing is paid, or counted, by time online. */
export const items = {
  requests: { zh: '上报诉求', en: 'Requests reported', of: ['request.report'] },
  hazards: { zh: '上报安全隐患', en: 'Hazards reported', of: ['hazard.find'] },
  visits: { zh: '入户走访', en: 'Visits', of: ['visit.hold'] },
  rounds: { zh: '巡查', en: 'Rounds walked', of: ['patrol.walk'] },
  errands: { zh: '代办', en: 'Errands filed', of: ['errand.file'] },
  verified: { zh: '核实办理结果', en: 'Results verified', of: ['request.verify'] },
} as const satisfies Readonly<Record<string, Words & { readonly of: readonly string[] }>>

export type Item = keyof typeof items

export const modes = {
  fixed: { zh: '按月定额', en: 'So much a month' },
  perItem: { zh: '按件计酬', en: 'For each thing done' },
  mixed: { zh: '定额加按件', en: 'Both' },
} as const satisfies Readonly<Record<string, Words>>

export type Mode = keyof typeof modes

/** A local rule in force. Amounts are fen. */
export type Scheme = {
  readonly matter: string; readonly title: string; readonly mode: Mode; readonly full: number; readonly part: number; readonly most?: number
  readonly items: readonly { readonly item: Item; readonly fen: number }[]
}

/** What a month’s subsidy is computed from: the rule, whether the worker is full-time, what records have of their month, and whether it was paid already, and what (`paidFen`). */
export type Basis = { readonly scheme?: Scheme; readonly duty?: 'full' | 'part'; readonly done: { readonly [K in Item]?: number }; readonly paid: boolean; readonly paidFen?: number }

/** Why what was paid fell short. */
export const shortfalls = {
  records: { zh: '做过的事项没有计入', en: 'Something done was not counted' },
  rule: { zh: '适用的标准有误', en: 'The wrong rule was applied' },
  duty: { zh: '专职、兼职有误', en: 'Full-time and part-time were mistaken' },
} as const satisfies Readonly<Record<string, Words>>

/** A line of the sum, in fen. */
export type Line = { readonly what: string; readonly count: number; readonly each: number; readonly fen: number }

/** The sum and its lines, each of which can be read off a record. */
export const computed = ({ mode, full, part, most, items: paid }: Scheme, duty: 'full' | 'part', done: Basis['done']): { readonly lines: readonly Line[]; readonly fen: number } => {
  const fixed = duty === 'full' ? full : part
  const month: readonly Line[] = mode === 'perItem' ? [] : [{ what: duty === 'full' ? '专职月定额' : '兼职月定额', count: 1, each: fixed, fen: fixed }]
  const each: readonly Line[] = mode === 'fixed' ? [] : paid.map(({ item, fen }) => ({ what: items[item].zh, count: done[item] ?? 0, each: fen, fen: fen * (done[item] ?? 0) }))
  const sum = each.reduce((so, one) => so + one.fen, 0)
  const over = most === undefined ? 0 : Math.max(0, sum - most)
  const lines = [...month, ...each, ...(over > 0 ? [{ what: '超过当月按件上限', count: 1, each: -over, fen: -over }] : [])]
  return { lines, fen: lines.reduce((so, one) => so + one.fen, 0) }
}

/** Fen in yuan, as people read them: `50000` is “500.00”. */
export const yuan = (fen: number): string => `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
