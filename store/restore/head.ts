import { isObject } from '../../kernel/words.ts'
import type { Head } from '../dump.ts'
import { keyMark } from '../ring.ts'
import { exportMark, type Keys } from '../seal.ts'
import { CannotRestore } from './refused.ts'

export const notOurs = (): CannotRestore => new CannotRestore('不是本平台的导出文件。', 'This is no export of this platform.')

/** Judges the first line: whether it is ours, whole, under our secret and keys, and of a version we know. Returns the county, where it is of one alone. */
export const checkHead = (head: { readonly [key: string]: unknown }, keys: Keys, known: readonly string[]): Head['county'] => {
  if (head['shanzhi'] === 1) throw new CannotRestore('导出文件由早期版本写成，没有结束行，无法确认完整；请用本版本重新导出。', 'The export was written by an early version, without a closing line: whether it is whole can’t be told. Export again with this version.')
  const written = head['migrations']
  if (head['shanzhi'] !== 2 || !Array.isArray(written)) throw notOurs()
  if (head['secret'] !== exportMark(keys)) {
    throw new CannotRestore('导出文件出自另一密钥，密文在这里无法打开。请以原站点的密钥（SECRET 或 KEY_FILE）运行。',
      'The export was written under another secret; its sealed values could not be opened here. Run this with the secret of that site (SECRET or KEY_FILE).')
  }
  const marks = isObject(head['keys']) ? head['keys'] : {}
  const lacking = Object.keys(marks).filter(id => {
    const key = keys.ring.keys.get(Number(id))
    return !key || keyMark(key) !== marks[id]
  })
  if (lacking.length > 0) {
    throw new CannotRestore(`密钥环缺少导出文件所用的 ${lacking.join('、')} 号密钥，或编号相同而密钥不同。请在 SEAL_KEYS 或 SEAL_KEY_FILE 中补上。`,
      `The key ring lacks the keys ${lacking.join(', ')} that the export needs, or holds others of these numbers. Give them in SEAL_KEYS or SEAL_KEY_FILE.`)
  }
  const missing = written.map(String).filter(name => !known.includes(name))
  if (missing.length > 0) throw new CannotRestore(`导出文件来自更新的版本（${missing.join('、')}）。`, `The export was written by a newer version (${missing.join(', ')}).`)
  const county = head['county']
  if (county === undefined) return undefined
  if (typeof county !== 'string' || !/^\d{4}(\d{2})?$/.test(county)) throw notOurs()
  return county
}
