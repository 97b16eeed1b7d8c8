import { readFile, readdir } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import type { Tx } from './database.ts'
import { policies } from './policies.ts'

const folder = new URL('./sql/', import.meta.url)

type Migration = { readonly name: string; readonly text: string; readonly digest: string }

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const migrations = async (): Promise<readonly Migration[]> => {
  const names = (await readdir(folder)).filter(name => /^\d{4}-.*\.sql$/.test(name)).toSorted()
  return Promise.all(names.map(async name => {
    const text = await readFile(new URL(name, folder), 'utf8')
    return { name, text, digest: digestOf(text) }
  }))
}

const ledger = `create table if not exists migration (name text primary key, digest text not null, at timestamptz not null default now())`

/**
 * Brings the database forward, file by file, in the owner's transaction, and its policies to those of this version; returns the
 * names newly applied.
 * Throws where a file already applied has since changed: migrations go forward only.
 */
export const migrate = async (tx: Tx & { simple(text: string): Promise<void> }): Promise<readonly string[]> => {
  await tx.simple(`select pg_advisory_xact_lock(7321452); ${ledger}`)
  const applied = new Map((await tx.query<{ name: string; digest: string }>('select name, digest from migration')).map(row => [row.name, row.digest]))
  const all = await migrations()
  const changed = all.find(one => applied.has(one.name) && applied.get(one.name) !== one.digest)
  if (changed) throw new Error(`migration ${changed.name} was changed after it was applied; write a new one instead`)
  const fresh = all.filter(one => !applied.has(one.name))
  for (const one of fresh) {
    await tx.simple(one.text)
    await tx.query('insert into migration (name, digest) values ($1, $2)', [one.name, one.digest])
  }
  const rules = digestOf(policies())
  if (fresh.length === 0 && applied.get('policies') === rules) return []
  await tx.simple(`${policies()}; grant select on migration to shanzhi_app`)
  await tx.query(`insert into migration (name, digest) values ('policies', $1) on conflict (name) do update set digest = excluded.digest, at = now()`, [rules])
  return [...fresh.map(one => one.name), 'policies']
}

/** The names of migrations not yet applied, and `policies` where they are of another version, as the unprivileged role sees it; all where there is no ledger. */
export const pending = async (tx: Tx): Promise<readonly string[]> => {
  const [ledgerThere] = await tx.query<{ there: boolean }>(`select to_regclass('public.migration') is not null as there`)
  const applied = ledgerThere?.there ? await tx.query<{ name: string; digest: string }>('select name, digest from migration') : []
  const current = applied.some(row => row.name === 'policies' && row.digest === digestOf(policies()))
  return [...(await migrations()).map(one => one.name).filter(name => !applied.some(row => row.name === name)), ...(current ? [] : ['policies'])]
}
