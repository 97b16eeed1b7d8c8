import type { Law } from '../../kernel/clock.ts'
import { faulty, refuse, Refused } from '../../kernel/refusal.ts'
import { isObject, words, type Json, type JsonObject } from '../../kernel/words.ts'
import type { RollUnit } from '../../kernel/voting/track.ts'
import { legalDay } from '../../kernel/calendar.ts'
import type { Tx } from '../../store/database.ts'
import type { House, Recorder } from '../../store/house.ts'
import { draftLines, faultsOf, lineOf } from './draft.ts'
import { editedLines } from './edit.ts'
import { linkVoters } from './register.ts'
import { digestOf, linesOf, type RollLine } from './unit.ts'

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

type Standing = { readonly place: string; readonly kind: RollUnit; readonly frozen: Date | null; readonly begun: boolean }

/** The roll of a matter, held until this transaction ends. Whether voting has begun is asked once it is held: the statement that waits would answer as of before. */
const holdRoll = async (tx: Tx, county: string, matter: string): Promise<Standing | undefined> => {
  const [roll] = await tx.query<Omit<Standing, 'begun'>>('select place, kind, frozen from roll where county = $1 and matter = $2::uuid for update', [county, matter])
  return roll && { ...roll, begun: (await tx.query('select from poll where county = $1 and matter = $2::uuid', [county, matter])).length > 0 }
}

const no = (code: string, zh: string, en: string, remedy?: readonly [zh: string, en: string]): Refused =>
  new Refused(refuse(code, words(zh, en), { ...(remedy && { remedy: words(...remedy) }) }))

const insertLines = (tx: Tx, county: string, matter: string, lines: readonly RollLine[], added?: number): Promise<readonly object[]> =>
  tx.query(
    `insert into roll_unit (county, matter, number, name, household, door, area, ground, person, age_unsure, added)
     select $1, $2::uuid, number, name, household, door, area, ground, person, coalesce("ageUnsure", false), $4::int
     from jsonb_to_recordset($3::text::jsonb) as r(number int, name text, household text, door text, area bigint, ground text, person uuid, "ageUnsure" boolean)`, [county, matter, JSON.stringify(lines), added ?? null])

/** Rolls as steps hand them on: drafted, frozen with the notice, corrected by objection. `house` is asked for when a row comes. */
export const rollRecorders = (house: () => Pick<House, 'law'>): { readonly [name: string]: Recorder } => ({
  roll: (tx, row, at) => draft(tx, row, house().law, at),
  'roll-edit': (tx, row, at) => edit(tx, row, house().law, at),
  'roll-freeze': (tx, row, at) => freeze(tx, row, house().law, at),
  'roll-correction': (tx, row, at) => correct(tx, row, house().law, at),
})

const draft = async (tx: Tx, row: JsonObject, law: Law, at: Date): Promise<void> => {
  const [county, matter, kind] = [textOf(row['county']), textOf(row['matter']), row['kind'] as RollUnit]
  const before = await holdRoll(tx, county, matter)
  if (before?.frozen) throw no('roll-frozen', '名册已随通知固定，不能重新造册', 'The roll was frozen with the notice and can’t be made anew', ['有遗漏或者差错的，按异议更正', 'What is wrong on it is corrected by objection'])
  const lines = await draftLines(tx, row, kind, law, at)
  await tx.query('delete from roll_unit where county = $1 and matter = $2::uuid', [county, matter])
  await tx.query(
    `insert into roll (county, matter, place, kind, source, made) values ($1, $2::uuid, $3, $4, $5, $6::timestamptz)
     on conflict (county, matter) do update set place = excluded.place, kind = excluded.kind, source = excluded.source, made = excluded.made`,
    [county, matter, row['place'], kind, row['from'], at.toISOString()])
  await insertLines(tx, county, matter, lines)
}

/** A draft mended line by line (`{ edits, fact }`), so that what the register can't know is settled before the notice. */
const edit = async (tx: Tx, row: JsonObject, law: Law, at: Date): Promise<void> => {
  const [county, matter] = [textOf(row['county']), textOf(row['matter'])]
  const roll = await holdRoll(tx, county, matter)
  if (!roll) throw no('no-roll', '还没有表决名册', 'There is no roll yet', ['请先造册', 'Make the roll first'])
  if (roll.frozen) throw no('roll-frozen', '名册已随通知固定', 'The roll was frozen with the notice', ['有遗漏或者差错的，按异议更正', 'What is wrong on it is corrected by objection'])
  const lines = editedLines(await linesOf(tx, county, matter), roll.kind, row, law, legalDay(at))
  await tx.query('delete from roll_unit where county = $1 and matter = $2::uuid', [county, matter])
  await insertLines(tx, county, matter, lines)
}

const freeze = async (tx: Tx, row: JsonObject, law: Law, at: Date): Promise<void> => {
  const [county, matter] = [textOf(row['county']), textOf(row['matter'])]
  const roll = await holdRoll(tx, county, matter)
  if (!roll) throw no('no-roll', '还没有表决名册', 'There is no roll yet', ['请先造册', 'Make the roll first'])
  if (roll.frozen) throw no('roll-frozen', '名册已经固定', 'The roll is frozen already')
  if ((await linesOf(tx, county, matter)).length === 0) throw no('roll-empty', '名册为空，不能发出通知', 'The roll is empty; no notice can be given on it', ['请先造册', 'Make the roll first'])
  await linkVoters(tx, county, matter, roll.kind, law.figure('roll.adult-age', legalDay(at)).value as number, legalDay(at))
  await tx.query(`update roll set frozen = $3::timestamptz, digest = decode($4, 'hex') where county = $1 and matter = $2::uuid`, [county, matter, at.toISOString(), await digestOf(await linesOf(tx, county, matter))])
}

type Change = { readonly does: 'add' | 'strike' | 'alter'; readonly reason: string; readonly number: number; readonly unit: JsonObject }

const changesIn = (row: JsonObject): readonly Change[] =>
  (Array.isArray(row['changes']) ? row['changes'].filter(isObject) as readonly JsonObject[] : []).map(({ does, reason, number, ...unit }) => ({
    does: does as Change['does'], reason: textOf(reason) || 'other', number: typeof number === 'number' ? number : 0, unit,
  }))

/** What an objection changes, every line of it kept apart: `{ objection, changes: { does, reason, number, and the line as it should be }[], why, decidedBy, fact }`. All of them or none. */
const correct = async (tx: Tx, row: JsonObject, law: Law, at: Date): Promise<void> => {
  const [county, matter] = [textOf(row['county']), textOf(row['matter'])]
  const roll = await holdRoll(tx, county, matter)
  if (!roll?.frozen) throw no('roll-open', '名册尚未固定', 'The roll is not frozen yet', ['请用“修改名册”', 'Take “Edit the roll”'])
  if (roll.begun) throw no('voting-begun', '表决已经开始，名册不能再更正', 'Voting has begun; the roll can’t be corrected any more', ['对结果有异议的，在公示期提出', 'Object to the result while it is posted'])
  const day = legalDay(at)
  for (const [place, { does, reason, number, unit }] of changesIn(row).entries()) {
    const lines = await linesOf(tx, county, matter)
    const stands = lines.find(line => line.number === number)
    if (does !== 'add' && !stands) throw no('no-such-line', `名册上没有${number}号`, `There is no number ${number} on the roll`)
    const [{ correction } = { correction: 1 }] = await tx.query<{ correction: number }>(
      `insert into roll_correction (county, matter, no, at, does, reason, number, objection, why, decided_by)
       select $1, $2::uuid, coalesce(max(no), 0) + 1, $3::timestamptz, $4, $5, $6::int, $7::int, $8, $9 from roll_correction where county = $1 and matter = $2::uuid returning no as correction`,
      [county, matter, at.toISOString(), does, reason, number, row['objection'] ?? null, row['why'], row['decidedBy']])
    if (does !== 'add') await tx.query('update roll_unit set struck = $4::int where county = $1 and matter = $2::uuid and number = $3::int', [county, matter, number, correction])
    if (does !== 'strike') await add(tx, { county, matter, roll, law, day, fact: textOf(row['fact']) || 'unit', place, unit, correction, others: lines.filter(line => line !== stands || does === 'add') })
  }
  await linkVoters(tx, county, matter, roll.kind, law.figure('roll.adult-age', day).value as number, day)
  await tx.query(`update roll set digest = decode($3, 'hex') where county = $1 and matter = $2::uuid`, [county, matter, await digestOf(await linesOf(tx, county, matter))])
}

type Added = { readonly county: string; readonly matter: string; readonly roll: Standing; readonly law: Law; readonly day: string; readonly fact: string; readonly place: number; readonly unit: JsonObject; readonly correction: number; readonly others: readonly RollLine[] }

/** A line that is new gets the next number: those once printed are given to nobody else. */
const add = async (tx: Tx, { county, matter, roll, law, day, fact, place, unit, correction, others }: Added): Promise<void> => {
  const [{ next } = { next: 1 }] = await tx.query<{ next: number }>('select coalesce(max(number), 0)::int + 1 as next from roll_unit where county = $1 and matter = $2::uuid', [county, matter])
  const line = { ...lineOf(roll.kind, unit), number: next }
  const faults = faultsOf(fact, roll.kind, [...others, line], law, day).filter(one => one.row === others.length)
  if (line.name === '') throw new Refused(faulty([{ fact, row: place, column: 'name', why: words('请填写姓名', 'the name is needed') }]))
  if (faults.length > 0) throw new Refused(faulty(faults.map(one => ({ ...one, row: place }))))
  await insertLines(tx, county, matter, [line], correction)
}
