import { isInside } from '../../kernel/plane.ts'
import { isRegionCode, levelOf } from '../../kernel/region.ts'
import { Refused } from '../../kernel/refusal.ts'
import type { Position } from '../../kernel/shape.ts'
import { words, type JsonObject } from '../../kernel/words.ts'
import type { Directory } from '../../registers/directory.ts'
import type { Grids } from '../../registers/grids/shapes.ts'
import { bad } from './errors.ts'
import { serviceOf } from './services.ts'

/** A form as it was sent, by field. */
export type Form = { readonly [field: string]: string }

const given = (form: Form, ...fields: readonly string[]): string | undefined =>
  fields.map(field => form[field]?.trim()).find(value => value !== undefined && value !== '')

/** What is known of places. `border`: metres within which a point counts as near a border. */
export type Ground = { readonly directory: Directory; readonly grids: Grids; readonly border: number }

const byCode = (directory: Directory, code: string): string => {
  const region = isRegionCode(code) ? directory.region(code) : undefined
  if (!region || region.ended || (levelOf(code) !== 'village' && levelOf(code) !== 'grid')) throw new Refused(bad('address_id', words('没有这个村（社区）', 'there is no such village or community')))
  return code
}

/** Villages at a point: by their grids, else by their own boundaries. */
const villagesAt = ({ grids, border }: Ground, at: Position): readonly string[] => {
  const near = [...new Set(grids.locator.near(at, border).map(one => one.code.slice(0, 12)))]
  return near.length > 0 ? near : grids.inside('').filter(one => one.code.length === 12 && isInside(one.shape, at)).map(one => one.code)
}

/** The village or community of a report: by its code, by a point that lies in one alone, or by an address that names one alone. */
const placeOf = (ground: Ground, form: Form, at: Position | undefined): string => {
  const { directory } = ground
  const code = given(form, 'address_id', 'attribute[place]')
  if (code !== undefined) return byCode(directory, code)
  const there = at === undefined ? [] : villagesAt(ground, at)
  if (there[0] !== undefined && there.length === 1) return there[0]
  const address = given(form, 'address_string')
  const named = address === undefined ? [] : directory.searchRegions(address, { level: 'village', limit: 4 }).map(one => one.code)
  const found = there.length === 0 ? named : named.filter(one => there.includes(one))
  if (found[0] !== undefined && found.length === 1) return found[0]
  const like = (there.length > 0 ? there : found).map(one => `${directory.path(one).join('')} ${one}`).join('、')
  throw new Refused(bad('address_id', like !== ''
    ? words(`可能是多个地方，请给出代码：${like}`, `it may be several places; give the code: ${like}`)
    : words('认不出所在村（社区），请给出 12 位代码（address_id）', 'the village or community can’t be told; give its 12-digit code (address_id)')))
}

const numberIn = (form: Form, field: string): number | undefined => {
  const text = given(form, field)
  if (text === undefined) return undefined
  const value = Number(text)
  if (!Number.isFinite(value)) throw new Refused(bad(field, words('须为数字', 'must be a number')))
  return value
}

/** Family name first in Chinese, last in English. */
const nameOf = (form: Form): string | undefined => {
  const [first, last] = [given(form, 'first_name'), given(form, 'last_name')]
  if (first === undefined || last === undefined) return first ?? last
  return /^\p{sc=Han}/u.test(last) ? `${last}${first}` : `${first} ${last}`
}

/** What the step `report` is given for a form. What GeoReport also allows and nobody here needs (e-mail, device, account) is not read. */
export const inputOf = (ground: Ground, form: Form): JsonObject & { readonly place: string } => {
  const code = given(form, 'service_code')
  if (code === undefined) throw new Refused(bad('service_code', words('必须给出', 'is needed')))
  const category = serviceOf(ground.directory, code)
  const [lat, lon] = [numberIn(form, 'lat'), numberIn(form, 'long')]
  if ((lat === undefined) !== (lon === undefined)) throw new Refused(bad(lat === undefined ? 'lat' : 'long', words('经纬度须同时给出', 'give both lat and long')))
  const anonymous = given(form, 'attribute[anonymous]')
  if (anonymous !== undefined && anonymous !== 'yes' && anonymous !== 'no') throw new Refused(bad('attribute[anonymous]', words('须为 yes 或 no', 'must be yes or no')))
  const coded = given(form, 'address_id', 'attribute[place]') !== undefined || lat !== undefined
  const spot = given(form, 'attribute[spot]') ?? (coded ? given(form, 'address_string') : undefined)
  const [name, phone] = [nameOf(form), given(form, 'phone')]
  return {
    text: given(form, 'description') ?? '', category: category.code, place: placeOf(ground, form, lat !== undefined && lon !== undefined ? [lon, lat] : undefined),
    ...(spot !== undefined && { spot }), ...(lat !== undefined && lon !== undefined && { point: { lat, lon, datum: 'wgs84' } }),
    ...(anonymous === 'yes' && { anonymous: true }), ...(name !== undefined && { contactName: name }), ...(phone !== undefined && { contactPhone: phone }),
  }
}

/** The address of a picture, where one is given. */
export const mediaUrlOf = (form: Form): string | undefined => given(form, 'media_url')
