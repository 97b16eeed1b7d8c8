import { randomUUID } from 'node:crypto'
import { system } from '../../kernel/post.ts'
import { isFinal } from '../../kernel/procedure.ts'
import { refuse, Refused } from '../../kernel/refusal.ts'
import type { Area } from '../../kernel/shape.ts'
import { isObject, words, type JsonObject } from '../../kernel/words.ts'
import { actIn } from '../../store/act.ts'
import type { Tx } from '../../store/database.ts'
import { versionOf, type House, type Recorder } from '../../store/house.ts'
import { placeKey } from '../pinyin.ts'
import { pointIn84 } from './datum.ts'
import { endHouseholds, writeHouseholds } from './households.ts'
import { makeLocator } from './locate.ts'
import { carryOut, recordMoves } from './posts.ts'
import { textIn, textsIn } from './row.ts'
import { shapesOf, writeShapes } from './shapes.ts'

/** New grids as regions, in force from a legal day. */
export const writeRegions = async (tx: Tx, grids: readonly { readonly code: string; readonly name: string }[], since: string): Promise<void> => {
  await tx.query(
    `insert into region (code, listed, name, kind, pinyin, since) select r.code, r.name, r.name, 'grid', r.pinyin, $2::date from jsonb_to_recordset($1::text::jsonb) as r(code text, name text, pinyin text)`,
    [JSON.stringify(grids.map(({ code, name }) => ({ code, name, pinyin: placeKey(name) }))), since])
}

/** Carries an adopted change into the register, in force from its day: what ends keeps its row and names its successors. */
export const recordGrids = async (tx: Tx, row: JsonObject): Promise<void> => {
  const [county, since, source, change] = [textIn(row, 'county'), textIn(row, 'since'), textIn(row, 'source'), textIn(row, 'change')]
  const old = textsIn(row, 'old')
  const grids = (Array.isArray(row['grids']) ? row['grids'] as readonly unknown[] : []).filter(isObject) as readonly unknown[] as readonly Area[]
  if (change !== 'redraw' && grids.length > 0) await writeRegions(tx, grids, since)
  if (old.length > 0) await endGrids(tx, county, old, grids.map(grid => grid.code), since)
  await writeShapes(tx, county, grids.flatMap(({ code, shape }) => (shape ? [{ code, shape, schematic: row['schematic'] === true }] : [])), { since, source })
  await writeHouseholds(tx, county, grids, { since, source })
}

const endGrids = async (tx: Tx, county: string, old: readonly string[], successors: readonly string[], since: string): Promise<void> => {
  const list = `{${old.join(',')}}`
  const ended = await tx.query(`update region set until = $2::date where code = any($1::text[]) and until is null and since < $2::date returning code`, [list, since])
  if (ended.length !== old.length) throw new Refused(refuse('grid-ended', words('原网格中有的已经撤销', 'One of the grids has ended already'), { remedy: words('请重新提出', 'Propose it anew') }))
  await tx.query(`update region_shape set until = $3::date where county = $1 and code = any($2::text[]) and (until is null or until > $3::date) and since < $3::date`, [county, list, since])
  await endHouseholds(tx, county, old, since)
  await tx.query(
    `insert into region_successor (code, successor, since) select o.code, s.code, $3::date from unnest($1::text[]) as o(code) cross join unnest($2::text[]) as s(code)`, [list, `{${successors.join(',')}}`, since])
}

const rename = async (tx: Tx, names: unknown): Promise<void> => {
  const given = (Array.isArray(names) ? names : []).filter(isObject).map(({ code, name }) => ({ code, name, pinyin: placeKey(typeof name === 'string' ? name : '') }))
  if (given.length === 0) return
  await tx.query(
    `update region g set name = r.name, listed = r.name, pinyin = r.pinyin from jsonb_to_recordset($1::text::jsonb) as r(code text, name text, pinyin text)
     where g.code = r.code and g.name <> r.name`, [JSON.stringify(given)])
}

type Moving = { readonly id: string; readonly region: string; readonly procedure: string; readonly version: string; readonly stage: string; readonly facts: JsonObject }

/** Where a matter goes whose grid ended: the successor its point lies in, the only one there is, else the village. */
const goesTo = (matter: Moving, pointed: readonly string[], successors: readonly string[], find: (at: readonly [number, number]) => string | undefined): string => {
  const [only, ...others] = successors
  if (only !== undefined && others.length === 0) return only
  const [point] = pointed.flatMap(name => { const value = matter.facts[name]; return isObject(value) ? [value] : [] })
  const at = point && typeof point['lon'] === 'number' && typeof point['lat'] === 'number' ? pointIn84([point['lon'], point['lat']], point['datum'] === 'gcj02' ? 'gcj02' : 'wgs84') : undefined
  const found = at && find(at)
  return found !== undefined && successors.includes(found) ? found : matter.region.slice(0, 12)
}

/** As the day of a change comes: redrawn grids bear the names given with it, and what stands open in grids that ended moves, each matter by an entry of its own; appointments go with their posts. `house` is asked for when a row comes, for this is part of it. */
export const gridRecorders = (house: () => House): { readonly [name: string]: Recorder } => ({
  grids: recordGrids,
  'post-moves': (tx, row, at) => recordMoves(tx, house(), row, at),
  'grids-in-force': async (tx, row, at) => {
    await rename(tx, row['names'])
    const [county, since] = [textIn(row, 'county'), textIn(row, 'since')]
    for (const grid of textsIn(row, 'old')) {
      const successors = (await tx.query<{ successor: string }>('select successor from region_successor where code = $1 order by successor', [grid])).map(one => one.successor)
      const locator = makeLocator(await shapesOf(tx, county, successors, since))
      const moving = await tx.query<Moving>(
        `select m.id, m.region, m.procedure, m.version::text as version, m.stage, m.facts || coalesce(i.facts, '{}') as facts from matter m left join matter_internal i on i.county = m.county and i.id = m.id
         where m.county = $1 and m.region = $2 and (m.open or m.due < 'infinity') and not exists (
           select from post p where p.region = $2 and p.ended is null and (p.until is null or p.until > $3::timestamptz)
             and (m.id = p.id or exists (select from link l where l.county = $1 and l.matter = p.id and l.kind = 'grid-appointment' and l.other = m.id)))
           and not (m.procedure = 'appointment' and m.stage = 'proposed') order by m.id`, [county, grid, at.toISOString()])
      for (const matter of moving) {
        const procedure = versionOf(house(), matter.procedure, matter.version)
        if (isFinal(procedure, matter.stage)) continue
        const pointed = Object.entries(procedure.facts).flatMap(([name, fact]) => (fact.kind === 'point' ? [name] : []))
        await actIn(tx, house(), system, { id: randomUUID(), step: 'rezone', matter: matter.id, county, input: { newPlace: goesTo(matter, pointed, successors, point => locator.find(point)) } }, at)
      }
    }
    await carryOut(tx, house(), { county, source: textIn(row, 'source') }, at)
  },
})
