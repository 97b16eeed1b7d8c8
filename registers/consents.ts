import { legalDay } from '../kernel/calendar.ts'
import type { Tx } from '../store/database.ts'
import type { Recorder } from '../store/house.ts'

/** Consent given, from now on; its matter’s id is its own. */
export const recordConsent: Recorder = async (tx, row, at) => {
  await tx.query(
    'insert into consent (county, id, account, about, purpose, child, given, until) values ($1, $2::uuid, $3::uuid, $4::uuid, $5, $6::boolean, $7::timestamptz, $8::date)',
    [row['county'], row['id'], row['account'], row['about'], row['purpose'], row['child'], at.toISOString(), row['until']])
}

/** Consent withdrawn or over. */
export const recordConsentEnd: Recorder = async (tx, row, at) => {
  await tx.query('update consent set withdrawn = $3::timestamptz where county = $1 and id = $2::uuid and withdrawn is null', [row['county'], row['id'], at.toISOString()])
}

/** Whose consent is asked about: a person by account, or whoever gave it for a matter. `child`: a guardian’s, for a minor. */
export type ConsentOf = { readonly account: string; readonly child?: true } | { readonly county: string; readonly about: string; readonly child?: true }

/**
 * Whether consent for a purpose is in force at an instant: given, neither withdrawn nor past its last legal day. Ask as the platform: what
 * stands between a step and a person’s data must not depend on who acts. A guardian’s consent counts for the minor alone, and no other for one.
 */
export const consentFor = async (tx: Tx, of: ConsentOf, purpose: string, at: Date): Promise<boolean> => {
  const [where, values] = 'account' in of ? ['account = $5::uuid', [of.account]] : ['county = $5 and about = $6::uuid', [of.county, of.about]]
  const [row] = await tx.query<{ given: boolean }>(
    `select exists (select from consent where purpose = $1 and child = $2::boolean and given <= $3::timestamptz and (withdrawn is null or withdrawn > $3::timestamptz)
       and (until is null or until >= $4::date) and ${where}) as given`, [purpose, of.child === true, at.toISOString(), legalDay(at), ...values])
  return row?.given === true
}

/** The consents of an account in force for a purpose, those given for a minor too. */
export const consentsOf = (tx: Tx, account: string, purpose: string): Promise<readonly { readonly county: string; readonly id: string }[]> =>
  tx.query('select county, id from consent where account = $1::uuid and purpose = $2 and withdrawn is null order by given', [account, purpose])
