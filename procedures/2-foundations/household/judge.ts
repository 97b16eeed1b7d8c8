import type { Fault } from '../../../kernel/refusal.ts'
import { words, type Words } from '../../../kernel/words.ts'
import type { Change, Row } from './facts.ts'

/** A household of the register as it stands today. */
export type Standing = { readonly code: string; readonly village: string; readonly team: string | null; readonly address: string; readonly size: number | null; readonly since: string }

/** What the register holds of the villages concerned, and which grids stand there. */
export type Ground = { readonly standing: readonly Standing[]; readonly grids: readonly string[] }

export type Asked = { readonly change: Change; readonly village: string; readonly to: string; readonly old: string; readonly since: string; readonly rows: readonly Row[] }

/** A door however it was spaced: 一社 12号 is 一社12号. */
export const plainDoor = (door: string): string => door.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()

/** Rows of what a change enters, and codes of what it ends. */
export type Outcome = { readonly enter: readonly { readonly [name: string]: string | number | readonly string[] }[]; readonly end: readonly string[] }

const present = (row: { readonly [name: string]: string | number | readonly string[] | null | undefined }): { readonly [name: string]: string | number | readonly string[] } =>
  Object.fromEntries(Object.entries(row).filter((pair): pair is [string, string | number | readonly string[]] => pair[1] !== undefined && pair[1] !== null))

const isNew = ({ change }: Asked): boolean => change === 'enter' || change === 'split'

/** Where its households stand when it is done. */
const target = ({ change, village, to }: Asked): string => (change === 'move' ? to : village)

type Column = 'household' | 'door' | 'grid'
type At = { readonly row: number; readonly column: string; readonly why: Words }

const wrongCells = (asked: Asked, { standing, grids }: Ground): readonly At[] => {
  const known = new Map(standing.filter(one => one.village === asked.village).map(one => [one.code, one]))
  const village = target(asked)
  const going = new Set(isNew(asked) ? [] : asked.rows.map(row => row.household ?? ''))
  const doors = new Map(standing.filter(one => one.village === village && !going.has(one.code)).map(one => [plainDoor(one.address), one.code]))
  const seen = new Map<string, number>()
  return asked.rows.flatMap((row, at): readonly At[] => {
    const wrong = (column: Column, zh: string, en: string): At => ({ row: at, column, why: words(zh, en) })
    const found: At[] = []
    const { household, door, grid, size, head } = row
    const stands = household === undefined ? undefined : known.get(household)
    if (isNew(asked)) {
      if (household !== undefined) found.push(wrong('household', '新户不填编号，由平台编号', 'A new household bears no code yet'))
      if (door === undefined) found.push(wrong('door', '请填写门牌', 'The door is needed'))
    } else if (household === undefined) found.push(wrong('household', '请填写户编号', 'The code is needed'))
    else if (!stands) found.push(wrong('household', '本村（社区）现有户中没有这个编号', 'No household of the village stands under this code'))
    else if (stands.since > asked.since) found.push(wrong('household', `该户 ${stands.since} 起已有变更，本次日期须不早于当天`, `It was changed from ${stands.since}; this change can’t be earlier`))
    else if (household === asked.old) found.push(wrong('household', '留下的户不列在表中', 'The household that stays is not in the table'))
    if (asked.change === 'move' && door === undefined) found.push(wrong('door', '请填写迁入后的门牌', 'The new door is needed'))
    if (asked.change === 'correct' && [door, row.team, size, grid, head].every(one => one === undefined)) found.push(wrong('door', '请填写要更正的内容', 'Say what is corrected'))
    if (grid !== undefined && (!grid.startsWith(village) || !grids.includes(grid))) found.push(wrong('grid', '该网格不在本村（社区）或已撤销', 'The grid is not of the village, or has ended'))
    const key = household ?? (door === undefined ? undefined : plainDoor(door))
    const before = key === undefined ? undefined : seen.get(key)
    if (before !== undefined) found.push(wrong(household === undefined ? 'door' : 'household', `与第 ${before + 1} 行重复`, `Row ${before + 1} says it already`))
    else if (key !== undefined) seen.set(key, at)
    const other = door === undefined || asked.change === 'end' || asked.change === 'join' ? undefined : doors.get(plainDoor(door))
    if (other !== undefined) found.push(wrong('door', `这个门牌已是 ${other} 户`, `Household ${other} has this door already`))
    return found
  })
}

/** What is wrong with a change by what the register holds, each at its cell. */
export const faultsOf = (asked: Asked, ground: Ground): readonly Fault[] => {
  const old = asked.old === '' ? undefined : ground.standing.find(one => one.code === asked.old && one.village === asked.village)
  const needsOld = asked.change === 'split' || asked.change === 'join'
  return [
    ...(needsOld && old === undefined ? [{ fact: 'old', why: words('请填本村（社区）现有的户编号', 'Name a household that stands in the village') }] : []),
    ...(needsOld && old !== undefined && old.since > asked.since ? [{ fact: 'since', why: words(`该户 ${old.since} 起已有变更，日期须不早于当天`, `The household was changed from ${old.since}; this change can’t be earlier`) }] : []),
    ...(!needsOld && asked.old !== '' ? [{ fact: 'old', why: words('只有分户、并户填原户', 'Named only where one splits or some join') }] : []),
    ...(asked.change === 'move' && (asked.to === '' || asked.to === asked.village) ? [{ fact: 'to', why: words('请选迁入的另一个村（社区）', 'Choose the other village they move to') }] : []),
    ...(asked.change === 'move' && asked.to !== '' && asked.to.slice(0, 6) !== asked.village.slice(0, 6) ? [{ fact: 'to', why: words('迁到外县的按注销办理', 'Where they move to another county, end them here') }] : []),
    ...(asked.change !== 'move' && asked.to !== '' ? [{ fact: 'to', why: words('只有迁村的填迁入地', 'Named only where they move') }] : []),
    ...wrongCells(asked, ground).map(({ row, column, why }) => ({ fact: 'households', row, column, why })),
  ]
}

/** What the register is to hold of a change that was found sound. What a row leaves out stays as it stands. */
export const outcomeOf = (asked: Asked, { standing }: Ground): Outcome => {
  const known = new Map(standing.map(one => [one.code, one]))
  const village = target(asked)
  const kept = (code: string, row: Row = {}): Outcome['enter'][number] => {
    const stands = known.get(code)
    return present({ code, village: asked.change === 'move' ? village : stands?.village ?? village, team: row.team ?? (asked.change === 'move' ? undefined : stands?.team), address: row.door ?? stands?.address, size: row.size ?? stands?.size, grid: row.grid, head: row.head })
  }
  const fresh = asked.rows.map(row => present({ village, team: row.team, address: row.door, size: row.size, grid: row.grid, head: row.head, ...(asked.old !== '' && { of: [asked.old] }) }))
  const codes = asked.rows.flatMap(row => row.household ?? [])
  const old = known.get(asked.old)
  const left = old?.size === null || old?.size === undefined ? undefined : old.size - asked.rows.reduce((sum, row) => sum + (row.size ?? 0), 0)
  switch (asked.change) {
    case 'enter': return { enter: fresh, end: [] }
    // Who leaves with the new households is no longer counted in the one they came of.
    case 'split': return { enter: [kept(asked.old, left === undefined || left < 1 ? {} : { size: left }), ...fresh], end: [] }
    case 'join': {
      const sum = [asked.old, ...codes].reduce<number | undefined>((so, code) => { const size = known.get(code)?.size; return so === undefined || size === null || size === undefined ? undefined : so + size }, 0)
      return { enter: [{ ...kept(asked.old, sum === undefined ? {} : { size: sum }), of: codes }], end: codes }
    }
    case 'end': return { enter: [], end: codes }
    case 'correct': case 'move': return { enter: asked.rows.map(row => kept(row.household ?? '', row)), end: [] }
  }
}
