import { isRegionCode, levelOf } from '../../kernel/region.ts'
import { Refused } from '../../kernel/refusal.ts'
import { words, type JsonObject } from '../../kernel/words.ts'
import type { Directory } from '../../registers/directory.ts'
import { bad } from './errors.ts'
import { serviceOf } from './services.ts'

/** A form as it was sent, by field. */
export type Form = { readonly [field: string]: string }

const given = (form: Form, ...fields: readonly string[]): string | undefined =>
  fields.map(field => form[field]?.trim()).find(value => value !== undefined && value !== '')

/** The village or community of a report: by its code, or by an address that names one alone. */
const placeOf = (directory: Directory, form: Form): string => {
  const code = given(form, 'address_id', 'attribute[place]')
  if (code !== undefined) {
    const region = isRegionCode(code) ? directory.region(code) : undefined
    if (!region || region.ended || (levelOf(code) !== 'village' && levelOf(code) !== 'grid')) throw new Refused(bad('address_id', words('没有这个村（社区）', 'there is no such village or community')))
    return code
  }
  const address = given(form, 'address_string')
  const found = address === undefined ? [] : directory.searchRegions(address, { level: 'village', limit: 4 })
  const [only] = found
  if (only && found.length === 1) return only.code
  const like = found.map(one => `${one.path.join('')} ${one.code}`).join('、')
  throw new Refused(bad('address_id', found.length > 1
    ? words(`有多个同名地，请给出代码：${like}`, `several places bear that name; give the code: ${like}`)
    : words('请给出村（社区）的 12 位代码（address_id），坐标只作补充', 'give the 12-digit code of the village or community (address_id); coordinates only add to it')))
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
export const inputOf = (directory: Directory, form: Form): JsonObject & { readonly place: string } => {
  const code = given(form, 'service_code')
  if (code === undefined) throw new Refused(bad('service_code', words('必须给出', 'is needed')))
  const category = serviceOf(directory, code)
  const [lat, lon] = [numberIn(form, 'lat'), numberIn(form, 'long')]
  if ((lat === undefined) !== (lon === undefined)) throw new Refused(bad(lat === undefined ? 'lat' : 'long', words('经纬度须同时给出', 'give both lat and long')))
  const anonymous = given(form, 'attribute[anonymous]')
  if (anonymous !== undefined && anonymous !== 'yes' && anonymous !== 'no') throw new Refused(bad('attribute[anonymous]', words('须为 yes 或 no', 'must be yes or no')))
  const byCode = given(form, 'address_id', 'attribute[place]') !== undefined
  const spot = given(form, 'attribute[spot]') ?? (byCode ? given(form, 'address_string') : undefined)
  const [name, phone] = [nameOf(form), given(form, 'phone')]
  return {
    text: given(form, 'description') ?? '', category: category.code, place: placeOf(directory, form),
    ...(spot !== undefined && { spot }), ...(lat !== undefined && lon !== undefined && { point: { lat, lon, datum: 'wgs84' } }),
    ...(anonymous === 'yes' && { anonymous: true }), ...(name !== undefined && { contactName: name }), ...(phone !== undefined && { contactPhone: phone }),
  }
}

/** What the reporter is told of what was not taken. */
export const noticeOf = (form: Form): string | null =>
  (given(form, 'media_url') === undefined ? null : '图片未收取：本站不读取外部网址，请在本站上传 · The picture was not taken: this site reads no outside addresses; please upload it here')
