import { system } from '../kernel/post.ts'
import type { Database, Tx } from './database.ts'
import { headNow } from './ring.ts'
import { resealed, type Keys } from './seal.ts'

/** A first byte in use (key and cipher; 0: files of before the ring) and how much stands under it. */
export type HeadUse = { readonly head: number; readonly values: number; readonly files: number }

/** Where files are sealed anew: what `server/files/vault` gives. */
export type Resealer = { readonly head: number; reseal(id: string): Promise<'sealed' | 'current' | undefined> }

/** What was done: sealed anew, and left because it did not open (changed, or its key is gone). */
export type Done = { readonly values: number; readonly files: number; readonly left: number }

const batch = 200
/** So many that do not open are no accident: the rest under that key is left alone. */
const mostShut = 1000

type Step = { readonly done: number; readonly more: boolean }

/** The first bytes in use, without counting: a look at an index. Ask as the platform. */
export const headsInUse = async (tx: Tx): Promise<{ readonly values: readonly number[]; readonly files: readonly number[] }> => {
  const [values, files] = await Promise.all([
    tx.query<{ head: number }>('select head from sealed_heads()'), tx.query<{ head: number }>('select head from file_heads()'),
  ])
  return { values: values.map(row => row.head), files: files.map(row => row.head) }
}

/** How much stands under each. Ask as the platform. */
export const countHeads = async (tx: Tx): Promise<readonly HeadUse[]> => {
  const { values, files } = await headsInUse(tx)
  const uses: HeadUse[] = []
  for (const head of [...new Set([...files, ...values])].toSorted((a, b) => a - b)) {
    const [n] = await tx.query<{ values: number; files: number }>('select sealed_count($1::int2)::float8 as values, file_count($1::int2)::float8 as files', [head])
    uses.push({ head, values: n?.values ?? 0, files: n?.files ?? 0 })
  }
  return uses
}

type Taken = { readonly county: string; readonly matter: string; readonly seq: number; readonly fact: string; readonly value: Uint8Array }

const nameOf = ({ county, matter, seq, fact }: Taken): string => `${county}/${matter}/${seq}/${fact}`

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const list = (names: ReadonlySet<string>): string => `{${[...names].join(',')}}`

/**
 * Seals anew what is under another key or cipher than the current one, a batch at a time, from as many servers as run: what one has locked the
 * others pass over. What does not open is left, and not asked for again by this object. Values, digests and chains stay as they are.
 */
export const resealing = (database: Database, keys: Keys, files: Resealer) => {
  const now = headNow(keys.ring)
  const [shut, shutFiles] = [new Set<string>(), new Set<string>()]

  const someValues = (head: number): Promise<Step> => database.scoped(system, async tx => {
    const taken = await tx.query<Taken>('select county, matter, seq, fact, value from sealed_take($1::int2, $2::int, $3::text::text[])', [head, batch, list(shut)])
    const anew = taken.flatMap(one => {
      try {
        return [{ ...one, was: hex(one.value), value: hex(resealed(keys, one, one.value)) }]
      } catch {
        shut.add(nameOf(one))
        return []
      }
    })
    const [put] = anew.length > 0 ? await tx.query<{ n: number }>('select sealed_put($1::text::jsonb) as n', [JSON.stringify(anew)]) : []
    return { done: put?.n ?? 0, more: taken.length > 0 }
  })

  /** The bytes first, then the note: after a crash between, the file is found to be current and the note is made up for. */
  const oneFile = (head: number): Promise<Step> => database.scoped(system, async tx => {
    const [file] = await tx.query<{ id: string }>('select id from file_take($1::int2, $2::text::uuid[])', [head, list(shutFiles)])
    if (!file) return { done: 0, more: false }
    const did = await files.reseal(file.id).catch(() => undefined)
    if (did === undefined) shutFiles.add(file.id)
    else await tx.query('select file_resealed($1::uuid, $2::int2)', [file.id, files.head])
    return { done: did === undefined ? 0 : 1, more: true }
  })

  const drain = async (heads: readonly number[], step: (head: number) => Promise<Step>, failed: ReadonlySet<string>, most: number, tell: (done: number) => void): Promise<number> => {
    let all = 0
    for (const head of heads) {
      for (let more = true; more && all < most && failed.size < mostShut;) {
        const did = await step(head)
        all += did.done
        more = did.more
        tell(did.done)
      }
    }
    return all
  }

  return {
    /** Until nothing is left that opens, or about `most` values and a twentieth as many files were sealed anew. `tell` hears of each batch. */
    run: async (most = Infinity, tell: (done: number) => void = () => undefined): Promise<Done> => {
      const heads = await database.scoped(system, headsInUse)
      const known = (head: number): boolean => keys.ring.keys.has(head & 127)
      const values = await drain(heads.values.filter(head => head !== now && known(head)), someValues, shut, most, tell)
      const sealedFiles = await drain(heads.files.filter(head => head !== files.head && (head === 0 || known(head))), oneFile, shutFiles, most / 20, tell)
      return { values, files: sealedFiles, left: shut.size + shutFiles.size }
    },
  }
}
