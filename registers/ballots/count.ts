import { digestOf, added, sumOf } from '../../kernel/voting/file.ts'
import { limitsOfSecrecy } from '../../kernel/voting/secrecy.ts'
import { noVotes, type Figures, type Votes } from '../../kernel/voting/tally.ts'
import type { Manner, Mark, Way } from '../../kernel/voting/track.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Tx } from '../../store/database.ts'
import { asPlatform } from '../../store/house.ts'
import { linesOf, type RollLine } from '../rolls/unit.ts'
import { pollOf, type Poll } from './poll.ts'

/** How many took part, by how. `area` in hundredths of a square metre. */
export type Attendance = { readonly units: number; readonly area?: number; readonly byWay: { readonly [W in Way]: number }; readonly open: boolean }

export type SheetState = { readonly place: string; readonly entered: number; readonly agreed: boolean }

/** A vote's counts as a step needs them. `figures` only once the urn is open and every sheet is agreed. */
export type Count = {
  readonly state: 'open' | 'closed'
  readonly manner: Manner
  readonly online: boolean
  readonly until: string
  readonly sheets: readonly SheetState[]
  readonly ready: boolean
  readonly why?: Words
  readonly figures?: Figures
  readonly digests?: { readonly roll: string; readonly attendance: string; readonly urn: string }
}

export type Book = { readonly numbers: readonly number[]; readonly ways: { readonly [W in Way]: number } }

const noWays: Book['ways'] = { hall: 0, proxy: 0, paper: 0, phone: 0 }

/** The attendance book by number; ways as sums alone. */
export const bookOf = async (tx: Tx, { county, matter }: Pick<Poll, 'county' | 'matter'>): Promise<Book> => {
  const rows = await tx.query<{ number: number; way: Way }>('select number, way from attendance where county = $1 and matter = $2::uuid order by number', [county, matter])
  return { numbers: rows.map(row => row.number), ways: rows.reduce<Book['ways']>((sums, { way }) => ({ ...sums, [way]: sums[way] + 1 }), noWays) }
}

export type Sheet = { readonly place: string; readonly entered: number; readonly totals: Votes | null }

const sheetsOf = (tx: Tx, { county, matter }: Poll): Promise<readonly Sheet[]> =>
  tx.query<Sheet>('select place, count(*)::int as entered, (array_agg(totals))[1] as totals from count_sheet where county = $1 and matter = $2::uuid group by place order by place collate "C"', [county, matter])

/** Everything a closed vote is counted from. */
export type Counted = { readonly lines: readonly RollLine[]; readonly book: Book; readonly sheets: readonly Sheet[]; readonly named: readonly { readonly number: number; readonly mark: Mark }[]; readonly receipts: readonly string[]; readonly urn: Votes }

export const countedOf = async (tx: Tx, poll: Poll): Promise<Counted> => {
  const own = [poll.county, poll.matter]
  const marks = await tx.query<{ mark: Mark; n: number }>('select mark, count(*)::int as n from urn_choice where county = $1 and matter = $2::uuid group by mark', own)
  return {
    lines: await linesOf(tx, poll.county, poll.matter), book: await bookOf(tx, poll), sheets: await sheetsOf(tx, poll),
    named: await tx.query<{ number: number; mark: Mark }>('select number, mark from named_ballot where county = $1 and matter = $2::uuid order by number', own),
    receipts: (await tx.query<{ hex: string }>(`select encode(digest, 'hex') as hex from urn where county = $1 and matter = $2::uuid order by digest`, own)).map(row => row.hex),
    urn: marks.reduce<Votes>((sums, { mark, n }) => ({ ...sums, [mark]: n }), noVotes),
  }
}

export const papersOf = ({ sheets }: Counted): Votes => sheets.reduce<Votes>((sums, { totals }) => (totals ? added(sums, totals) : sums), noVotes)

/** The figures of a vote whose sheets are agreed. */
export const figuresOf = (counted: Counted): Figures => {
  const { lines, book, named, urn } = counted
  const area = new Map(lines.map(line => [line.number, line.area ?? 0]))
  const byArea = lines.some(line => line.area !== null)
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + (area.get(number) ?? 0), 0)
  const byName = (size: (number: number) => number): Votes => named.reduce<Votes>((sums, { number, mark }) => ({ ...sums, [mark]: sums[mark] + size(number) }), noVotes)
  return {
    roll: { units: lines.length, ...(byArea && { area: sum(lines.map(line => line.number)) }) },
    present: { units: book.numbers.length, ...(byArea && { area: sum(book.numbers) }) },
    votes: added(added(papersOf(counted), urn), byName(() => 1)),
    ...(byArea && { area: byName(number => area.get(number) ?? 0) }),
  }
}

/** What still stands in the way of a result. */
export const unready = (poll: Poll, counted: Counted): Words | undefined => {
  const { sheets, book, named } = counted
  if (!poll.closed) return words('表决还没有结束', 'Voting has not ended')
  const once = sheets.filter(sheet => sheet.entered < 2)
  if (once.length > 0) return words(`${once.map(sheet => `“${sheet.place}”`).join('、')}只有一人录入，须由第二人独立录入`, `Entered by one alone, a second must: ${once.map(sheet => `“${sheet.place}”`).join(', ')}`)
  const atTheTable = book.numbers.length - book.ways.phone
  const byPaper = named.length - (poll.manner === 'open' ? book.ways.phone : 0)
  if (atTheTable > 0 && sheets.length === 0) return words(`有${atTheTable}个表决单位到会或者书面参加，还没有录入计票单`, `${atTheTable} took part in the hall or on paper, and no count is entered`)
  const papers = sumOf(papersOf(counted)) + byPaper
  if (papers > atTheTable) return words(`计票单共${papers}票，到会和书面参加的只有${atTheTable}，须核对`, `The sheets come to ${papers}; ${atTheTable} took part in the hall or on paper: look again`)
  return atTheTable > 0 && poll.checked === null ? words('签到册还没有由一名计票人核对（登记到会的人不能自己核对）', 'One of the counters, who did not enter it, has yet to check the attendance book') : undefined
}

/** What a secret ballot could not hide. */
export const limitsOf = (poll: Poll, few: number, counted: Counted): readonly Words[] =>
  (poll.manner === 'open' ? [] : limitsOfSecrecy({ units: counted.lines.length, few, phones: counted.receipts.length, papers: sumOf(papersOf(counted)) }))

/** Who took part: `{ county, matter }`. Asked as the platform. */
export const attendanceLoader = asPlatform(async (tx, { matter }): Promise<Attendance | undefined> => {
  const poll = typeof matter === 'string' ? await pollOf(tx, matter) : undefined
  if (!poll) return undefined
  const { book, lines } = await countedOf(tx, poll)
  const { present } = figuresOf({ lines, book, sheets: [], named: [], receipts: [], urn: noVotes })
  return { ...present, byWay: book.ways, open: poll.closed === null }
})

/** The counts of a vote: `{ county, matter }`. Asked as the platform; before the vote is closed it tells no count at all. */
export const countLoader = asPlatform(async (tx, { matter }): Promise<Count | undefined> => {
  const poll = typeof matter === 'string' ? await pollOf(tx, matter) : undefined
  if (!poll) return undefined
  const counted = await countedOf(tx, poll)
  const [roll] = await tx.query<{ digest: string }>(`select encode(digest, 'hex') as digest from roll where county = $1 and matter = $2::uuid`, [poll.county, poll.matter])
  const why = unready(poll, counted)
  return {
    state: poll.closed ? 'closed' : 'open', manner: poll.manner, online: poll.online, until: poll.until.toISOString(),
    sheets: counted.sheets.map(({ place, entered }) => ({ place, entered, agreed: entered === 2 })), ready: why === undefined, ...(why && { why }),
    ...(why === undefined && { figures: figuresOf(counted), digests: { roll: roll?.digest ?? '', attendance: await digestOf(counted.book.numbers), urn: await digestOf(counted.receipts) } }),
  }
})
