import { checkIdNumber, checkMobile, checkPersonName, normalise } from './identifiers.ts'
import { mask, maskIdNumber, maskName, maskPhone, maskText } from './mask.ts'
import { checkAreas, type Area } from './shape.ts'
import { isRegionCode, levels, levelOf, type Level } from './region.ts'
import { isObject, words, type Json, type JsonObject, type Words } from './words.ts'
import type { Cell, Checked, Fact, FactKind, Facts, FactTraits, ValueOf } from './fact.ts'

/** The constructors of facts: `text({ zh, en, … })`, `choice(options, { … })`, … */

const good = <T extends Json>(value: T): Checked<T> => ({ ok: true, value })
const bad = (zh: string, en: string): Checked<never> => ({ ok: false, why: words(zh, en) })

type Make<T extends Json> = {
  readonly schema: JsonObject
  readonly check: (value: unknown) => Checked<T>
  readonly mask?: (value: T) => Json
  readonly options?: Readonly<Record<string, Words>>
  readonly register?: string
  readonly columns?: Facts
  readonly optional?: readonly string[]
}

const fact = <T extends Json>(kind: FactKind, traits: FactTraits, make: Make<T>): Fact<T> => ({
  kind,
  label: words(traits.zh, traits.en),
  class: traits.class ?? 'internal',
  basis: traits.basis ?? [],
  ...(traits.search && { search: traits.search }),
  ...(traits.hint && { hint: traits.hint }),
  ...(traits.shared && { shared: traits.shared }),
  ...(traits.ofOffice && { ofOffice: traits.ofOffice }),
  ...(traits.notForSides && { notForSides: traits.notForSides }),
  ...(traits.ofStage && { ofStage: traits.ofStage }),
  ...(traits.kept && { kept: traits.kept }),
  mask: () => '***',
  ...make,
  ...(traits.hidden && { hidden: true, mask: () => mask('hidden', '') }),
})

const codePoints = (value: string): number => Array.from(value).length

/** Free text, `min` to `max` code points (default 1 to 2,000); `lines` asks for a larger field. */
export const text = (traits: FactTraits & { min?: number; max?: number; lines?: number; /** A register whose names are offered; others may be typed. */ suggests?: 'outside-unit' | 'household' | 'points-item' | 'points-reward' }): Fact<string> => {
  const { min = 1, max = 2000, lines = 1, suggests } = traits
  return fact('text', traits, {
    schema: { type: 'string', minLength: min, maxLength: max, 'x-lines': lines, ...(suggests && { 'x-suggests': suggests }) },
    mask: maskText,
    check: value => {
      if (typeof value !== 'string') return bad('须为文字', 'must be text')
      const tidy = normalise(value).trim()
      if (codePoints(tidy) < min) return min === 1 ? bad('请填写', 'is empty') : bad(`至少 ${min} 个字`, `needs at least ${min} characters`)
      return codePoints(tidy) > max ? bad(`最多 ${max} 个字`, `at most ${max} characters`) : good(tidy)
    },
  })
}

/** Words that a step makes on the spot, kept in both languages by `keepWords` and shown in the reader's. Never asked for. */
export const told = (traits: FactTraits): Fact<string> => {
  const fact = text({ ...traits, max: 2000 })
  return { ...fact, schema: { ...fact.schema, 'x-told': true } }
}

/** Names of facts of another matter, joined by 、 or a comma; empty: all of them. Kept as names, shown by their labels. Never asked for. */
export const factNames = (traits: FactTraits): Fact<string> => {
  const fact = text({ ...traits, min: 0, max: 2000 })
  return { ...fact, schema: { ...fact.schema, 'x-names': 'facts' } }
}

/** One of a closed set. */
export const choice = <const O extends Readonly<Record<string, Words>>>(options: O, traits: FactTraits): Fact<keyof O & string> => {
  const isOption = (value: unknown): value is keyof O & string => typeof value === 'string' && Object.hasOwn(options, value)
  return fact<keyof O & string>('choice', traits, {
    schema: { type: 'string', enum: Object.keys(options) },
    options,
    check: value => (isOption(value) ? good(value) : bad('请从所列选项中选择', 'must be one of the options listed')),
  })
}

export const yesNo = (traits: FactTraits): Fact<boolean> =>
  fact('yesNo', traits, {
    schema: { type: 'boolean' },
    check: value => (typeof value === 'boolean' ? good(value) : bad('请选择是或否', 'must be yes or no')),
  })

/** A whole number, `min` to `max` inclusive. */
export const whole = (traits: FactTraits & { min?: number; max?: number; unit?: Words; /** The matter’s table of which it is a row, from 1: forms offer its rows by name, without those that have a value in the column `until`. */ rowOf?: string; until?: string }): Fact<number> => {
  const { min = 0, max = Number.MAX_SAFE_INTEGER, unit, rowOf, until } = traits
  return fact('whole', traits, {
    schema: { type: 'integer', minimum: min, maximum: max, ...(unit && { 'x-unit': unit }), ...(rowOf !== undefined && { 'x-row-of': rowOf }), ...(until !== undefined && { 'x-row-until': until }) },
    check: value =>
      typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
        ? good(value)
        : bad(`须为 ${min} 至 ${max} 的整数`, `must be a whole number from ${min} to ${max}`),
  })
}

export const isDay = (value: string): boolean => {
  const at = Date.parse(`${value}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(value)
}

/** A legal day in Asia/Shanghai, `YYYY-MM-DD`. */
export const day = (traits: FactTraits): Fact<string> =>
  fact('day', traits, {
    schema: { type: 'string', format: 'date' },
    check: value => (typeof value === 'string' && isDay(value) ? good(value) : bad('日期须为年-月-日', 'must be a date, year-month-day')),
  })

/** An instant, ISO 8601 with an offset; kept in UTC. */
export const instant = (traits: FactTraits): Fact<string> =>
  fact('instant', traits, {
    schema: { type: 'string', format: 'date-time' },
    check: value => {
      const at = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : Number.NaN
      return Number.isNaN(at) ? bad('时间格式不正确', 'must be an instant with an offset') : good(new Date(at).toISOString())
    },
  })

/** A place in the tree of regions, at one of the levels given (default: village or grid). That it exists is the register's to say. */
export const region = (traits: FactTraits & { levels?: readonly Level[] }): Fact<string> => {
  const allowed = traits.levels ?? ['village', 'grid']
  return fact('region', traits, {
    schema: { type: 'string', pattern: '^[0-9]{4,15}$', 'x-levels': allowed },
    check: value =>
      typeof value === 'string' && isRegionCode(value) && allowed.includes(levelOf(value))
        ? good(value)
        : bad(`请选择${allowed.map(l => levels[l].zh).join('或')}`, `must be a ${allowed.join(' or ')}`),
  })
}

/** Several places at the levels given (default: villages), at most `max` (default 400), each once, in order of their codes. */
export const regions = (traits: FactTraits & { levels?: readonly Level[]; max?: number }): Fact<readonly string[]> => {
  const { levels: allowed = ['village'], max = 400 } = traits
  const fits = (code: unknown): code is string => typeof code === 'string' && isRegionCode(code) && allowed.includes(levelOf(code))
  return fact<readonly string[]>('regions', traits, {
    schema: { type: 'array', items: { type: 'string', pattern: '^[0-9]{4,15}$' }, minItems: 1, maxItems: max, uniqueItems: true, 'x-levels': allowed },
    check: value =>
      Array.isArray(value) && value.length > 0 && value.length <= max && value.every(fits)
        ? good([...new Set(value)].sort())
        : bad(`请选择 1 至 ${max} 个${allowed.map(l => levels[l].zh).join('或')}`, `must be 1 to ${max} places of level ${allowed.join(' or ')}`),
    mask: value => value.length,
  })
}

const officePattern = /^\d{4,15}\/[a-zA-Z][a-zA-Z0-9-]{0,39}$/

/** An office by its code, `630202/transport`. */
export const office = (traits: FactTraits): Fact<string> =>
  fact('office', traits, {
    schema: { type: 'string', pattern: officePattern.source },
    check: value => (typeof value === 'string' && officePattern.test(value) ? good(value) : bad('请选择单位', 'must be an office')),
  })

/** Several offices, at most `max` (default 10), each once. */
export const offices = (traits: FactTraits & { max?: number; /** Kinds of office that are not offered. */ without?: readonly string[] }): Fact<readonly string[]> => {
  const { max = 10, without } = traits
  return fact<readonly string[]>('offices', traits, {
    schema: { type: 'array', items: { type: 'string', pattern: officePattern.source }, minItems: 1, maxItems: max, uniqueItems: true, ...(without && { 'x-without': without }) },
    check: value => {
      const list = Array.isArray(value) ? value.filter((o): o is string => typeof o === 'string' && officePattern.test(o)) : []
      const given = Array.isArray(value) ? value.length : 0
      return given > 0 && given <= max && list.length === given ? good([...new Set(list)]) : bad(`请选择 1 至 ${max} 个单位`, `must be 1 to ${max} offices`)
    },
  })
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isUuid = (value: unknown): value is string => typeof value === 'string' && uuid.test(value)

/** A colleague in the office that holds the matter, by account id; or somebody of another, which the fact named by `of` says; or of the offices of these `kinds` in the holder’s place. */
export const account = (traits: FactTraits & { of?: string; kinds?: readonly string[] }): Fact<string> =>
  fact('account', traits, {
    schema: { type: 'string', format: 'uuid', ...(traits.of !== undefined && { 'x-office': traits.of }), ...(traits.kinds && { 'x-office-kinds': traits.kinds }) },
    check: value => (isUuid(value) ? good(value) : bad('请选择人员', 'must be a person of the office')),
  })

/** Another matter, by id. */
export const matterRef = (traits: FactTraits): Fact<string> =>
  fact('matter', traits, {
    schema: { type: 'string', format: 'uuid' },
    check: value => (isUuid(value) ? good(value) : bad('请选择事项', 'must be a matter')),
  })

/** Degrees WGS 84 as given, with the datum it was taken in; doors convert GCJ-02 before they call. */
export type Point = { readonly lon: number; readonly lat: number; readonly datum: 'wgs84' | 'gcj02'; readonly metres?: number }

export const point = (traits: FactTraits): Fact<Point> =>
  fact<Point>('point', traits, {
    schema: {
      type: 'object', required: ['lon', 'lat', 'datum'], additionalProperties: false,
      properties: {
        lon: { type: 'number', minimum: 73, maximum: 136 },
        lat: { type: 'number', minimum: 3, maximum: 54 },
        datum: { type: 'string', enum: ['wgs84', 'gcj02'] },
        metres: { type: 'number', minimum: 0, maximum: 100_000, description: 'accuracy, metres' },
      },
    },
    check: value => {
      if (!isObject(value)) return bad('位置格式不正确', 'must be a point')
      const { lon, lat, datum, metres } = value
      if (typeof lon !== 'number' || typeof lat !== 'number' || !(lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54)) {
        return bad('位置不在中国境内', 'lies outside China')
      }
      if (datum !== 'wgs84' && datum !== 'gcj02') return bad('请说明坐标系', 'needs its datum, wgs84 or gcj02')
      const accuracy = typeof metres === 'number' && metres >= 0 && metres <= 100_000 ? { metres } : {}
      return good({ lon, lat, datum, ...accuracy })
    },
  })

/** Grids drawn as areas or by the teams of a village, at most `max` (default 200), each of at most `points` (default 5,000) points. */
export const areas = (traits: FactTraits & { max?: number; points?: number }): Fact<readonly Area[]> => {
  const { max = 200, points = 5000 } = traits
  return fact<readonly Area[]>('areas', traits, {
    schema: {
      type: 'array', minItems: 1, maxItems: max, 'x-points': points,
      items: {
        type: 'object', required: ['code', 'name'],
        properties: {
          code: { type: 'string', pattern: '^([0-9]{3}|[0-9]{15})$' }, name: { type: 'string', minLength: 1, maxLength: 50 },
          teams: { type: 'array', items: { type: 'string', maxLength: 30 }, maxItems: 100 },
          shape: { type: 'object', required: ['type', 'coordinates'], properties: { type: { type: 'string', enum: ['Polygon', 'MultiPolygon'] }, coordinates: { type: 'array', items: {} } }, description: 'GeoJSON, degrees WGS 84' },
        },
      },
    },
    check: value => checkAreas(value, { most: max, points }),
    mask: value => value.length,
  })
}

/** Photos or documents, by the id the file store gave; at most `max` (default 6). `signed`: what somebody signed, so that forms also let it be signed on the spot. */
export const files = (traits: FactTraits & { max?: number; accept?: 'image' | 'any'; signed?: true }): Fact<readonly string[]> => {
  const { max = 6, accept = 'image', signed } = traits
  return fact<readonly string[]>('files', traits, {
    schema: { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: max, 'x-accept': accept, ...(signed && { 'x-signed': true }) },
    check: value => {
      if (!Array.isArray(value) || !value.every(isUuid)) return bad('须为已上传文件的编号，请重新上传', 'must be ids of files uploaded before; please upload them again')
      return value.length <= max ? good([...new Set(value)]) : bad(`最多 ${max} 个文件`, `must be at most ${max} files`)
    },
    mask: value => value.length,
  })
}

/** A person's name: up to 50 code points, rare characters and · allowed. Sensitive unless said otherwise. */
export const personName = (traits: FactTraits): Fact<string> =>
  fact('personName', { class: 'sensitive', ...traits }, {
    schema: { type: 'string', minLength: 1, maxLength: 50 },
    check: value => (typeof value === 'string' ? checkPersonName(value) : bad('请填写姓名', 'must be a name')),
    mask: maskName,
  })

/** A mainland mobile number. */
export const phone = (traits: FactTraits): Fact<string> =>
  fact('phone', { class: 'sensitive', ...traits }, {
    schema: { type: 'string', pattern: '^1[3-9][0-9]{9}$' },
    check: value => (typeof value === 'string' ? checkMobile(value) : bad('请填写手机号', 'must be a mobile number')),
    mask: maskPhone,
  })

export const idNumber = (traits: FactTraits): Fact<string> =>
  fact('idNumber', { class: 'confidential', ...traits }, {
    schema: { type: 'string', pattern: '^[0-9]{17}[0-9X]$' },
    check: value => (typeof value === 'string' ? checkIdNumber(value) : bad('请填写身份证号', 'must be an identity number')),
    mask: maskIdNumber,
  })

/** A row of a reference register (a category, an instrument), by its code. That it exists and is in force is the register's to say. Where the register is of an office, the fact named by `of` says which. */
export const reference = (register: string, traits: FactTraits & { of?: string }): Fact<string> =>
  fact('reference', traits, {
    schema: { type: 'string', pattern: '^[a-z0-9][a-z0-9.-]{0,59}$', 'x-register': register, ...(traits.of !== undefined && { 'x-office': traits.of }) },
    register,
    check: value =>
      typeof value === 'string' && /^[a-z0-9][a-z0-9.-]{0,59}$/.test(value) ? good(value) : bad('请从目录中选择', 'must be chosen from the register'),
  })

/** Somebody concerned: name, and a phone where given. */
export type Person = { readonly name: string; readonly phone?: string }

/** People concerned, between `atLeast` and `atMost` (default 1 and 50). */
export const people = (traits: FactTraits & { atLeast?: number; atMost?: number }): Fact<readonly Person[]> => {
  const { atLeast = 1, atMost = 50 } = traits
  return fact<readonly Person[]>('people', { class: 'sensitive', ...traits }, {
    schema: {
      type: 'array', minItems: atLeast, maxItems: atMost,
      items: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, phone: { type: 'string' } } },
    },
    check: value => {
      if (!Array.isArray(value) || value.length < atLeast || value.length > atMost) {
        return bad(`须有 ${atLeast} 至 ${atMost} 人`, `must be ${atLeast} to ${atMost} people`)
      }
      const list: Person[] = []
      for (const one of value as readonly unknown[]) {
        if (!isObject(one) || typeof one['name'] !== 'string') return bad('请填写姓名', 'each needs a name')
        const name = checkPersonName(one['name'])
        if (!name.ok) return name
        const number = typeof one['phone'] === 'string' && one['phone'] !== '' ? checkMobile(one['phone']) : undefined
        if (number && !number.ok) return number
        list.push({ name: name.value, ...(number && { phone: number.value }) })
      }
      return good(list)
    },
    mask: value => value.map(one => ({ name: maskName(one.name), ...(one.phone && { phone: maskPhone(one.phone) }) })),
  })
}

/** One row of a table: a value by column; one left empty is absent. */
export type RowOf<C> = { readonly [K in keyof C]?: ValueOf<C[K]> }

/** Faults of cells told at once; who mends them sees the rest next time. */
const mostCells = 200

/**
 * A table: rows of the columns given, between `min` and `max` of them (default 1 and 500). `optional` names columns that may be left empty,
 * `once` one in which no value stands twice. A row in which nothing is filled in is left out; what is wrong is told cell by cell.
 */
export const rows = <const C extends Facts>(columns: C, traits: FactTraits & { min?: number; max?: number; optional?: readonly (keyof NoInfer<C> & string)[]; once?: keyof NoInfer<C> & string }): Fact<readonly (RowOf<C> & { readonly [column: string]: Json })[]> => {
  const { min = 1, max = 500, optional = [], once } = traits
  const names = Object.keys(columns)
  type Row = RowOf<C> & { readonly [column: string]: Json }
  return fact<readonly Row[]>('rows', traits, {
    schema: {
      type: 'array', minItems: min, maxItems: max,
      items: {
        type: 'object', additionalProperties: false, required: names.filter(name => !optional.includes(name)),
        properties: Object.fromEntries(Object.entries(columns).map(([name, { schema, label }]) => [name, { ...schema, description: `${label.zh} · ${label.en}` }])),
      },
    },
    columns, optional, ...(once !== undefined && { once }),
    check: value => {
      if (!Array.isArray(value)) return bad('须为表格', 'must be a table')
      const cells: Cell[] = []
      const checked = value.flatMap((row: unknown, at): readonly Row[] => {
        if (!isObject(row)) { cells.push({ row: at, column: names[0] ?? '', why: words('须为一行', 'must be a row') }); return [] }
        const given = Object.entries(row).filter(([, cell]) => cell !== null && cell !== undefined && cell !== '')
        if (given.length === 0) return []
        const strange = given.find(([name]) => !Object.hasOwn(columns, name))
        if (strange) cells.push({ row: at, column: strange[0], why: words('没有这一列', 'there is no such column') })
        return [checkRow(columns, optional, Object.fromEntries(given), (column, why) => cells.push({ row: at, column, why })) as Row]
      })
      cells.push(...twice(once, value as readonly unknown[]))
      if (cells.length > 0) return { ok: false, why: words(`表格有 ${cells.length} 处需要修改`, `${cells.length} cell(s) need mending`), cells: cells.slice(0, mostCells) }
      return checked.length >= min && checked.length <= max ? good(checked) : bad(`须有 ${min} 至 ${max} 行`, `must have ${min} to ${max} rows`)
    },
    mask: value => value.length,
  })
}

/** Cells of a column that say again what a row above says; rows are counted from 0. */
export const twice = (once: string | undefined, list: readonly unknown[]): readonly Cell[] => {
  if (once === undefined) return []
  const first = new Map<unknown, number>()
  return list.flatMap((row, at): readonly Cell[] => {
    const value = isObject(row) ? row[once] : undefined
    if (value === undefined || value === null || value === '') return []
    const above = first.get(value)
    if (above === undefined) first.set(value, at)
    return above === undefined ? [] : [{ row: at, column: once, why: words(`与第 ${above + 1} 行重复`, `Row ${above + 1} says it already`) }]
  })
}

/** A row by its columns, each fault told to `wrong`. */
export const checkRow = (columns: Facts, optional: readonly string[], row: JsonObject | { readonly [column: string]: unknown }, wrong: (column: string, why: Words) => void): { readonly [column: string]: Json } =>
  Object.fromEntries(Object.entries(columns).flatMap(([name, column]) => {
    if (row[name] === undefined) {
      if (!optional.includes(name)) wrong(name, words(`请填写${column.label.zh}`, `${column.label.en} is needed`))
      return []
    }
    const cell = column.check(row[name])
    if (cell.ok) return [[name, cell.value]]
    wrong(name, cell.why)
    return []
  }))
