import { Refused, type Fault } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { Compile } from 'typebox/compile'
import { badRequest } from '../http/refusals.ts'
import type { Box } from '../../kernel/shape.ts'
import type { Collection, During } from './collection.ts'

/** How many features a page holds where nobody says, and at most. */
export const usualLimit = 100
export const mostLimit = 1000

const fault = (fact: string, zh: string, en: string): Refused => new Refused(badRequest([{ fact, why: words(zh, en) }]))

/** Four numbers, or six with heights, which are not looked at. */
export const boxOf = (text: string): Box => {
  const numbers = text.split(',').map(part => (part.trim() === '' ? NaN : Number(part)))
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers.length === 6 ? [numbers[0], numbers[1], numbers[3], numbers[4]] : numbers
  const right = (numbers.length === 4 || numbers.length === 6) && numbers.every(Number.isFinite) && Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north
  if (!right) throw fault('bbox', '须为 西,南,东,北 四个数（经纬度）', 'must be west,south,east,north in degrees')
  return [west, south, east, north]
}

const instantPattern = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/i

const endOf = (text: string, last: boolean): Date | undefined => {
  if (text === '' || text === '..') return undefined
  // A bare day is all of it, as legal days go.
  const at = new Date(text.length === 10 ? `${text}T${last ? '23:59:59.999' : '00:00:00'}+08:00` : text)
  if (!instantPattern.test(text) || Number.isNaN(at.getTime())) throw fault('datetime', '须为 RFC 3339 时刻或区间（a/b、../b、a/..）', 'must be an RFC 3339 instant or interval (a/b, ../b, a/..)')
  return at
}

export const duringOf = (text: string): During => {
  const [first = '', second, more] = text.split('/')
  const span = second !== undefined
  const [from, to] = [endOf(first, false), endOf(second ?? first, true)]
  const nothing = from === undefined && to === undefined
  if (more !== undefined || nothing || (!span && first === '..') || (from && to && from.getTime() > to.getTime())) throw fault('datetime', '区间不正确', 'is no interval')
  return { ...(from && { from }), ...(to && { to }) }
}

const limitOf = (text: string): number => {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw fault('limit', '须为正整数', 'must be a whole number, 1 or more')
  return Math.min(Number(text), mostLimit)
}

export type Query = { readonly limit: number; readonly cursor?: string; readonly bbox?: Box; readonly during?: During; readonly where: { readonly [parameter: string]: string } }

/** A page's query, judged; a parameter that the collection does not know is refused, as the standard has it. */
export const queryOf = (collection: Collection, query: { readonly [name: string]: unknown }): Query => {
  const own = ['limit', 'cursor', 'bbox', 'datetime', 'f', ...Object.keys(collection.parameters)]
  const faults: Fault[] = []
  const given: { [name: string]: string } = {}
  for (const [name, value] of Object.entries(query)) {
    if (!own.includes(name)) faults.push({ fact: name, why: words('不接受此项', 'is not taken here') })
    else if (typeof value !== 'string') faults.push({ fact: name, why: words('只能给出一次', 'may be given once') })
    else given[name] = value
  }
  for (const [name, { schema }] of Object.entries(collection.parameters)) {
    if (given[name] !== undefined && !Compile(schema).Check(given[name])) faults.push({ fact: name, why: words('格式不正确', 'is not in the right form') })
  }
  const { limit, cursor, bbox, datetime, f, ...where } = given
  if (f !== undefined && f !== 'json') faults.push({ fact: 'f', why: words('只有 json', 'there is json alone') })
  if (faults.length > 0) throw new Refused(badRequest(faults))
  return {
    where, limit: limit === undefined ? usualLimit : limitOf(limit), ...(cursor !== undefined && { cursor }),
    ...(bbox !== undefined && { bbox: boxOf(bbox) }), ...(datetime !== undefined && { during: duringOf(datetime) }),
  }
}
