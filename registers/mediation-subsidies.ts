import { isUuid } from '../kernel/facts.ts'
import { isMediation } from '../kernel/office-kinds.ts'
import { kindOfOffice } from '../kernel/post.ts'
import { refuse, Refused } from '../kernel/refusal.ts'
import { words, type JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import { asPlatform } from '../store/house.ts'

/** Enters a county's rule as adopted, or ends it. */
export const recordMediationSubsidyScheme = async (tx: Tx, row: JsonObject): Promise<void> => {
  if (row['do'] === 'end') {
    await tx.query('update mediation_subsidy_scheme set until = greatest(since, $3::date) where county = $1 and matter = $2::uuid', [row['county'], row['matter'], row['until']])
    return
  }
  await tx.query('insert into mediation_subsidy_scheme (county, matter, title, amounts, performance, staff_barred, since) values ($1, $2::uuid, $3, $4::text::jsonb, $5::boolean, $6::boolean, $7::date)',
    [row['county'], row['matter'], row['title'], JSON.stringify(row['amounts']), row['performance'], row['staffBarred'], row['since']])
}

/** A case claimed, paid, or freed again. A second claim of a case is refused by the key, also where two are made at the same moment. */
export const recordMediationSubsidy = async (tx: Tx, row: JsonObject, at: Date): Promise<void> => {
  const key = [row['county'], row['claim']]
  if (row['do'] === 'free') await tx.query('delete from mediation_subsidy where county = $1 and claim = $2::uuid', key)
  else if (row['do'] === 'pay') await tx.query('update mediation_subsidy set paid_on = $3::date, voucher = $4 where county = $1 and claim = $2::uuid', [...key, row['paidOn'], row['voucher']])
  else {
    const made = await tx.query(
      `insert into mediation_subsidy (county, claim, dispute, mediator, office, class, fen, claimed) values ($1, $2::uuid, $3::uuid, $4::uuid, $5, $6, $7::bigint, $8::timestamptz) on conflict do nothing returning claim`,
      [...key, row['dispute'], row['mediator'], row['office'], row['class'], row['fen'], at.toISOString()])
    if (made.length === 0) throw new Refused(refuse('claimed-already', words('该案已申领过补贴', 'A subsidy was claimed for this case already'), { basis: ['30.3'], remedy: words('一案只补一次', 'One case, one payment') }))
  }
}

type Row = { readonly procedure: string; readonly number: string; readonly region: string; readonly stage: string; readonly facts: { readonly [fact: string]: unknown }; readonly inner: { readonly [fact: string]: unknown } | null; readonly mediator: string | null; readonly office: string | null; readonly staff: boolean; readonly serving: boolean; readonly papers: boolean; readonly paid: boolean }
type SchemeRow = { readonly matter: string; readonly title: string; readonly amounts: { readonly [name: string]: number }; readonly performance: boolean; readonly staff_barred: boolean }

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/**
 * A concluded case and the rule it is paid by: `{ dispute, claim, county }`. Asked as the platform, for the sum must not depend on what who claims it may
 * read; nothing is given but what the sum is computed from.
 */
export const mediatedCase = asPlatform(async (own, { dispute, claim, county }) => {
  if (!isUuid(dispute) || typeof county !== 'string') return undefined
  const [row] = await own.query<Row>(
    `select m.procedure, m.number, m.region, m.stage, m.facts, i.facts as inner,
       g.account as mediator, g.office,
       exists (select from post p where p.account = coalesce(g.account, (i.facts ->> 'mediator')::uuid) and p.kind not in ('mediator', 'gridWorker', 'committee')
         and p.since < (i.facts ->> 'effectiveOn')::date + interval '1 day' and (coalesce(p.ended, p.until) is null or coalesce(p.ended, p.until) > (i.facts ->> 'effectiveOn')::date)) as staff,
       exists (select from post p where p.account = coalesce(g.account, (i.facts ->> 'mediator')::uuid) and p.kind = 'mediator'
         and p.since < (i.facts ->> 'effectiveOn')::date + interval '1 day' and (coalesce(p.ended, p.until) is null or coalesce(p.ended, p.until) > (i.facts ->> 'effectiveOn')::date)) as serving,
       exists (select from file f where f.county = m.county and f.matter = m.id) as papers,
       exists (select from mediation_subsidy s where s.county = m.county and s.dispute = m.id and ($3::uuid is null or s.claim <> $3::uuid)) as paid
     from matter m left join matter_internal i on i.county = m.county and i.id = m.id
       -- Who brought the agreement about, whoever has the dispute since.
       left join lateral (select account, office from mediated g where g.county = m.county and g.matter = m.id and g.agreed is not null order by g.agreed desc, g.took desc limit 1) g on true
     where m.county = $1 and m.id = $2::uuid`, [county, dispute, isUuid(claim) ? claim : null])
  if (!row) return undefined
  const facts = { ...row.facts, ...row.inner }
  const effectiveOn = textOf(facts['effectiveOn'])
  const [scheme] = effectiveOn === undefined ? [] : await own.query<SchemeRow>(
    'select matter, title, amounts, performance, staff_barred from mediation_subsidy_scheme where county = $1 and since <= $2::date and (until is null or until > $2::date) order by since desc limit 1', [county, effectiveOn])
  const seats = Array.isArray(facts['seats']) ? facts['seats'] as readonly { readonly informed?: boolean }[] : []
  // No agreement is made before all were told; on a way taken later they are told anew.
  const told = (effectiveOn !== undefined && row.mediator !== null) || (seats.length > 0 && seats.every(seat => seat.informed === true))
  const body = textOf(facts['body'])
  const office = row.office ?? body ?? textOf(facts['sourceOffice'])
  const mediator = row.mediator ?? textOf(facts['mediator'])
  const [form, grade] = ['form', 'grade'].map(name => textOf(facts[name]))
  const kind = kindOfOffice(office ?? '')
  return {
    procedure: row.procedure, number: row.number, region: row.region, ...(office !== undefined && { office }), ...(mediator !== undefined && { mediator }), peoples: (isMediation(kind) || kind === 'committee') && row.serving,
    proved: row.papers || textOf(facts['visitedOn']) !== undefined,
    ...(form !== undefined && { form: form as 'written' | 'oral' }), ...(grade !== undefined && { grade: grade as 'ordinary' | 'hard' | 'major' }), ...(effectiveOn !== undefined && { effectiveOn }),
    performed: row.stage === 'closed' && facts['outcome'] === 'performed', sessions: Number(facts['sessions'] ?? 0), told, staff: row.staff, paid: row.paid,
    ...(scheme && { scheme: { matter: scheme.matter, title: scheme.title, amounts: scheme.amounts, performance: scheme.performance, staffBarred: scheme.staff_barred } }),
  }
})

/** What was claimed and approved of a county, for finance: not paid yet, or paid in a month. Asked as who reads it. */
export type PaymentRow = { readonly claim: string; readonly number: string; readonly dispute: string; readonly mediator: string; readonly office: string; readonly class: string; readonly fen: string; readonly paidOn: string | null; readonly voucher: string | null }

export const paymentList = (tx: Tx, { county, month, limit }: { readonly county: string; readonly month: string | null; readonly limit: number }): Promise<readonly PaymentRow[]> =>
  tx.query<PaymentRow>(
    `select s.claim, m.number, coalesce(d.number, '') as dispute, a.name as mediator, s.office, s.class, s.fen::text as fen, s.paid_on::text as "paidOn", s.voucher
     from mediation_subsidy s join matter m on m.county = s.county and m.id = s.claim join account a on a.id = s.mediator
       left join matter d on d.county = s.county and d.id = s.dispute
     where s.county = $1 and case when $2::text is null then s.paid_on is null and m.stage = 'approved' else to_char(s.paid_on, 'YYYY-MM') = $2 end
     order by s.office, a.pinyin, m.number limit $3`, [county, month, limit])
