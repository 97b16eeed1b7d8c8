import { legalDay } from '../../kernel/calendar.ts'
import type { Law } from '../../kernel/clock.ts'
import { faulty, refuse, Refused, type Fault } from '../../kernel/refusal.ts'
import { isObject, words, type Json, type JsonObject } from '../../kernel/words.ts'
import { hundredths } from '../../kernel/voting/facts.ts'
import type { RollUnit } from '../../kernel/voting/track.ts'
import type { Tx } from '../../store/database.ts'
import { adultLines, householdLines } from './register.ts'
import { linesOf, type RollLine } from './unit.ts'

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** The usual ground of each kind of line. */
const usual: Record<RollUnit, string> = { adult: 'registered', household: 'registered', representative: 'elected', member: 'member', owner: 'owner' }

/** A row of a paper roll as a line. */
export const lineOf = (kind: RollUnit, row: JsonObject): RollLine => ({
  number: typeof row['number'] === 'number' ? row['number'] : 0, name: textOf(row['name']), household: textOf(row['household']) || null, door: textOf(row['door']) || null,
  area: row['area'] === undefined ? null : hundredths(textOf(row['area'])), ground: textOf(row['ground']) || usual[kind],
  ...(typeof row['livedSince'] === 'string' && { livedSince: row['livedSince'] }),
})

/** What is wrong with which cell of a roll, beside what its fact has checked: a number, household or person twice, an owner without area, a ground that the rules do not take. */
export const faultsOf = (fact: string, kind: RollUnit, lines: readonly RollLine[], law: Pick<Law, 'figure'>, day: string): readonly Fault[] => {
  const first = { number: new Map<unknown, number>(), household: new Map<unknown, number>() }
  const away = law.figure('roll.absent-count', day).value === true
  const join = law.figure('roll.residents-join', day).value === true
  const years = Number(law.figure('roll.residence', day).value)
  const people = new Map<string, number>()
  return lines.flatMap((line, row) => {
    const at = (column: string, zh: string, en: string): Fault => ({ fact, row, column, why: words(zh, en) })
    const again = (column: 'number' | 'household'): readonly Fault[] => {
      const before = first[column].get(line[column])
      if (before === undefined) { first[column].set(line[column], row); return [] }
      return [at(column, `与第${before + 1}行重复`, `the same as row ${before + 1}`)]
    }
    const samePerson = (): readonly Fault[] => {
      const told = [line.household, line.door].flatMap((where, at) => (where === null || kind === 'household' ? [] : [`${at}/${where}/${line.name}`]))
      const before = told.flatMap(one => people.get(one) ?? [])[0]
      for (const one of told) people.set(one, before ?? row)
      return before === undefined ? [] : [at('name', `与第${before + 1}行是同一人；一人一行，业主名下各套面积合计`, `the same person as row ${before + 1}: one line each, an owner’s dwellings added up`)]
    }
    return [
      ...again('number'), ...samePerson(), ...(kind === 'household' && line.household !== null ? again('household') : []),
      ...(kind === 'owner' && line.area === null ? [at('area', '业主须填写专有部分面积', 'an owner’s area is needed')] : []),
      ...(kind !== 'owner' && line.area !== null ? [at('area', '只有业主名册填写面积', 'only owners have an area')] : []),
      ...(line.ground === 'away' && !away ? [at('ground', '按当地规则，外出居住的不列入名册', 'by the local rule those who live elsewhere do not stand on the roll')] : []),
      ...(line.ground === 'admitted' && join && !livesHereFor(line.livedSince, years, day) ? [at('livedSince', `户籍不在本村的，须已在本村居住满${years}年，请填写起始日期`, `those registered elsewhere must have lived here for ${years} year(s): since when`)] : []),
      ...(line.ground === 'admitted' && !join ? [at('ground', '按当地规则，户籍不在本村的不列入名册', 'by the local rule those registered elsewhere do not stand on the roll')] : []),
    ]
  })
}

/** Whether so many years have passed since a legal day. */
const livesHereFor = (since: string | undefined, years: number, day: string): boolean =>
  since !== undefined && `${Number(since.slice(0, 4)) + years}${since.slice(4)}` <= day

/**
 * The lines that stood at the end on the last roll of that kind in the place, numbered anew: representatives, members and owners stay for years, and are entered once,
 * after they were elected or confirmed. Who has gone or come since is corrected as on any roll.
 */
const lastLines = async (tx: Tx, row: JsonObject, kind: RollUnit): Promise<readonly RollLine[]> => {
  const [last] = kind === 'adult' || kind === 'household' ? [] : await tx.query<{ county: string; matter: string }>(
    'select county, matter from roll where county = $1 and place = $2 and kind = $3 and matter <> $4::uuid and frozen is not null and forgotten is null order by frozen desc limit 1', [row['county'], row['place'], kind, row['matter']])
  if (!last) throw new Refused(refuse('no-last-roll', words('本村没有可以沿用的同类名册', 'No roll of that kind was made here before'), { remedy: words('户、成年人由户籍台账生成；代表、成员、业主请先按纸质名册录入、导入一次', 'Households and adults come from their register; enter representatives, members or owners once, from paper or a table') }))
  return (await linesOf(tx, last.county, last.matter)).map((line, at) => ({ ...line, number: at + 1 }))
}

/** The lines of a new draft. Throws `Refused` with its cells, or where no register holds such a roll. */
export const draftLines = async (tx: Tx, row: JsonObject, kind: RollUnit, law: Pick<Law, 'figure'>, at: Date): Promise<readonly RollLine[]> => {
  const day = legalDay(at)
  if (row['from'] === 'register') {
    const wish = { county: textOf(row['county']), place: textOf(row['place']), team: textOf(row['team']) || null, day }
    if (kind === 'household') return householdLines(tx, wish)
    if (kind === 'adult') return adultLines(tx, wish, law.figure('roll.adult-age', day).value as number)
    throw new Refused(refuse('no-register', words('户籍登记中没有这类名册，请沿用上一次的名册，或者按纸质名册录入、导入', 'The register of households holds no such roll: take the last one, or enter it from paper or a table'), { remedy: words('可下载表格模板，填好后粘贴或上传', 'Take the empty sheet, fill it in and paste or upload it') }))
  }
  if (row['from'] === 'before') return lastLines(tx, row, kind)
  const given = Array.isArray(row['units']) ? row['units'].filter(isObject) as readonly JsonObject[] : []
  const lines = given.map(one => lineOf(kind, one))
  const faults = faultsOf(textOf(row['fact']) || 'units', kind, lines, law, day)
  if (faults.length > 0) throw new Refused(faulty(faults.slice(0, 200)))
  return lines
}
