import { regionOfOffice } from '../kernel/post.ts'
import { isRegionCode, levels } from '../kernel/region.ts'
import type { Tx } from '../store/database.ts'
import type { Loader } from '../store/house.ts'

/** Whose doing is to be answered for, from which office, at which instant (ISO 8601). */
export type Asked = { readonly office: string; readonly account: string; readonly at: string }

/**
 * The office whose lead answers for what somebody did in an office: that office itself, where another person leads it, else the nearest
 * above it, or beside it in the same place, that somebody else leads. `undefined` where there is none.
 */
export const answeringOffice = async (tx: Tx, { office, account, at }: Asked): Promise<string | undefined> => {
  const region = regionOfOffice(office)
  const upwards = Object.values(levels).filter(({ length }) => length <= region.length).map(({ length }) => region.slice(0, length))
  const [found] = await tx.query<{ office: string }>(
    `select p.office from post p where p.kind = 'lead' and p.office is not null and p.account <> $2::uuid and p.region = any($3::text[])
       and p.since <= $4::timestamptz and (p.until is null or p.until > $4::timestamptz)
     order by (p.office = $1) desc, length(p.region) desc, p.office limit 1`,
    [office, account, `{${upwards.join(',')}}`, at])
  return found?.office
}

/** Asked for with `{ office, account, at }`. */
export const answering: Loader = async (tx, { office, account, at }) =>
  typeof office === 'string' && isRegionCode(regionOfOffice(office)) && typeof account === 'string' && typeof at === 'string' ? answeringOffice(tx, { office, account, at }) : undefined
