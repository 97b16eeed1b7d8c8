import { readFile } from 'node:fs/promises'
import { words, type Words } from '../../kernel/words.ts'
import { ringOf, type Ring, type RingSecret } from '../../store/ring.ts'
import { BadSettings } from './read.ts'
import type { Settings } from './settings.ts'

const shortest = 32
const most = 127

/** Reads lines `ID SECRET`; blank lines and those that begin with `#` are passed over. A fault names the line, never what stands in it. */
const parse = (text: string): readonly RingSecret[] | Words => {
  const read: RingSecret[] = []
  for (const [i, line] of text.split(/\r?\n/).map(one => one.trim()).entries()) {
    if (line === '' || line.startsWith('#')) continue
    const [, number = '', secret = ''] = /^(\d{1,3})\s+(\S+)$/.exec(line) ?? []
    const id = Number(number)
    if (id < 1 || id > most) return words(`第 ${i + 1} 行须为“编号 密钥”，编号 1 至 ${most}`, `line ${i + 1} must be “ID SECRET”, the id from 1 to ${most}`)
    if (secret.length < shortest) return words(`第 ${i + 1} 行的密钥至少 ${shortest} 个字符`, `the secret on line ${i + 1} needs ${shortest} characters or more`)
    if (read.some(one => one.id === id)) return words(`编号 ${id} 出现两次`, `the id ${id} stands twice`)
    read.push({ id, secret })
  }
  return read.length > 0 ? read : words('没有任何密钥', 'holds no key')
}

/** The key ring of the settings: key 1 from the site's secret alone, or that and the keys given, of which the last seals. Throws `BadSettings`. */
export const ringFrom = async (settings: Settings, secret: string): Promise<Ring> => {
  const { SEAL_KEYS, SEAL_KEY_FILE: file, SEAL_CIPHER } = settings
  const bad = (why: Words): BadSettings => new BadSettings([{ name: file === undefined ? 'SEAL_KEYS' : 'SEAL_KEY_FILE', why }])
  const text = file === undefined ? SEAL_KEYS : await readFile(file, 'utf8').catch(() => { throw bad(words(`${file} 不可读`, `${file} can’t be read`)) })
  const given = text === undefined ? [] : parse(text)
  if ('zh' in given) throw bad(given)
  return ringOf(secret, given, SEAL_CIPHER)
}
