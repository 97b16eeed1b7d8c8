import { randomUUID } from 'node:crypto'
import { isErasable, type ErasureGround } from '../kernel/erasure.ts'
import { system } from '../kernel/post.ts'
import type { Procedure } from '../kernel/procedure.ts'
import { refuse, Refused } from '../kernel/refusal.ts'
import { words, type Json } from '../kernel/words.ts'
import { actIn, type Receipt } from './act.ts'
import { termsFor } from './act/terms.ts'
import type { Tx } from './database.ts'
import { heldOn, isHeld } from './held.ts'
import { versionOf, type House } from './house.ts'
import { unseal, type Keys } from './seal.ts'

/** What is to be erased of a matter, and on what ground. */
export type Erasure = {
  readonly county: string
  readonly matter: string
  readonly facts: readonly string[]
  readonly ground: ErasureGround
  /** Makes the hidden parties nobody: who reported anonymously is unlinked from the matter. */
  readonly unlink?: boolean
}

/** The act that erased, and how many sealed values it emptied and files it struck. */
export type Erased = Receipt & { readonly emptied: number; readonly files: number }

type Row = { readonly seq: number; readonly fact: string; readonly value: Uint8Array }
type Value = { readonly fact: string; readonly value: Json }

/**
 * Erases facts of a matter as one recorded entry of the platform, inside a transaction already open. What goes with the entry or not at all:
 * the sealed values of those facts in every entry, with salt and masked form; what stands of them in the row; the search terms that no other
 * value needs; the rows of their files (their bytes are removed after the commit: `removeErased`). Throws `Refused`: a hold, nothing to erase,
 * a fact that is not erasable.
 */
export const eraseIn = (tx: Tx, house: House, { county, matter, facts, ground, unlink = false }: Erasure, now: Date): Promise<Erased> =>
  tx.as(system, async own => {
    const key = [county, matter]
    const [row] = await own.query<{ procedure: string; version: string; opened: Date }>(
      'select procedure, version::text as version, opened from matter where county = $1 and id = $2::uuid for update', key)
    if (!row) throw new Refused(refuse('not-found', words('没有这个事项', 'There is no such matter')))
    const held = await heldOn(own, county, matter, now)
    if (held !== undefined) throw new Refused(isHeld(held))
    const procedure = versionOf(house, row.procedure, row.version)
    const sealed = await own.query<Row>('select seq, fact, value from app_open($1, $2::uuid)', key)
    const given = facts.filter(fact => sealed.some(one => one.fact === fact) || !procedure.facts[fact] || !isErasable(procedure.facts[fact]))
    if (given.length === 0 && !unlink) throw new Refused(nothingLeft)
    const values = sealed.map(one => ({ fact: one.fact, value: unseal(house.keys, { matter, seq: one.seq, fact: one.fact }, one.value) }))
    const [gone, left] = [values.filter(one => given.includes(one.fact)), values.filter(one => !given.includes(one.fact))]
    const receipt = await actIn(own, house, system, {
      id: randomUUID(), step: 'erase', matter, county, input: { ...(given.length > 0 && { erasedWhat: given.join(' ') }), erasureGround: ground, ...(unlink && { unlinked: true }) },
    }, now)
    const kept = termsOf(house.keys, procedure, [...left, ...await publicValues(own, procedure, key)])
    const terms = [...termsOf(house.keys, procedure, gone)].filter(term => !kept.has(term))
    if (terms.length > 0) {
      await own.query(
        `delete from matter_term using jsonb_array_elements_text($3::jsonb) gone(term)
         where matter_term.county = $1 and matter_term.term = gone.term and matter_term.opened = $4::timestamptz and matter_term.matter = $2::uuid`,
        [...key, JSON.stringify(terms), row.opened.toISOString()])
    }
    const files = gone.flatMap(one => filesIn(procedure, one))
    const [answer] = await own.query<{ emptied: number }>('select app_erase($1, $2::uuid, $3::integer, $4::text::uuid[]) as emptied', [...key, receipt.seq, `{${files.join(',')}}`])
    return { ...receipt, emptied: answer?.emptied ?? 0, files: files.length }
  })

const nothingLeft = refuse('nothing-to-erase', words('没有可删除的内容，或已经删除', 'There is nothing to erase, or it is erased already'))

/** Values that stand in the open and are found by the same words: none in most procedures. */
const publicValues = async (tx: Tx, procedure: Procedure, key: readonly string[]): Promise<readonly Value[]> => {
  const names = Object.entries(procedure.facts).filter(([, fact]) => fact.class === 'public' && fact.search !== undefined && fact.search !== 'exact').map(([name]) => name)
  return names.length === 0 ? [] : tx.query<Value>(
    `select s.key as fact, s.value from entry e cross join lateral jsonb_each(e.outcome -> 'set') s
     where e.county = $1 and e.matter = $2::uuid and s.key in (select jsonb_array_elements_text($3::jsonb))`, [...key, JSON.stringify(names)])
}

const termsOf = (keys: Keys, procedure: Procedure, values: readonly Value[]): ReadonlySet<string> =>
  new Set(values.flatMap(({ fact, value }) => { const declared = procedure.facts[fact]; return declared ? termsFor(keys, fact, declared, value) : [] }))

const filesIn = (procedure: Procedure, { fact, value }: Value): readonly string[] =>
  procedure.facts[fact]?.kind === 'files' && Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []

/** Removes the bytes of a file from wherever they rest; it may be asked of what is gone already. */
export type RemoveBytes = (id: string) => Promise<void>

/**
 * Removes the bytes of erased files, the longest erased first, and notes those gone. One that can't be removed now stays noted as owed and is
 * tried at the next call. Several servers may call it at once. Returns how many are gone and how many are still owed.
 */
export const removeErased = async (house: Pick<House, 'database'>, remove: RemoveBytes, now = new Date(), most = 200): Promise<{ readonly gone: number; readonly owed: number }> =>
  house.database.scoped(system, async tx => {
    const rows = await tx.query<{ id: string }>(`select id from file where erased is not null and gone is null order by erased limit ${most} for update skip locked`)
    const gone: string[] = []
    for (const { id } of rows) await remove(id).then(() => gone.push(id), () => undefined)
    if (gone.length > 0) await tx.query('update file set gone = $2::timestamptz where id = any($1::text::uuid[])', [`{${gone.join(',')}}`, now.toISOString()])
    return { gone: gone.length, owed: rows.length - gone.length }
  })
