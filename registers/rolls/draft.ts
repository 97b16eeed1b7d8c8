import { legalDay } from '../../kernel/calendar.ts'
import type { Law } from '../../kernel/clock.ts'
import { faulty, refuse, Refused, type Fault } from '../../kernel/refusal.ts'
import { isObject, words, type Json, type JsonObject } from '../../kernel/words.ts'
import { hundredths } from '../../kernel/voting/facts.ts'
import type { RollUnit } from '../../kernel/voting/track.ts'
import type { Tx } from '../../store/database.ts'
import { adultLines, householdLines } from './register.ts'
import type { RollLine } from './unit.ts'

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** The usual ground of each kind of line. */
const usual: Record<RollUnit, string> = { adult: 'registered', household: 'registered', representative: 'elected', member: 'member', owner: 'owner' }

/** A row of a paper roll as a line. */
export const lineOf = (kind: RollUnit, row: JsonObject): RollLine => ({
  number: typeof row['number'] === 'number' ? row['number'] : 0, name: textOf(row['name']), household: textOf(row['household']) || null, door: textOf(row['door']) || null,
  area: row['area'] === undefined ? null : hundredths(textOf(row['area'])), ground: textOf(row['ground']) || usual[kind],
})

/** What is wrong with which cell of a roll, beside what its fact has checked: a number or household twice, an owner without area, a ground that the rules do not take. */
export const faultsOf = (fact: string, kind: RollUnit, lines: readonly RollLine[], law: Pick<Law, 'figure'>, day: string): readonly Fault[] => {
  const first = { number: new Map<unknown, number>(), household: new Map<unknown, number>() }
  const away = law.figure('roll.absent-count', day).value === true
  const join = law.figure('roll.residents-join', day).value === true
  return lines.flatMap((line, row) => {
    const at = (column: string, zh: string, en: string): Fault => ({ fact, row, column, why: words(zh, en) })
    const again = (column: 'number' | 'household'): readonly Fault[] => {
      const before = first[column].get(line[column])
      if (before === undefined) { first[column].set(line[column], row); return [] }
      return [at(column, `与第${before + 1}行重复`, `the same as row ${before + 1}`)]
    }
    return [
      ...again('number'), ...(kind === 'household' && line.household !== null ? again('household') : []),
      ...(kind === 'owner' && line.area === null ? [at('area', '业主须填写专有部分面积', 'an owner’s area is needed')] : []),
      ...(kind !== 'owner' && line.area !== null ? [at('area', '只有业主名册填写面积', 'only owners have an area')] : []),
      ...(line.ground === 'away' && !away ? [at('ground', '按当地规则，外出居住的不列入名册', 'by the local rule those who live elsewhere do not stand on the roll')] : []),
      ...(line.ground === 'admitted' && !join ? [at('ground', '按当地规则，户籍不在本村的不列入名册', 'by the local rule those registered elsewhere do not stand on the roll')] : []),
    ]
  })
}

/** The lines of a new draft. Throws `Refused` with its cells, or where no register holds such a roll. */
export const draftLines = async (tx: Tx, row: JsonObject, kind: RollUnit, law: Pick<Law, 'figure'>, at: Date): Promise<readonly RollLine[]> => {
  const day = legalDay(at)
  if (row['from'] === 'register') {
    const wish = { county: textOf(row['county']), place: textOf(row['place']), team: textOf(row['team']) || null, day }
    if (kind === 'household') return householdLines(tx, wish)
    if (kind === 'adult') return adultLines(tx, wish, law.figure('roll.adult-age', day).value as number)
    throw new Refused(refuse('no-register', words('户籍登记中没有这类名册，请按纸质名册录入', 'No register holds such a roll; enter it from paper'), { remedy: words('可下载表格模板，填好后粘贴或上传', 'Take the empty sheet, fill it in and paste or upload it') }))
  }
  const given = Array.isArray(row['units']) ? row['units'].filter(isObject) as readonly JsonObject[] : []
  const lines = given.map(one => lineOf(kind, one))
  const faults = faultsOf(textOf(row['fact']) || 'units', kind, lines, law, day)
  if (faults.length > 0) throw new Refused(faulty(faults.slice(0, 200)))
  return lines
}
