import { randomUUID } from 'node:crypto'
import { legalDay, startOfLegalDay } from '../kernel/calendar.ts'
import type { Law } from '../kernel/clock.ts'
import { administrators, accessOffice } from '../kernel/appoint.ts'
import { officeCode, postKinds, system, type PostKind } from '../kernel/post.ts'
import { isRefusal, refuse, Refused, type Refusal } from '../kernel/refusal.ts'
import { words } from '../kernel/words.ts'
import { importOffices, officesFor } from '../registers/offices.ts'
import { personKey } from '../registers/pinyin.ts'
import type { RegionRow } from '../registers/regions.ts'
import type { Database, Tx } from '../store/database.ts'
import type { Invitations } from './auth/invitations.ts'

/** Who begins a site: the three administrators, and the city lead who proposes the first posts. */
export const firstKinds = [...administrators, 'lead'] as const

export type FirstKind = (typeof firstKinds)[number]
export type FirstPerson = { readonly kind: FirstKind; readonly name: string; readonly userName: string }
export type Invited = FirstPerson & { readonly code: string; readonly until: Date }

const offices = { systemAdmin: accessOffice, securityAdmin: accessOffice, auditor: (city: string) => officeCode(city, 'audit'), lead: (city: string) => officeCode(city, 'lead') } as const satisfies Record<FirstKind, (city: string) => string>

/** The city of the register. Throws `Refused` where there is none, or where there are administrators already. */
const cityOf = async (tx: Tx): Promise<string> => {
  const held = await tx.query(`select id from post where kind = any($1::text[]) and ended is null and (until is null or until > now()) limit 1`, [`{${administrators.join(',')}}`])
  if (held.length > 0) throw new Refused(refuse('administrators-there', words('已有管理员，其他人员须按岗位任命程序任命', 'There are administrators already; anybody else is appointed by procedure'), { remedy: words('请由管理员登录后办理', 'Let them sign in and do it') }))
  // A site from before there was such an office gets it now.
  await importOffices(tx, officesFor(await tx.query<RegionRow>('select code, listed, name, kind, pinyin from region order by code')), legalDay(new Date()))
  const [city] = await tx.query<{ code: string }>('select code from region where length(code) = 4 and until is null order by code limit 1')
  if (!city) throw new Refused(refuse('no-city', words('尚无区划，请先导入', 'There are no regions yet; import them first')))
  return city.code
}

const appoint = async (tx: Tx, city: string, { kind, name, userName }: FirstPerson, now: Date): Promise<string> => {
  const account = randomUUID()
  await tx.query('insert into account (id, name, pinyin, place, created) values ($1::uuid, $2, $3, $4, $5::timestamptz)', [account, name, personKey(name), city, now.toISOString()])
  const [made] = await tx.query<{ free: boolean }>('select sign_in_opens($1::uuid, $2) as free', [account, userName])
  if (made?.free !== true) throw new Refused(refuse('name-taken', words(`用户名 ${userName} 已被使用`, `The user name ${userName} is taken`)))
  await tx.query(`insert into post (id, account, kind, office, region, clearance, since) values ($1::uuid, $2::uuid, $3, $4, $5, $6, $7::timestamptz)`,
    [randomUUID(), account, kind, offices[kind](city), city, postKinds[kind satisfies PostKind].clearance, now.toISOString()])
  return account
}

/**
 * Creates the first administrators of a site, with the code for each one's first sign-in. All of them or none: who begins alone could give
 * themselves everything. From then on posts are given by procedure only.
 */
export const appointFirst = async (database: Database, { law, invitations }: { readonly law: Law; readonly invitations: Invitations }, people: readonly FirstPerson[], now: Date): Promise<readonly Invited[] | Refusal> => {
  const opened = await database.scoped(system, async tx => {
    const city = await cityOf(tx)
    const accounts: (FirstPerson & { readonly account: string })[] = []
    for (const person of people) accounts.push({ ...person, account: await appoint(tx, city, person, now) })
    return accounts
  }).catch((error: unknown) => { if (error instanceof Refused) return error.refusal; throw error })
  if (isRefusal(opened)) return opened
  const days = law.figure('access.invitation', legalDay(now)).value as number
  const until = new Date(startOfLegalDay(legalDay(now)).getTime() + (days + 1) * 86_400_000)
  return Promise.all(opened.map(async ({ account, ...person }) => ({ ...person, until, code: await invitations.make(account, 0, until) ?? '' })))
}
