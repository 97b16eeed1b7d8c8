import type { Actor } from '../../kernel/post.ts'
import type { Tx } from '../../store/database.ts'
import type { House } from '../../store/house.ts'
import { readMatter, type FileRow } from '../../store/read/matter.ts'

/** A file of the giver's own, bound to nothing yet. `sealedBy`: the first byte of its sealed bytes. */
export const addFile = async (tx: Tx, file: FileRow & { readonly account: string; readonly digest: string; readonly given: Date; readonly sealedBy: number }): Promise<void> => {
  await tx.query(
    `insert into file (id, account, name, type, bytes, digest, given, sealed_by) values ($1::uuid, $2::uuid, $3, $4, $5::int, decode($6, 'hex'), $7::timestamptz, $8::int2)`,
    [file.id, file.account, file.name, file.type, file.bytes, file.digest, file.given.toISOString(), file.sealedBy])
}

/**
 * A file by its id, where the reader gave it and no act has named it yet, or reads a fact of its matter that names it. Row-level security
 * knows the matter alone: which fact names a file stands sealed, so the page of the matter is asked.
 */
export const fileFor = async (tx: Tx, house: House, actor: Actor, id: string): Promise<FileRow | undefined> => {
  const [found] = await tx.query<FileRow & { matter: string | null }>('select id, name, type, bytes, matter from file where id = $1::uuid and erased is null', [id])
  if (!found || found.matter === null) return found
  return (await readMatter(tx, house, actor, found.matter))?.files.find(file => file.id === id)
}

/** Removes rows of files that no act named within a day; returns their ids, oldest first. Ask as the platform. */
export const dropUnbound = async (tx: Tx, before: Date, most = 200): Promise<readonly string[]> =>
  (await tx.query<{ id: string }>(
    `delete from file where id in (select id from file where matter is null and given < $1::timestamptz order by given limit ${most}) returning id`,
    [before.toISOString()])).map(row => row.id)
