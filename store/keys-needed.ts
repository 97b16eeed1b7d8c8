import { system } from '../kernel/post.ts'
import type { Database } from './database.ts'
import { countHeads, type HeadUse, headsInUse } from './reseal.ts'
import { unseal, type Keys } from './seal.ts'

/** What the ring can't open, and why serving is refused; the message says what to do. */
export class MissingKeys extends Error {}

type Probe = { readonly matter: string; readonly seq: number; readonly fact: string; readonly value: Uint8Array }

const isKnown = ({ ring }: Keys, head: number): boolean => head === 0 || ring.keys.has(head & 127)

/**
 * Refuses a ring that lacks a key in use, or bears another secret under its number, as some values of each show. What was changed by
 * somebody is for `verify` to name: a key is refused only where none of those looked at opens.
 */
export const refuseMissingKeys = async (database: Database, keys: Keys): Promise<void> => {
  const { values, files } = await database.scoped(system, headsInUse)
  const gone = [...new Set([...values, ...files])].filter(head => !isKnown(keys, head))
  const wrong = (await Promise.all(values.filter(head => isKnown(keys, head)).map(async head => ({ head, opens: await opensSome(database, keys, head) })))).filter(one => !one.opens).map(one => one.head)
  if (gone.length + wrong.length === 0) return
  const uses = await database.scoped(system, countHeads)
  const told = (heads: readonly number[], words: (id: number, use: HeadUse) => string): readonly string[] =>
    heads.flatMap(head => uses.filter(use => use.head === head).map(use => words(head & 127, use)))
  throw new MissingKeys([
    ...told(gone, (id, { values: v, files: f }) => `密钥环缺少 ${id} 号密钥：${v} 个值、${f} 个文件需要它。  The key ring lacks key ${id}: ${v} values and ${f} files need it.`),
    ...told(wrong, (id, { values: v }) => `${id} 号密钥与加密时所用的不同：${v} 个值无法打开。  Key ${id} is not the one that sealed what bears its number: ${v} values do not open.`),
    '请在 SEAL_KEYS 或 SEAL_KEY_FILE 中补上（1 号未列出时由本站密钥派生）。  Give it in SEAL_KEYS or SEAL_KEY_FILE (key 1, where it is not listed, derives from this site’s secret).',
  ].join('\n'))
}

const opensSome = (database: Database, keys: Keys, head: number): Promise<boolean> => database.scoped(system, async tx => {
  const probes = await tx.query<Probe>('select matter, seq, fact, value from sealed_probe($1::int2)', [head])
  return probes.length === 0 || probes.some(({ value, ...slot }) => {
    try {
      unseal(keys, slot, value)
      return true
    } catch {
      return false
    }
  })
})
