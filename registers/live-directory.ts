import { legalDay } from '../kernel/calendar.ts'
import type { Source } from '../kernel/clock.ts'
import type { Period } from '../kernel/period.ts'
import { system } from '../kernel/post.ts'
import { words } from '../kernel/words.ts'
import type { Database, Tx } from '../store/database.ts'
import type { Category } from './categories.ts'
import { makeDirectory, type Directory, type Reference } from './directory.ts'
import { makeGrids, readShapes, type Grids } from './grids/shapes.ts'
import type { RouteRow } from './routes.ts'
import type { UnitKind } from './unit.ts'

/** The directory in memory of a server, read anew when another changed the reference data or the legal day turned. */
export type LiveDirectory = {
  readonly now: Directory
  /** Areas of grids and boundaries, by which points are located. */
  readonly grids: Grids
  /** Looks at the version row (one small read) and reloads if it moved. Call it from time to time, and after a write of one's own. */
  refresh(at?: Date): Promise<boolean>
}

/** Opens the directory of a database whose reference data is installed. */
export const openDirectory = async (database: Database, at = new Date()): Promise<LiveDirectory> => {
  const load = (day: string) => database.scoped(system, tx => readDirectory(tx, day))
  let loaded = await load(legalDay(at))
  let loading: Promise<boolean> | undefined
  const refresh = async (now: Date): Promise<boolean> => {
    const day = legalDay(now)
    const version = await database.scoped(system, readVersion)
    if (version === loaded.version && day === loaded.day) return false
    loaded = await load(day)
    return true
  }
  return {
    get now() { return loaded.directory },
    get grids() { return loaded.grids },
    // Several asking at once share one read.
    refresh: (now = new Date()) => (loading ??= refresh(now).finally(() => { loading = undefined })),
  }
}

const readVersion = async (tx: Tx): Promise<string> => {
  const [row] = await tx.query<{ version: string }>('select version::text as version from reference_version')
  return row?.version ?? ''
}

type CategoryRead = Omit<Category, 'limit'> & {
  readonly ended: boolean
  readonly amount: number | null
  readonly unit: Period['unit'] | null
  readonly source: Source['kind'] | null
  readonly source_zh: string | null
  readonly source_en: string | null
}

type RouteRead = Omit<RouteRow, 'category' | 'group' | 'urban'> & { readonly category: string | null; readonly group: string | null; readonly urban: boolean | null }

const ended = (row: { readonly ended: boolean }): { readonly ended?: true } => (row.ended ? { ended: true } : {})

/** Everything in force on a legal day, and what ended before. */
export const readDirectory = async (tx: Tx, day: string): Promise<{ readonly version: string; readonly day: string; readonly directory: Directory; readonly grids: Grids }> => {
  const version = await readVersion(tx)
  const regions = await tx.query<{ code: string; listed: string; name: string; kind: UnitKind; pinyin: string; ended: boolean }>(
    'select code, listed, name, kind, pinyin, until is not null and until <= $1::date as ended from region where since <= $1::date order by code', [day])
  const offices = await tx.query<{ code: string; zh: string; en: string; superior: string | null; ended: boolean }>(
    'select code, zh, en, superior, until is not null and until <= $1::date as ended from office where since <= $1::date order by region, since, code', [day])
  const groups = await tx.query<{ code: string; zh: string; en: string }>('select code, zh, en from category_group order by place, code')
  const categories = await tx.query<CategoryRead>(
    `select code, "group", zh, en, community, limit_amount as amount, limit_unit as unit, source_kind as source, source_zh, source_en, ended
     from (
       select distinct on (code) c.*, g.place as group_place, c.until is not null and c.until <= $1::date as ended
       from category c join category_group g on g.code = c."group" where c.since <= $1::date order by c.code, c.since desc
     ) latest order by group_place, place, code`, [day])
  const routes = await tx.query<RouteRead>(
    `select id, category, "group", scope, urban, "from", level, kind, priority, zh, en from route
     where since <= $1::date and (until is null or until > $1::date) order by id`, [day])
  const reference: Reference = {
    regions: regions.map(row => ({ code: row.code, listed: row.listed, name: row.name, kind: row.kind, pinyin: row.pinyin, ...ended(row) })),
    offices: offices.map(row => ({ code: row.code, zh: row.zh, en: row.en, ...(row.superior !== null && { superior: row.superior }), ...ended(row) })),
    groups: groups.map(({ code, zh, en }) => ({ code, zh, en })),
    categories: categories.map(row => ({ code: row.code, group: row.group, zh: row.zh, en: row.en, community: row.community, ...limitOf(row), ...ended(row) })),
    routes: routes.map(({ category, group, urban, ...rest }) => ({
      ...rest, ...(category !== null && { category }), ...(group !== null && { group }), ...(urban !== null && { urban }),
    })),
  }
  return { version, day, directory: makeDirectory(reference), grids: makeGrids(await readShapes(tx, day)) }
}

const limitOf = (row: CategoryRead): Pick<Category, 'limit'> => {
  const { amount, unit, source: kind, source_zh, source_en } = row
  if (amount === null || unit === null || kind === null) return {}
  return { limit: { period: { amount, unit }, source: { kind, words: words(source_zh ?? '', source_en ?? ''), article: '21.4', confirmed: true } } }
}
