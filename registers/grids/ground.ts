import { legalDay } from '../../kernel/calendar.ts'
import { keepWords } from '../../kernel/kept-words.ts'
import type { Fault } from '../../kernel/refusal.ts'
import { rangeOf } from '../../kernel/region.ts'
import type { Area } from '../../kernel/shape.ts'
import { isObject, words, type Words } from '../../kernel/words.ts'
import { figure } from '../../regulation/rules.ts'
import type { Tx } from '../../store/database.ts'
import type { Loader } from '../../store/house.ts'
import type { LiveDirectory } from '../live-directory.ts'
import { adoptedRules } from '../rules.ts'
import { weighApart } from './apart.ts'
import type { Cover, Sliver } from './cover.ts'
import type { Weighed } from './weigh.ts'
import { beyond, teamsOf } from './households.ts'
import type { GridFault } from './judge.ts'
import { textIn, textsIn } from './row.ts'
import { readShapes, shapesOf, type RegionShape } from './shapes.ts'

const areasIn = (value: unknown): readonly Area[] => (Array.isArray(value) ? value.filter(isObject) as readonly unknown[] as readonly Area[] : [])

export type GridFigures = { readonly outside: number; readonly sliver: Sliver; readonly border: number; readonly least: number; readonly most: number; readonly points: number }

/** Figures of the law on a legal day, adopted local ones included. */
export const gridFigures = async (tx: Tx, day: string): Promise<GridFigures> => {
  const local = await adoptedRules(tx)
  const of = (name: 'grid.outside' | 'grid.sliver' | 'grid.sliver-width' | 'grid.border' | 'grid.households-least' | 'grid.households-most' | 'grid.points'): number => figure(name, day, local).value
  return { outside: of('grid.outside'), sliver: { area: of('grid.sliver'), width: of('grid.sliver-width') / 100 }, border: of('grid.border'), least: of('grid.households-least'), most: of('grid.households-most'), points: of('grid.points') }
}

type Standing = { readonly code: string; readonly ended: boolean }

/** Grids of villages that stand or once stood, and whether they have ended, or will, by a day already fixed. */
export const standingIn = (tx: Tx, villages: readonly string[]): Promise<readonly Standing[]> =>
  tx.query<Standing>(`select code, until is not null as ended from region where parent = any($1::text[]) order by code`, [`{${villages.join(',')}}`])

/** Boundaries and grids around some villages on a legal day. */
export const aroundThem = async (tx: Tx, county: string, villages: readonly string[], day: string): Promise<{ readonly bounds: readonly RegionShape[]; readonly grids: readonly RegionShape[] }> => {
  const townships = [...new Set(villages.map(village => village.slice(0, 9)))]
  const [bounds, ...near] = await Promise.all([shapesOf(tx, county, [...villages, ...townships, county], day), ...townships.map(township => readShapes(tx, day, rangeOf(township)))])
  return { bounds, grids: near.flat().filter(one => one.code.length === 15) }
}

/** Grids as they are drawn, judged against what stands around them: what is wrong and where, and whether their places would be covered. Codes are whole. */
export const judgeDrawn = async (tx: Tx, { county, old, grids, day }: { readonly county: string; readonly old: readonly string[]; readonly grids: readonly Area[]; readonly day: string }): Promise<Weighed> => {
  const villages = [...new Set([...old, ...grids.map(grid => grid.code)].map(code => code.slice(0, 12)))]
  const [near, figures] = [await aroundThem(tx, county, villages, day), await gridFigures(tx, day)]
  return weighDrawn(near, figures, { villages, old, grids })
}

type Near = Awaited<ReturnType<typeof aroundThem>>

const weighDrawn = async ({ bounds, grids: standing }: Near, { outside, sliver }: GridFigures, { villages, old, grids }: { readonly villages: readonly string[]; readonly old: readonly string[]; readonly grids: readonly Area[] }): Promise<Weighed> => {
  const replaced = new Set([...old, ...grids.map(grid => grid.code)])
  const beside = standing.filter(one => !replaced.has(one.code))
  const before = standing.filter(one => replaced.has(one.code))
  const own = (code: string): boolean => villages.some(village => code.startsWith(village))
  const all = [...beside.filter(one => own(one.code)), ...grids.flatMap(({ code, shape }) => (shape ? [{ code, shape }] : []))]
  const whole = villages.length === 1 ? bounds.find(one => one.code === villages[0])?.shape : undefined
  return weighApart({ drawn: grids, bounds, beside, before, outside, sliver, all, ...(whole && { whole }) })
}

type Change = { readonly change: string; readonly old: readonly string[]; readonly grids: readonly Area[] }

const at = (fact: 'old' | 'grids' | 'place', why: Words): Fault => ({ fact, why })

/** Codes that can't be used so: a grid that is drawn must be new, one that is redrawn or ends must stand. */
const wrongCodes = ({ change, old, grids }: Change, standing: readonly Standing[]): readonly Fault[] => {
  const now = new Map(standing.map(one => [one.code, one]))
  const gone = (code: string, fact: 'old' | 'grids'): readonly Fault[] => {
    const known = now.get(code)
    if (!known) return [at(fact, words(`没有网格 ${code}`, `There is no grid ${code}`))]
    return known.ended ? [at(fact, words(`网格 ${code} 已撤销或已定撤销日期`, `Grid ${code} has ended, or its last day is fixed`))] : []
  }
  const used = ({ code }: Area): readonly Fault[] => (now.has(code) ? [at('grids', words(`编码 ${code} 已用过，新网格须用新编码`, `Code ${code} was used before; a new grid bears a new one`))] : [])
  return [...old.flatMap(code => gone(code, 'old')), ...grids.flatMap(grid => (change === 'redraw' ? gone(grid.code, 'grids') : used(grid)))]
}

const named = ({ code, why }: GridFault): Words => words(`${code}：${why.zh}`, `${code}: ${why.en}`)

const measured = ({ gaps, overlaps, bounded }: Cover): Words => {
  const sum = (list: Cover['gaps']): number => Math.round(list.reduce((all, one) => all + one.area, 0))
  const told = (zh: string, en: string, list: Cover['gaps']): Words => (list.length === 0 ? words(`没有${zh}`, `no ${en}`) : words(`${zh} ${list.length} 处共 ${sum(list)} 平方米`, `${list.length} ${en}${list.length === 1 ? '' : 's'} of ${sum(list)} m² in all`))
  const [a, b] = [told('缝隙', 'gap', gaps), told('重叠', 'overlap', overlaps)]
  return words(`覆盖检查：${a.zh}${bounded ? '' : '（村界未知，只查网格之间）'}，${b.zh}`, `Coverage: ${a.en}${bounded ? '' : ' (the boundary is not known; between grids only)'}, ${b.en}`)
}

/**
 * What the registers say of a change of grids: bad codes and areas, each with its place, and what the change touches — coverage afterwards,
 * matters that move, posts that must go somewhere, grids that are large. Counted over what the asker sees; kept in both languages.
 */
export const groundLoader = (live: LiveDirectory): Loader => async (tx, ask) => {
  const [county, place, since] = [textIn(ask, 'county'), textIn(ask, 'place'), textIn(ask, 'since')]
  const [old, grids] = [textsIn(ask, 'old'), areasIn(ask['grids'])]
  const villages = [...new Set([...old, ...grids.map(grid => grid.code)].filter(code => code.length === 15).map(code => code.slice(0, 12)))]
  const strange = villages.filter(village => { const known = live.now.region(village); return known === undefined || known.ended === true })
  if (strange.length > 0) return { faults: strange.map(village => at('grids', words(`没有村（社区）${village}`, `There is no village ${village}`))), affects: '' }
  const [standing, near, figures, teams, touched] = await Promise.all([
    standingIn(tx, villages), aroundThem(tx, county, villages, since === '' ? legalDay(new Date(0)) : since), gridFigures(tx, since === '' ? '2023-02-01' : since), teamsOf(tx, county, villages), touchedBy(tx, old),
  ])
  const { faults: found, cover: check } = await weighDrawn(near, figures, { villages, old, grids })
  const faults = [
    ...wrongCodes({ change: textIn(ask, 'change'), old, grids }, standing),
    ...found.filter(one => one.grave).map(one => at('grids', named(one))),
    ...unknownTeams(grids, teams),
  ]
  const sizes = beyond(grids.flatMap(grid => (grid.teams ? [{ code: grid.code, households: teams.filter(one => grid.code.startsWith(one.village) && grid.teams?.includes(one.team)).reduce((sum, one) => sum + one.n, 0) }] : [])), figures)
  const said = [
    words(`施行后${live.now.region(place)?.name ?? place}有 ${new Set([...standing.filter(one => !one.ended && !old.includes(one.code)).map(one => one.code), ...grids.map(grid => grid.code)]).size} 个网格`,
      `Afterwards ${new Set([...standing.filter(one => !one.ended && !old.includes(one.code)).map(one => one.code), ...grids.map(grid => grid.code)]).size} grids in ${live.now.region(place)?.en ?? place}`),
    measured(check),
    ...(old.length > 0 ? [words(`在办事项 ${touched.open} 件随之转入；网格员岗位 ${touched.posts} 个须确定去向`, `open matters that move along: ${touched.open}; posts of grid workers for which it is to be said where they go: ${touched.posts}`)] : []),
    ...sizes.map(({ code, households, side }) => (side === 'above' ? words(`${code} 有 ${households} 户，超过 ${figures.most} 户`, `${code} holds ${households} households, more than ${figures.most}`) : words(`${code} 有 ${households} 户，不足 ${figures.least} 户`, `${code} holds ${households} households, fewer than ${figures.least}`))),
    ...found.filter(one => !one.grave).map(named),
  ]
  return { faults, affects: keepWords(words(said.map(one => one.zh).join('；'), said.map(one => one.en).join('; '))).slice(0, 1900) }
}

const unknownTeams = (grids: readonly Area[], teams: readonly { readonly village: string; readonly team: string }[]): readonly Fault[] => grids.flatMap(({ code, teams: named = [] }) =>
  named.filter(team => !teams.some(one => code.startsWith(one.village) && one.team === team)).map(team => at('grids', words(`${code}：本村户籍中没有“${team}”`, `${code}: no household of the village is of “${team}”`))))

const touchedBy = async (tx: Tx, old: readonly string[]): Promise<{ readonly open: number; readonly posts: number }> => {
  if (old.length === 0) return { open: 0, posts: 0 }
  const [row] = await tx.query<{ open: number; posts: number }>(
    `select (select count(*)::int from matter where county = left($2, 6) and region = any($1::text[]) and open and procedure <> 'appointment') as open,
       (select count(*)::int from post where region = any($1::text[]) and kind = 'gridWorker' and ended is null and (until is null or until > now())) as posts`, [`{${old.join(',')}}`, old[0] ?? ''])
  return row ?? { open: 0, posts: 0 }
}
