import { isObject, type JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import type { Loader } from '../store/house.ts'

/** Enters a plan's targets as adopted, or as amended: those that are gone are gone, what was stated of them stays. */
export const recordAnnualPlan = async (tx: Tx, row: JsonObject, at: Date): Promise<void> => {
  const targets: readonly unknown[] = Array.isArray(row['targets']) ? row['targets'] : []
  await tx.query('delete from plan_target where county = $1 and plan = $2::uuid', [row['county'], row['plan']])
  await tx.query(
    `insert into plan_target (county, plan, region, year, code, place, office, duty, name, unit, target, how, measure, since)
     select $1, $2::uuid, $3, $4::integer, t.code, t.place, t.office, t.duty, t.name, t.unit, t.target, t.how, t.measure, $6::timestamptz
     from jsonb_to_recordset($5::text::jsonb) as t(code text, place integer, office text, duty text, name text, unit text, target integer, how text, measure text)`,
    [row['county'], row['plan'], row['region'], row['year'], JSON.stringify(targets.map((target, place) => ({ ...(isObject(target) && target), place }))), at.toISOString()])
}

/** Appends what an office stated of a target. */
export const recordPlanProgress = async (tx: Tx, row: JsonObject): Promise<void> => {
  await tx.query(
    'insert into plan_progress (county, plan, code, at, value, evidence, office) values ($1, $2::uuid, $3, $4::timestamptz, $5::integer, $6, $7) on conflict do nothing',
    [row['county'], row['plan'], row['code'], row['at'], row['value'], row['evidence'], row['office']])
}

/** The plan adopted for a region and year, `{ county, region, year }`: its matter. */
export const planStanding: Loader = async (tx, { county, region, year }) =>
  (await tx.query<{ plan: string }>('select plan from plan_target where county = $1 and region = $2 and year = $3::integer limit 1', [county, region, year]))[0]?.plan

/** A target with what was last stated of it. `measure`: `procedure.measure`, where progress is computed. */
export type PlanTarget = {
  readonly plan: string
  readonly code: string
  readonly office: string
  readonly duty: string
  readonly name: string
  readonly unit: string
  readonly target: number
  readonly how: 'computed' | 'stated'
  readonly measure: string | null
  readonly value: number | null
  readonly at: Date | null
  readonly evidence: string | null
  /** When it came to hold. */
  readonly since: Date
}

/** The targets of a region and year, as the plan has them in order. */
export const targetsOf = (tx: Tx, { county, region, year }: { readonly county: string; readonly region: string; readonly year: number }): Promise<readonly PlanTarget[]> =>
  tx.query<PlanTarget>(
    `select t.plan, t.code, t.office, t.duty, t.name, t.unit, t.target, t.how, t.measure, t.since, p.value, p.at, p.evidence
     from plan_target t left join lateral (
       select value, at, evidence from plan_progress where county = t.county and plan = t.plan and code = t.code order by at desc limit 1) p on true
     where t.county = $1 and t.region = $2 and t.year = $3::integer order by t.place`, [county, region, year])

/** The years for which a region has targets, the newest first. */
export const plannedYears = async (tx: Tx, county: string, region: string): Promise<readonly number[]> =>
  (await tx.query<{ year: number }>('select distinct year from plan_target where county = $1 and region = $2 order by year desc', [county, region])).map(row => row.year)
