import { createHash } from 'node:crypto'
import { legalDay } from '../kernel/calendar.ts'
import { system } from '../kernel/post.ts'
import type { KeepPaper } from '../registers/demo/keep-paper.ts'
import { ruledSheet } from '../registers/demo/papers.ts'
import { shelfOf } from '../server/assemble.ts'
import { docx } from '../server/documents/docx.ts'
import { vault } from '../server/files/vault.ts'
import { addFile } from '../server/reads/files.ts'
import { fileKeys } from '../server/settings/keys.ts'
import type { Place } from './place.ts'

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Papers of the demo’s people: a page that says that nobody signed it, kept as an upload is. */
export const keepPapers = ({ database, settings, secret, keys }: Place): KeepPaper => {
  const store = vault(shelfOf(settings), fileKeys(secret, keys.ring))
  return async ({ id, giver, name, at, image }) => {
    const there = await database.scoped(system, tx => tx.query('select from file where id = $1::uuid', [id]))
    if (there.length > 0) return
    const bytes = image ? ruledSheet() : docx({ issuer: '演示数据', title: name, day: legalDay(at), body: [{ p: '演示用的虚构材料，没有人在上面签字。' }], signed: [] }, { number: '演示', seq: 0, hash: '' })
    await store.keep(id, bytes)
    await database.scoped(giver, tx => addFile(tx, { id, account: giver.account, ...(image ? { name: `${name}.png`, type: 'image/png' } : { name: `${name}.docx`, type }), bytes: bytes.length, digest: createHash('sha256').update(bytes).digest('hex'), given: at, sealedBy: store.head }))
  }
}
