import { isUuid } from '../kernel/facts.ts'
import { asPlatform } from '../store/house.ts'

/**
 * The people whom a matter is about and who have an account, asked for with `{ county, id }`. Read as the platform, so that one who reported
 * anonymously is among them: whoever uses the answer keeps them hidden.
 */
export const concerned = asPlatform(async (own, { county, id }) =>
  typeof county === 'string' && isUuid(id)
    ? (await own.query<{ account: string }>(
      'select distinct account from party where county = $1 and matter = $2::uuid and account is not null order by account', [county, id])).map(row => row.account)
    : undefined)
