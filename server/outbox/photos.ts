import { createHash } from 'node:crypto'
import { unpackPhoto } from '../../kernel/outbox/letter.ts'
import type { Bytes } from '../../kernel/outbox/envelope.ts'
import { system, type Actor } from '../../kernel/post.ts'
import { isRefusal, Refused, type Refusal } from '../../kernel/refusal.ts'
import { sqlState } from '../../store/connection.ts'
import type { Tx } from '../../store/database.ts'
import { judged } from '../files/judge.ts'
import { fileName } from '../files/name.ts'
import { badRequest, tooLarge } from '../http/refusals.ts'
import { addFile } from '../reads/files.ts'
import type { Site } from '../site.ts'
import type { Uploaded } from '../wire.ts'
import { opened } from './open.ts'
import { notOpened, tooMuchUnderWay, wrongOffset } from './refusals.ts'

/** A photo on its way in parts: sealed on the device, kept as it came until the whole is there. Its id is the device's, and the file's from then on. */

export type Part = { readonly photo: string; /** Where in the whole it begins. */ readonly at: number; /** Bytes of the whole. */ readonly of: number; readonly bytes: Uint8Array }

/** Bytes of one sealed photo: 10 MiB and the envelope. */
export const mostSealed = 10 * 1024 * 1024 + 4096

/** Bytes of one account that wait for their rest. */
const mostWaiting = 48 * 1024 * 1024

type Named = Actor & { readonly account: string }

/** As the platform: once an act has named it, who gave it may not be shown it. */
const isThere = (tx: Tx, photo: string): Promise<boolean> =>
  tx.as(system, async own => (await own.query('select from file where id = $1::uuid', [photo])).length > 0)

const received = async (tx: Tx, account: string, photo: string): Promise<number> =>
  (await tx.query<{ n: number }>('select coalesce(sum(length(bytes)), 0)::int as n from outbox_part where account = $1::uuid and photo = $2::uuid', [account, photo]))[0]?.n ?? 0

const waiting = async (tx: Tx, account: string): Promise<number> =>
  (await tx.query<{ n: number }>('select coalesce(sum(length(bytes)), 0)::float8 as n from outbox_part where account = $1::uuid', [account]))[0]?.n ?? 0

/** Milliseconds without another part, after which the room that a photo takes may be needed by others of its account. */
const quiet = 3_600_000

/**
 * Whether there is room for a part. What has not gone on for an hour makes way, the longest at rest first: nothing is lost by it, as a phone keeps each photo
 * until its act was taken, asks how much is here before it goes on, and then begins anew.
 */
const makeRoom = async (tx: Tx, { photo, bytes }: Part, account: string, now: Date): Promise<boolean> => {
  let over = await waiting(tx, account) + bytes.length - mostWaiting
  if (over <= 0) return true
  const resting = await tx.query<{ photo: string; n: number }>(
    `select photo, sum(length(bytes))::float8 as n from outbox_part where account = $1::uuid and photo <> $2::uuid
     group by photo having max(given) < $3::timestamptz order by max(given)`, [account, photo, new Date(now.getTime() - quiet).toISOString()])
  for (const one of resting) {
    if (over <= 0) break
    await tx.query('delete from outbox_part where account = $1::uuid and photo = $2::uuid', [account, one.photo])
    over -= one.n
  }
  return over <= 0
}

/** How much of a photo is here. */
export const standing = (site: Site, actor: Named, photo: string): Promise<Uploaded> => site.house.database.scoped(actor, async tx =>
  (await isThere(tx, photo) ? { at: 0, done: true } : { at: await received(tx, actor.account, photo), done: false }))

/** Takes the next part. The same part again, or one past the end, is told where to go on. */
export const takePart = async (site: Site, actor: Named, part: Part): Promise<Uploaded | Refusal> => {
  const { photo, at, of, bytes } = part
  if (of > mostSealed) return tooLarge('10 MiB')
  if (bytes.length === 0 || at + bytes.length > of) return badRequest()
  try {
    return await site.house.database.scoped(actor, async tx => {
      if (await isThere(tx, photo)) return { at: of, done: true }
      const have = await received(tx, actor.account, photo)
      if (have !== at) throw new Refused(wrongOffset(have))
      if (at + bytes.length < of) {
        if (!await makeRoom(tx, part, actor.account, site.now())) throw new Refused(tooMuchUnderWay())
        await tx.query('insert into outbox_part (account, photo, at, bytes, given) values ($1::uuid, $2::uuid, $3::int, decode($4, \'base64\'), $5::timestamptz)',
          [actor.account, photo, at, Buffer.from(bytes).toString('base64'), site.now().toISOString()])
        return { at: at + bytes.length, done: false }
      }
      const before = await tx.query<{ bytes: Uint8Array }>('select bytes from outbox_part where account = $1::uuid and photo = $2::uuid order by at', [actor.account, photo])
      await finish(site, tx, actor, photo, new Uint8Array(Buffer.concat([...before.map(one => one.bytes), bytes])))
      await tx.query('delete from outbox_part where account = $1::uuid and photo = $2::uuid', [actor.account, photo])
      return { at: of, done: true }
    })
  } catch (error) {
    // What is wrong with the whole stays wrong however often it is sent: the parts go, and the device is told.
    if (error instanceof Refused) return await refusedWhole(site, actor, part, error.refusal)
    // The same part at the same moment from another tab: the other one has it.
    if (sqlState(error) === '23505') return standing(site, actor, photo)
    throw error
  }
}

const refusedWhole = async (site: Site, actor: Named, { photo, at, of, bytes }: Part, refusal: Refusal): Promise<Refusal> => {
  if (at + bytes.length === of && refusal.code !== 'wrong-offset') {
    await site.house.database.scoped(actor, tx => tx.query('delete from outbox_part where account = $1::uuid and photo = $2::uuid', [actor.account, photo]))
  }
  return refusal
}

/** A whole photo, opened, judged and kept as any file. Throws `Refused`. */
const finish = async (site: Site, tx: Tx, actor: Named, photo: string, sealed: Bytes): Promise<void> => {
  const plain = await opened(site.outboxKeys, 'photo', actor.account, photo, sealed)
  if (isRefusal(plain)) throw new Refused(plain)
  const found = unpackPhoto(plain)
  if (!found) throw new Refused(notOpened())
  const type = await judged(found.picture)
  if (isRefusal(type)) throw new Refused(type)
  // The row first: its id is unique, so that nobody's bytes are ever written over another's.
  await addFile(tx, {
    id: photo, name: fileName(found.name, type), type, bytes: found.picture.length, account: actor.account,
    digest: createHash('sha256').update(found.picture).digest('hex'), given: site.now(), sealedBy: site.vault.head,
  })
  await site.vault.keep(photo, found.picture)
}

/** A photo whole and at once, from a file handed in. */
export const takeWhole = (site: Site, actor: Named, photo: string, sealed: Uint8Array): Promise<Uploaded | Refusal> =>
  site.house.database.scoped(actor, tx => tx.query('delete from outbox_part where account = $1::uuid and photo = $2::uuid', [actor.account, photo]))
    .then(() => takePart(site, actor, { photo, at: 0, of: sealed.length, bytes: sealed }))

/** A photo that no act will name: its parts go, and the file where it was whole already. One that an act has named stays. */
export const dropPhoto = async (site: Site, account: string, photo: string): Promise<void> => {
  const gone = await site.house.database.scoped(system, async tx => {
    await tx.query('delete from outbox_part where account = $1::uuid and photo = $2::uuid', [account, photo])
    return tx.query('delete from file where id = $2::uuid and account = $1::uuid and matter is null returning id', [account, photo])
  })
  if (gone.length > 0) await site.vault.remove(photo)
}

/** Parts whose rest never came within a week go. */
export const dropParts = (tx: Tx, before: Date): Promise<unknown> => tx.query('delete from outbox_part where given < $1::timestamptz', [before.toISOString()])
