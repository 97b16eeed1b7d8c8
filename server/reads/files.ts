import { reads, type Actor, type Class } from '../../kernel/post.ts'
import type { Tx } from '../../store/database.ts'
import { grantsOn } from '../../store/read/grants.ts'
import { logReading, purposeOf } from '../../store/read/log.ts'
import type { FileRow } from '../../store/read/matter.ts'
import type { Keys } from '../../store/seal.ts'

/** A file of the giver's own, bound to nothing yet. `sealedBy`: the first byte of its sealed bytes. */
export const addFile = async (tx: Tx, file: FileRow & { readonly account: string; readonly digest: string; readonly given: Date; readonly sealedBy: number }): Promise<void> => {
  await tx.query(
    `insert into file (id, account, name, type, bytes, digest, given, sealed_by) values ($1::uuid, $2::uuid, $3, $4, $5::int, decode($6, 'hex'), $7::timestamptz, $8::int2)`,
    [file.id, file.account, file.name, file.type, file.bytes, file.digest, file.given.toISOString(), file.sealedBy])
}

type Found = FileRow & { readonly county: string | null; readonly matter: string | null; readonly fact: string | null; readonly class: Class; readonly region: string | null; readonly own: boolean }

/**
 * A file by its id, where the reader gave it and no act has named it yet, or reads the fact of its matter that names it: the database says so by
 * its class. One above internal leaves a reading in the log.
 */
export const fileFor = async (tx: Tx, keys: Keys, actor: Actor, id: string, now: Date): Promise<FileRow | undefined> => {
  const [found] = await tx.query<Found>(
    `select f.id, f.name, f.type, f.bytes, f.county, f.matter, f.fact, f.class, m.region, coalesce(app_owns(f.county, f.matter) or (f.shared and app_shares(f.county, f.matter)), false) as own
     from file f left join matter m on m.county = f.county and m.id = f.matter where f.id = $1::uuid and f.erased is null`, [id])
  if (!found) return undefined
  const { county, matter, fact, region, own, class: wanted, ...file } = found
  if (county !== null && matter !== null && region !== null && !own && !reads('internal', wanted)) {
    const [grant] = reads(actor.clearance, wanted) ? [] : await grantsOn(tx, actor, matter)
    logReading(tx, keys, actor, { county, at: now, matter, region, facts: fact === null ? [] : [fact], ...purposeOf(grant) })
  }
  return file
}

/** Removes rows of files that no act named within a day; returns their ids, oldest first. Ask as the platform. */
export const dropUnbound = async (tx: Tx, before: Date, most = 200): Promise<readonly string[]> =>
  (await tx.query<{ id: string }>(
    `delete from file where id in (select id from file where matter is null and given < $1::timestamptz order by given limit ${most}) returning id`,
    [before.toISOString()])).map(row => row.id)
