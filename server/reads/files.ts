import type { Tx } from '../../store/database.ts'

export type FileRow = { readonly id: string; readonly name: string; readonly type: string; readonly bytes: number }

/** A file of the giver's own, bound to nothing yet. */
export const addFile = async (tx: Tx, file: FileRow & { readonly account: string; readonly digest: string; readonly given: Date }): Promise<void> => {
  await tx.query(
    `insert into file (id, account, name, type, bytes, digest, given) values ($1::uuid, $2::uuid, $3, $4, $5::int, decode($6, 'hex'), $7::timestamptz)`,
    [file.id, file.account, file.name, file.type, file.bytes, file.digest, file.given.toISOString()])
}

/** A file by its id, where the reader gave it or may see its matter: row-level security says so. */
export const fileById = async (tx: Tx, id: string): Promise<FileRow | undefined> =>
  (await tx.query<FileRow>('select id, name, type, bytes from file where id = $1::uuid and erased is null', [id]))[0]

/** Removes rows of files that no act named within a day; returns their ids, oldest first. Ask as the platform. */
export const dropUnbound = async (tx: Tx, before: Date, most = 200): Promise<readonly string[]> =>
  (await tx.query<{ id: string }>(
    `delete from file where id in (select id from file where matter is null and given < $1::timestamptz order by given limit ${most}) returning id`,
    [before.toISOString()])).map(row => row.id)
