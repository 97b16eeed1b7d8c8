import { isUuid } from '../../kernel/facts.ts'
import { canonical } from '../../kernel/canonical.ts'
import { refuse, Refused } from '../../kernel/refusal.ts'
import { isObject, words, type Json, type JsonObject, type Words } from '../../kernel/words.ts'
import { marks, type Mark } from '../../kernel/voting/track.ts'
import type { Tx } from '../../store/database.ts'
import { no, pollOf, textOf, type Poll } from './poll.ts'

/** What one counter wrote down: sums, or one line for each signed paper. */
type Sums = { readonly [M in Mark]: number }
type Paper = { readonly number: number; readonly choice: Mark }
type Sheet = { readonly totals?: Sums; readonly lines?: readonly Paper[] }
type Kept = { readonly turn: 1 | 2; readonly counter: string; readonly totals: Sums | null; readonly lines: readonly Paper[] | null }

const sheetIn = (row: JsonObject): Sheet => {
  const [totals] = Array.isArray(row['totals']) ? row['totals'] as readonly Json[] : []
  if (isObject(totals)) return { totals: totals as Sums }
  const lines = Array.isArray(row['lines']) ? row['lines'].filter(isObject) as unknown as readonly Paper[] : []
  return { lines: lines.toSorted((a, b) => a.number - b.number).map(({ number, choice }) => ({ number, choice })) }
}

/**
 * One of two counts of a signed sheet, each entered without sight of the other: `{ place, counter, file, totals | lines }`. The second is kept only where it
 * says the same; where it does not, it is refused and the lines are named on which they part, never what the first said of them.
 */
export const recordCount = async (tx: Tx, row: JsonObject): Promise<void> => {
  const [county, matter, place, counter] = [textOf(row['county']), textOf(row['matter']), textOf(row['place']), textOf(row['counter'])]
  // Alone with this vote: which is the first and which the second is decided here.
  const poll = await pollOf(tx, matter, 'update')
  if (!poll) throw no('no-vote', '表决还没有开始', 'Voting has not begun')
  if (!isUuid(row['file'])) throw no('no-photo', '没有签字计票单的照片', 'The photo of the signed sheet is missing', ['请拍照上传后再录入', 'Take it, upload it, then enter the count'])
  const sheet = sheetIn(row)
  await judgeSheet(tx, poll, sheet)
  const kept = await tx.query<Kept>('select turn, counter, totals, lines from count_sheet where county = $1 and matter = $2::uuid and place = $3 order by turn', [county, matter, place])
  if (kept.length >= 2) throw no('counted-already', `“${place}”已由两人分别录入并一致`, `“${place}” was entered by two already, and they agree`)
  const [first] = kept
  if (first && await isOnePerson(tx, first.counter, counter)) throw no('same-counter', '须由另一人独立录入', 'Somebody else must enter it', ['请第二名计票人用自己的账号录入；录错的先撤回再录', 'The second counter signs in and enters it; if yours was wrong, take it back first'])
  const apart = first ? differing(first, sheet) : []
  if (apart.length > 0) throw new Refused(differ(place, apart))
  await tx.query(
    `insert into count_sheet (county, matter, place, turn, counter, file, totals, lines) values ($1, $2::uuid, $3, $4::int, $5::uuid, $6::uuid, $7::text::jsonb, $8::text::jsonb)`,
    [county, matter, place, first ? 2 : 1, counter, row['file'], sheet.totals ? JSON.stringify(sheet.totals) : null, sheet.lines ? JSON.stringify(sheet.lines) : null])
  if (first && sheet.lines) await enterPapers(tx, county, matter, sheet.lines)
}

/** Whether two accounts are one human: the same, or both proved to be the same person of the register. */
export const isOnePerson = async (tx: Tx, one: string, other: string): Promise<boolean> =>
  one === other || (await tx.query('select from account a join account b on b.person = a.person where a.id = $1::uuid and b.id = $2::uuid', [one, other])).length > 0

/** What kind of sheet a vote takes, and numbers that are not in the attendance book or stand on the sheet twice. */
const judgeSheet = async (tx: Tx, { county, matter, manner, track }: Poll, { totals, lines = [] }: Sheet): Promise<void> => {
  if (manner === 'secret' && !totals) throw no('no-names-in-secret', '无记名投票只录入合计，不录入每人的选择', 'Of a secret ballot only the sums are entered')
  if ((track === 'owners' || track === 'owners-weighty') && totals) throw no('by-name-only', '业主表决按面积和人数计票，须逐张录入记名票', 'Owners’ votes count by area and heads: enter each signed paper')
  if (totals) return
  if (lines.length === 0) throw no('sheet-empty', '计票单没有内容', 'The sheet is empty')
  const twice = lines.filter((one, at) => lines[at - 1]?.number === one.number).map(one => one.number)
  if (twice.length > 0) throw no('number-twice', `同一序号出现两次：${twice.join('、')}`, `Twice on the sheet: ${twice.join(', ')}`)
  const there = new Set((await tx.query<{ number: number }>(`select number from attendance where county = $1 and matter = $2::uuid and way <> 'phone'`, [county, matter])).map(one => one.number))
  const absent = lines.filter(one => !there.has(one.number)).map(one => one.number)
  if (absent.length > 0) throw no('not-in-book', `签到册上没有：${absent.map(n => `${n}号`).join('、')}`, `Not in the attendance book (or voted by phone): ${absent.join(', ')}`, ['请先登记签到，或者核对序号', 'Enter their attendance first, or check the numbers'])
}

/** On which lines two sheets part: by mark, or by number. */
const differing = (first: Kept, { totals, lines }: Sheet): readonly Words[] => {
  if ((first.totals === null) !== (totals === undefined)) return [words('一份是合计，一份是逐张', 'one gives sums, the other each paper')]
  if (first.totals && totals) return (Object.keys(marks) as Mark[]).filter(mark => first.totals?.[mark] !== totals[mark]).map(mark => words(`“${marks[mark].zh}”`, `“${marks[mark].en}”`))
  const [mine, theirs] = [lines ?? [], first.lines ?? []].map(list => new Map(list.map(one => [one.number, canonical(one.choice)])))
  return [...new Set([...mine?.keys() ?? [], ...theirs?.keys() ?? []])].toSorted((a, b) => a - b).filter(number => mine?.get(number) !== theirs?.get(number)).map(number => words(`${number}号`, `number ${number}`))
}

const differ = (place: string, apart: readonly Words[]) =>
  refuse('counts-differ', words(`“${place}”两人录入不一致：${apart.slice(0, 50).map(one => one.zh).join('、')}`, `The two counts of “${place}” differ: ${apart.slice(0, 50).map(one => one.en).join(', ')}`), {
    remedy: words('请两人对照签字计票单重新清点；先录入的一方有误的，撤回后再录', 'Count again, both, against the signed sheet; if the first was wrong, its counter takes it back and enters it anew'),
    detail: apart.map(one => one.en),
  })

const enterPapers = async (tx: Tx, county: string, matter: string, lines: readonly Paper[]): Promise<void> => {
  const entered = new Set((await tx.query<{ number: number }>(
    `insert into named_ballot (county, matter, number, mark) select $1, $2::uuid, number, choice from jsonb_to_recordset($3::text::jsonb) as r(number int, choice text) on conflict do nothing returning number`,
    [county, matter, JSON.stringify(lines)])).map(one => one.number))
  const again = lines.filter(one => !entered.has(one.number)).map(one => one.number)
  if (again.length > 0) throw no('already-counted', `已有记名票：${again.map(n => `${n}号`).join('、')}`, `Counted already: ${again.join(', ')}`, ['一张票只能记在一个计票点', 'A paper counts in one place'])
}

/** Takes back one's own sheet while nobody has agreed with it. */
export const withdrawCount = async (tx: Tx, row: JsonObject): Promise<void> => {
  const [county, matter, place, counter] = [textOf(row['county']), textOf(row['matter']), textOf(row['place']), textOf(row['counter'])]
  await pollOf(tx, matter, 'update')
  const gone = await tx.query(
    `delete from count_sheet s where county = $1 and matter = $2::uuid and place = $3 and counter = $4::uuid and turn = 1
       and not exists (select from count_sheet o where o.county = s.county and o.matter = s.matter and o.place = s.place and o.turn = 2) returning turn`, [county, matter, place, counter])
  if (gone.length === 0) throw no('no-own-count', '没有可以撤回的录入', 'There is no count of yours to take back', ['两人一致后不能撤回', 'Once two agree it stands'])
}
