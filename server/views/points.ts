import { keptWords } from '../../kernel/kept-words.ts'
import { rows, text, whole } from '../../kernel/facts.ts'
import { words, type JsonObject } from '../../kernel/words.ts'
import { evidences, periods, scorers, type Item, type Reward } from '../../procedures/3-governance/points/needs.ts'
import type { EntryRow, PostingRow, ShownLine, StockRow, Totals, YearRow } from '../../ledgers/points/read.ts'
import type { SchemeRow } from '../../ledgers/points/schemes.ts'
import { sheetOf } from '../sheets/export.ts'
import type { HouseholdStatement, PointsEntry, PointsLedger, PointsPosting, PointsScheme, PostedLine } from '../wire/points.ts'

/** The last two digits of a household's code: its own people know it again, others do not. */
export const maskedHousehold = (code: string): string => `**${code.slice(-2)}`

export const schemeView = (row: SchemeRow, stock: readonly StockRow[]): PointsScheme => ({
  matter: row.matter, title: row.title, version: row.version, since: row.since, ...(row.until !== undefined && { until: row.until }), period: periods[row.period as keyof typeof periods], resolution: row.resolution,
  items: (row.items as unknown as readonly Item[]).map(one => ({ code: one.code, what: one.what, points: one.points, most: one.most, by: scorers[one.by], evidence: evidences[one.evidence] })),
  rewards: (row.rewards as unknown as readonly Reward[]).map(one => ({ code: one.code, what: one.what, points: one.points, left: stock.find(other => other.reward === one.code)?.free ?? 0 })),
})

export const postingView = ({ id, title, stage, lines, households, points, shownOn, until, shares }: PostingRow): PointsPosting =>
  ({ matter: id, title, shownOn, lines, households, points, ...(stage === 'shown' && until !== null && { until }), ...(shares !== null && { shares: keptWords(shares) }) })

/** `whole`: its reader works there. `own`: the code of the reader's household. */
export const lineView = ({ household, door, evidence, ...row }: ShownLine, { whole: all, own }: { readonly whole: boolean; readonly own: string | undefined }): PostedLine => ({
  ...row, own: household === own,
  household: all || household === own ? household : maskedHousehold(household), ...((all || household === own) && { evidence, ...(door !== null && { door }) }),
})

export const entryView = ({ day, evidence, scheme, posting, line, ...row }: EntryRow): PointsEntry => ({
  ...row, ...(day !== null && { day }), ...(evidence !== null && { evidence }), ...(scheme !== null && { scheme }), ...(posting !== null && { posting }), ...(line !== null && { line }),
})

/** What unredeemed points are reckoned to cost, pending ones too, beside what the village set aside and has spent this year. */
export const liabilityOf = (scheme: SchemeRow | undefined, totals: Totals): PointsLedger['liability'] => {
  const price = new Map((scheme?.rewards as unknown as readonly Reward[] | undefined)?.map(one => [one.code, one.fen]))
  const spent = totals.handed.reduce((sum, one) => sum + one.pieces * (price.get(one.reward) ?? 0), 0)
  const fen = (totals.outstanding + totals.coming) * (scheme?.pointFen ?? 0)
  const budget = scheme?.budget ?? 0
  return { fen, budget, spent, over: fen + spent > budget && fen > 0 }
}

export const stockView = (scheme: SchemeRow | undefined, stock: readonly StockRow[]): PointsLedger['stock'] =>
  stock.map(one => ({ ...one, what: (scheme?.rewards as unknown as readonly Reward[] | undefined)?.find(other => other.code === one.reward)?.what ?? one.reward }))

const label = (zh: string, en: string, max = 200) => text({ zh, en, class: 'public', min: 0, max })
const number = (zh: string, en: string) => whole({ zh, en, class: 'public', min: -1_000_000_000 })

const statementSheet = rows({
  at: label('记账日期', 'Entered on', 14), day: label('事项日期', 'On which day', 14), kind: label('类型', 'Kind', 10), what: label('事项', 'What for'), points: number('积分', 'Points'), state: label('状态', 'State', 14), scheme: label('办法版本', 'Scheme', 10), evidence: label('依据', 'Evidence'),
}, { zh: '积分明细', en: 'Points', class: 'public', min: 0, max: 10_000 })

const ledgerSheet = rows({
  code: label('户编码', 'Household', 20), door: label('门牌', 'Door'), free: number('可用积分', 'Free'), reserved: number('已预留', 'Spoken for'), coming: number('公示中', 'Still shown'), owed: number('应补', 'Owed'),
  opened: number('年初结余', 'Began the year with'), given: number('本年得分', 'Given this year'), taken: number('本年扣减、兑换', 'Taken or exchanged this year'),
}, { zh: '积分台账', en: 'Ledger of points', class: 'public', min: 0, max: 10_000 })

export const kindNames: { readonly [K in PointsEntry['kind']]: string } = { award: '得分', opening: '期初余额', deduction: '扣分', redemption: '兑换', reversal: '更正', settled: '抵应补', carried: '结转' }
const stateNames: { readonly [K in PointsEntry['state']]: string } = { pending: '待入账', posted: '已入账', void: '未入账' }

type Marked = { readonly by: string; readonly on: string }

export const statementBook = ({ village, household, entries }: HouseholdStatement, { by, on }: Marked): Promise<Buffer> => sheetOf(statementSheet,
  entries.map((one): JsonObject => ({ at: one.at, day: one.day ?? '', kind: kindNames[one.kind], what: one.what, points: one.points, state: stateNames[one.state], scheme: one.scheme === undefined ? '' : `第 ${one.scheme} 版`, evidence: one.evidence ?? '' })), false, [
    [words('内容', 'What'), '户积分明细 Statement of a household'], [words('村（社区）', 'Village'), village.path.join(' › ')], [words('户', 'Household'), `${household.code} ${household.door}`],
    [words('可用积分', 'Free'), String(household.free)], [words('导出人', 'By'), by], [words('导出日期', 'Made on'), on],
  ])

export const ledgerBook = (ledger: PointsLedger, year: readonly YearRow[], { by, on }: Marked): Promise<Buffer> => sheetOf(ledgerSheet, ledger.households.map(one => {
  const { opened = 0, given = 0, taken = 0 } = year.find(other => other.code === one.code) ?? {}
  return { ...one, opened, given, taken }
}), false, [
  [words('内容', 'What'), '积分台账 Ledger of points'], [words('村（社区）', 'Village'), ledger.village.path.join(' › ')], [words('户数', 'Households'), String(ledger.households.length)], [words('未兑换积分', 'Unredeemed'), String(ledger.outstanding)],
  [words('导出人', 'By'), by], [words('导出日期', 'Made on'), on],
])
