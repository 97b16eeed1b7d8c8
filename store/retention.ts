import { keptKindOf, kindsKept, type KeptKind } from '../kernel/erasure.ts'
import { legalDay } from '../kernel/calendar.ts'
import type { Law } from '../kernel/clock.ts'
import { system } from '../kernel/post.ts'
import { isFinal } from '../kernel/procedure.ts'
import { Refused, type Refusal } from '../kernel/refusal.ts'
import { isRuleName, type RuleName } from '../regulation/rules.ts'
import { confinedEndTerm, endTerm } from './act/terms.ts'
import type { Tx } from './database.ts'
import { factsOfKinds } from './erase/kinds.ts'
import { eraseIn } from './erase.ts'
import { versionOf, type House } from './house.ts'

/** How long a kind is kept in matters of a procedure, in months, and by which figure. */
export type Keeping = { readonly procedure: string; readonly kind: KeptKind; readonly months: number; readonly rule: RuleName }

/** The figure of the procedure itself, or of all; never under what an archive rule asks for. */
const keeping = (law: Law, day: string, procedure: string, kind: KeptKind): Keeping => {
  const own = `retention.${procedure}.${kind}`
  const usual: RuleName = isRuleName(own) ? own : `retention.${kind}`
  const [kept, least] = [usual, `archive.${kind}` as const].map(name => ({ rule: name, months: Number(law.figure(name, day).value) }))
  const longer = least && kept && least.months > kept.months ? least : kept
  return { procedure, kind, months: longer?.months ?? 0, rule: longer?.rule ?? usual }
}

/** What is kept how long on a legal day, of every procedure that keeps any of it. */
export const keepings = (house: Pick<House, 'law' | 'procedures'>, day: string): readonly Keeping[] =>
  [...new Set(house.procedures.map(one => one.name))].flatMap(name => kindsKept
    .filter(kind => house.procedures.some(one => one.name === name && Object.values(one.facts).some(fact => keptKindOf(fact) === kind)))
    .map(kind => keeping(house.law, day, name, kind)))

const factKinds = (house: House): readonly { readonly procedure: string; readonly fact: string; readonly kind: KeptKind }[] =>
  house.procedures.flatMap(procedure => Object.entries(procedure.facts).flatMap(([fact, declared]) => { const kind = keptKindOf(declared); return kind ? [{ procedure: procedure.name, fact, kind }] : [] }))

const endings = (house: House): readonly string[] =>
  [...new Set(house.procedures.flatMap(procedure => Object.keys(procedure.stages).filter(stage => isFinal(procedure, stage)).map(procedure.confined ? confinedEndTerm : endTerm)))]

/**
 * Once on each legal day: notes of every matter that ended since what it keeps and until when, and reckons anew what is not yet erased where a
 * figure changed. The first server to come does it; returns how many rows it noted, `undefined` where another had the day.
 *
 * It compares whole indexes instead of being told at each end: a step pays nothing for it.
 */
export const enlist = (house: House, now = new Date()): Promise<number | undefined> =>
  house.database.scoped(system, async tx => {
    const day = legalDay(now)
    const [first] = await tx.query('insert into retention_run (day, updated) values ($1::date, $2::timestamptz) on conflict (day) do nothing returning day', [day, now.toISOString()])
    if (!first) return undefined
    const kept = keepings(house, day)
    const rows = await tx.query<{ n: number }>(
      `with fresh as (
         select distinct t.county, t.matter from matter_term t
         where t.term in (select jsonb_array_elements_text($1::jsonb)) and not exists (select from retention r where r.county = t.county and r.matter = t.matter)
       ), noted as (
         insert into retention (county, matter, kind, procedure, region, ended, months)
         select m.county, m.id, k.kind, m.procedure, m.region, min(e.at), min(p.months)
         from fresh f join matter m on m.county = f.county and m.id = f.matter
           join entry e on e.county = m.county and e.matter = m.id and e.stage = m.stage
           join sealed s on s.county = m.county and s.matter = m.id and s.erased is null
           join jsonb_to_recordset($2::jsonb) k(procedure text, fact text, kind text) on k.procedure = m.procedure and k.fact = s.fact
           join jsonb_to_recordset($3::jsonb) p(procedure text, kind text, months integer) on p.procedure = m.procedure and p.kind = k.kind
         group by m.county, m.id, k.kind, m.procedure, m.region
         on conflict do nothing returning 1
       ) select count(*)::int as n from noted`, [JSON.stringify(endings(house)), JSON.stringify(factKinds(house)), JSON.stringify(kept)])
    await tx.query(
      `update retention r set months = p.months from jsonb_to_recordset($1::jsonb) p(procedure text, kind text, months integer)
       where r.erased is null and r.procedure = p.procedure and r.kind = p.kind and r.months <> p.months`, [JSON.stringify(kept)])
    const n = rows[0]?.n ?? 0
    await tx.query('update retention_run set enlisted = $2::integer where day = $1::date', [day, n])
    return n
  })

/** Notes as erased the kinds of a matter of which nothing is left. */
export const settle = async (tx: Tx, house: House, { county, matter }: { readonly county: string; readonly matter: string }, at: Date): Promise<void> => {
  await tx.query(
    `update retention r set erased = $4::timestamptz where r.county = $1 and r.matter = $2::uuid and r.erased is null and not exists (
       select from sealed s join jsonb_to_recordset($3::jsonb) k(procedure text, fact text, kind text) on k.fact = s.fact and k.procedure = r.procedure and k.kind = r.kind
       where s.county = r.county and s.matter = r.matter and s.erased is null)`, [county, matter, JSON.stringify(factKinds(house)), at.toISOString()])
}

type Due = { readonly county: string; readonly matter: string }

/** What became of one matter that fell due. */
export type Passed = { readonly did: 'erased' | 'nothing' } | ({ readonly did: 'failed'; readonly why: Refusal | Error } & Due)

/**
 * Erases what is longest due of one matter and no hold keeps: all its kinds that are due, as one entry. Any number of servers may call it at
 * once; what another is at is passed over. One that fails is put off for a day and holds up no other.
 */
export const eraseNext = async (house: House, now = new Date()): Promise<Passed> => {
  let due: Due | undefined
  try {
    return await house.database.scoped(system, async tx => {
      [due] = await tx.query<Due>(
        `select r.county, r.matter from retention r join matter m on m.county = r.county and m.id = r.matter
         where r.erased is null and coalesce(r.not_before, r.due) <= $1::timestamptz and r.due <= $1::timestamptz and app_held(r.county, r.matter, $1::timestamptz) is null
         order by coalesce(r.not_before, r.due), r.county, r.matter limit 1 for update of r, m skip locked`, [now.toISOString()])
      if (!due) return { did: 'nothing' }
      const { county, matter } = due
      const [row] = await tx.query<{ procedure: string; version: string; kinds: readonly KeptKind[] }>(
        `select m.procedure, m.version::text as version, array(select r.kind from retention r where r.county = m.county and r.matter = m.id and r.erased is null and r.due <= $3::timestamptz order by 1) as kinds
         from matter m where m.county = $1 and m.id = $2::uuid`, [county, matter, now.toISOString()])
      if (!row) return { did: 'nothing' }
      await eraseIn(tx, house, { county, matter, facts: factsOfKinds(versionOf(house, row.procedure, row.version), row.kinds), ground: 'retention' }, now)
      await settle(tx, house, due, now)
      return { did: 'erased' }
    })
  } catch (error) {
    if (!due) throw error
    const { county, matter } = due
    await house.database.scoped(system, tx => tx.query(
      `update retention set not_before = $3::timestamptz + interval '1 day' where county = $1 and matter = $2::uuid and erased is null and due <= $3::timestamptz`, [county, matter, now.toISOString()]))
    return { did: 'failed', county, matter, why: error instanceof Refused ? error.refusal : error instanceof Error ? error : new Error(String(error)) }
  }
}

/** Notes what ended, then erases what is due, at most so many matters; tells what was done and what failed. The day’s own row keeps the sum. */
export const retain = async (house: House, now = new Date(), most = 200): Promise<{ readonly enlisted: number; readonly erased: number; readonly failed: readonly Passed[] }> => {
  const enlisted = await enlist(house, now) ?? 0
  const failed: Passed[] = []
  let erased = 0
  while (erased + failed.length < most) {
    const one = await eraseNext(house, now)
    if (one.did === 'nothing') break
    if (one.did === 'erased') erased += 1
    else failed.push(one)
  }
  if (erased + failed.length > 0) {
    await house.database.scoped(system, tx => tx.query(
      'update retention_run set erased = erased + $2::integer, failed = failed + $3::integer, updated = $4::timestamptz where day = $1::date', [legalDay(now), erased, failed.length, now.toISOString()]))
  }
  return { enlisted, erased, failed }
}
