import { system } from '../../kernel/post.ts'
import { cipherOf, headNow, type Ring } from '../../store/ring.ts'
import { countHeads, type HeadUse } from '../../store/reseal.ts'
import type { Command } from '../command.ts'
import { openPlace } from '../place.ts'

const nameOf = (head: number): string => (head === 0 ? '0 (环前 before the ring)' : `${head & 127} ${cipherOf(head)}`)

const stateOf = (ring: Ring, { head, values, files }: HeadUse): string => {
  if (head === headNow(ring)) return '现用于加密 · seals now'
  if (values + files === 0) return '已无内容使用，可从密钥环中移除（旧备份和导出文件另需保留） · nothing needs it: it may be dropped (old backups and exports still need it)'
  if (head !== 0 && !ring.keys.has(head & 127)) return '密钥环中没有，无法打开 · not in the ring: does not open'
  return '仍在使用，请先运行 reseal · in use: run reseal before it is dropped'
}

/** Every key of the ring and every key in use, with how much stands under it. */
const rows = (ring: Ring, uses: readonly HeadUse[]): readonly HeadUse[] => {
  const idle = [...ring.keys.keys()].filter(id => !uses.some(use => (use.head & 127) === id)).map(head => ({ head, values: 0, files: 0 }))
  const now = headNow(ring)
  const all = [...uses, ...idle.filter(one => one.head !== (now & 127) || one.head === now)]
  return (all.some(one => one.head === now) ? all : [...all, { head: now, values: 0, files: 0 }]).toSorted((a, b) => (a.head & 127) - (b.head & 127))
}

/** Tells which keys are in use by how many values and files, and which may be dropped. Nothing of a key is shown but its number. */
export const keys: Command = {
  usage: 'keys', zh: '列出密文所用的各密钥、用量，以及哪些可以移除', en: 'tell which keys what rests encrypted uses, how much, and which may be dropped', options: {},
  run: async () => {
    const { database, keys: { ring } } = await openPlace()
    try {
      for (const use of rows(ring, await database.scoped(system, countHeads))) console.log(`${nameOf(use.head)}: ${use.values} 个值 values, ${use.files} 个文件 files · ${stateOf(ring, use)}`)
    } finally {
      await database.close()
    }
  },
}
