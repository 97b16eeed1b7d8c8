import { textOf, type Given } from './command.ts'
import { Stop } from './stop.ts'

/** What is given on the command line, judged before anything is opened. Each throws a `Stop` of code 2, to which the command's usage is added. */

const isDay = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`)
  return /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** The file named, the one thing given without an option. */
export const fileIn = ({ positionals: [file] }: Given): string => {
  if (file === undefined || file === '') throw new Stop('请指明文件', 'Name the file', 2)
  return file
}

/** The word at a place, given without an option: an account, an identity. */
export const givenAt = ({ positionals }: Given, place: 0 | 1): string => {
  const word = positionals[place]
  if (word === undefined || word === '') throw new Stop('缺少参数', 'Something is missing', 2)
  return word
}

/** A legal day, `YYYY-MM-DD`, that stands in the calendar. */
export const dayIn = (given: Given, name: string): string | undefined => {
  const text = textOf(given, name)
  if (text !== undefined && !isDay(text)) throw new Stop(`--${name} 须为真实日期 YYYY-MM-DD：${text}`, `--${name} must be a day that exists, YYYY-MM-DD: ${text}`, 2)
  return text
}

/** One of these words. */
export const wordIn = <T extends string>(given: Given, name: string, words: readonly T[]): T | undefined => {
  const text = textOf(given, name)
  const found = words.find(word => word === text)
  if (text !== undefined && found === undefined) throw new Stop(`--${name} 只能是 ${words.join('、')}：${text}`, `--${name} takes ${words.join(' or ')}: ${text}`, 2)
  return found
}

/** A whole number from 0 to `most`. */
export const wholeIn = (given: Given, name: string, most: number): number | undefined => {
  const text = textOf(given, name)
  if (text === undefined) return undefined
  if (!/^\d+$/.test(text) || Number(text) > most) throw new Stop(`--${name} 须为不大于 ${most} 的整数：${text}`, `--${name} must be a whole number up to ${most}: ${text}`, 2)
  return Number(text)
}

/** Codes of counties, six digits each, set apart by commas. */
export const countiesIn = (given: Given): readonly string[] | undefined => {
  const codes = textOf(given, 'county')?.split(',')
  const bad = codes?.find(code => !/^\d{6}$/.test(code))
  if (bad !== undefined) throw new Stop(`--county 须为六位区划代码：${bad}`, `--county takes codes of six digits: ${bad}`, 2)
  return codes
}

/** One county of registration: six digits, or four for the city's own matters. */
export const countyIn = (given: Given): string | undefined => {
  const text = textOf(given, 'county')
  if (text !== undefined && !/^\d{4}(\d{2})?$/.test(text)) throw new Stop(`--county 须为六位区划代码，市级为四位：${text}`, `--county takes a code of six digits, or the city’s four: ${text}`, 2)
  return text
}
