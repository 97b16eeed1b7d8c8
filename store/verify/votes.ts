import { canonical } from '../../kernel/canonical.ts'
import { keepWords } from '../../kernel/kept-words.ts'
import { digestOf, isResultFile, recount, sumOf, added, type ResultFile } from '../../kernel/voting/file.ts'
import { noVotes, type Votes } from '../../kernel/voting/tally.ts'
import type { Mark } from '../../kernel/voting/track.ts'
import type { Tx } from '../database.ts'
import type { VerifyFault } from './fault.ts'

type Vote = {
  readonly matter: string; readonly manner: string; readonly closed: boolean; readonly result: string | null; readonly frozen: string; readonly forgotten: boolean; readonly secrets: number; readonly phones: number
  /** What the entries of the matter keep of its vote, where it is a topic’s. */
  readonly said: { readonly roll?: string | null; readonly book?: string | null; readonly urn?: string | null; readonly outcome?: string | null; readonly explained?: string | null }
  readonly lines: readonly (readonly (string | number | null)[])[]; readonly numbers: readonly number[]; readonly receipts: readonly string[]; readonly named: readonly { readonly number: number; readonly mark: string }[]
  readonly marks: { readonly [M in Mark]?: number }; readonly sheets: readonly { readonly place: string; readonly n: number; readonly kinds: number; readonly totals: Votes | null }[]
}

const votes = `select p.matter, p.manner, p.closed is not null as closed, p.result, encode(r.digest, 'hex') as frozen, r.forgotten is not null as forgotten,
  coalesce((select jsonb_build_object('roll', m.facts ->> 'rollDigest', 'book', m.facts ->> 'bookDigest', 'urn', m.facts ->> 'urnDigest', 'outcome', m.facts ->> 'outcome', 'explained', m.facts ->> 'explained')
     from matter m where m.county = p.county and m.id = p.matter), '{}') as said,
  (select count(*)::int from poll_secret s where s.county = p.county and s.matter = p.matter) as secrets,
  (select count(*)::int from attendance a where a.county = p.county and a.matter = p.matter and a.way = 'phone') as phones,
  (select coalesce(jsonb_agg(jsonb_build_array(u.number, u.name, u.household, u.door, u.area, u.ground) order by u.number), '[]') from roll_unit u where u.county = p.county and u.matter = p.matter and u.struck is null) as lines,
  (select coalesce(jsonb_agg(a.number order by a.number), '[]') from attendance a where a.county = p.county and a.matter = p.matter) as numbers,
  (select coalesce(jsonb_agg(encode(u.digest, 'hex') order by u.digest), '[]') from urn u where u.county = p.county and u.matter = p.matter) as receipts,
  (select coalesce(jsonb_agg(jsonb_build_object('number', b.number, 'mark', b.mark) order by b.number), '[]') from named_ballot b where b.county = p.county and b.matter = p.matter) as named,
  (select coalesce(jsonb_object_agg(c.mark, c.n), '{}') from (select mark, count(*) as n from urn_choice c where c.county = p.county and c.matter = p.matter group by mark) c) as marks,
  (select coalesce(jsonb_agg(jsonb_build_object('place', s.place, 'n', s.n, 'kinds', s.kinds, 'totals', s.totals) order by s.place collate "C"), '[]') from (
     select place, count(*) as n, count(distinct coalesce(totals, lines)) as kinds, (array_agg(totals))[1] as totals from count_sheet s where s.county = p.county and s.matter = p.matter group by place) s) as sheets
  from poll p join roll r using (county, matter) where p.county = $1 order by p.matter`

/** Every vote of a county: its roll against the digest it was frozen or corrected under, its urn against its book, and its published result counted again and held against what is kept. */
export const verifyVotes = async (tx: Tx, county: string): Promise<readonly VerifyFault[]> => {
  const found = await Promise.all((await tx.query<Vote>(votes, [county])).map(async vote => (await faultsOf(vote)).map((what): VerifyFault => ({ kind: 'vote', county, matter: vote.matter, what }))))
  return found.flat()
}

const faultsOf = async (vote: Vote): Promise<readonly string[]> => {
  const { manner, closed, result, frozen, forgotten, secrets, phones, lines, receipts, sheets, said } = vote
  const choices = Object.values(vote.marks).reduce((sum, n) => sum + n, 0)
  return [
    // Erased in its time, a roll is known by its digest alone, which the entries and the published result name.
    ...(forgotten ? lines.some(line => line[1] !== '*') ? ['the roll is marked as forgotten and names somebody'] : [] : await digestOf(lines) === frozen ? [] : ['the roll is not the one that was frozen and corrected']),
    ...(manner === 'secret' && receipts.length !== phones ? [`the urn holds ${receipts.length} ballots, ${phones} signed in by phone`] : []),
    ...(closed && manner === 'secret' && choices !== receipts.length ? [`the urn gave ${choices} choices of ${receipts.length} ballots`] : []),
    ...(closed && secrets > 0 ? ['what opens the ballots stands there after the urn was opened'] : []),
    ...sheets.filter(one => one.n === 2 && one.kinds !== 1).map(one => `the two counts of ${one.place} are not the same`),
    ...(said.roll && said.roll !== frozen ? ['the roll is not the one that the matter’s entries name'] : []),
    ...(result === null ? (said.book ? ['the published result is gone'] : []) : await resultFaults(vote, result)),
  ]
}

const resultFaults = async (vote: Vote, text: string): Promise<readonly string[]> => {
  const file = parsed(text)
  const { faults } = await recount(file)
  return [...faults.map(one => one.en), ...(isResultFile(file) ? keptOtherwise(vote, file) : [])]
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What the published file says otherwise than what is kept. */
const keptOtherwise = ({ manner, frozen, said, numbers, receipts, named, marks, sheets }: Vote, file: ResultFile): readonly string[] => {
  const papers = sheets.reduce<Votes>((sums, { totals }) => (totals ? added(sums, totals) : sums), noVotes)
  const same = (kept: unknown, said: unknown): boolean => canonical(kept) === canonical(said)
  return [
    ...(frozen === file.roll.digest ? [] : ['the result names another roll']),
    ...(said.book && (said.book !== file.attendance.digest || said.urn !== file.urn.digest) ? ['the result names another book or urn than the matter’s entries'] : []),
    ...(said.explained && (said.explained !== keepWords(file.words) || said.outcome !== (file.outcome === 'no-quorum' ? 'noQuorum' : file.outcome)) ? ['the result was declared otherwise'] : []),
    ...(same(numbers, file.attendance.numbers) ? [] : ['the result lists another attendance book']),
    ...(same(receipts, file.urn.receipts) ? [] : ['the result lists other receipts']),
    ...(same(manner === 'open' ? named : [], file.named) ? [] : ['the result lists other votes by name']),
    ...(sumOf(papers) === file.papers && (manner === 'open' || same(added(papers, { ...noVotes, ...marks }), file.votes)) ? [] : ['the result is not the sum of the counts']),
  ]
}
