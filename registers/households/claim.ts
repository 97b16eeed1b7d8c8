import { refuse, Refused } from '../../kernel/refusal.ts'
import { words, type JsonObject } from '../../kernel/words.ts'
import type { Tx } from '../../store/database.ts'

/** Who has an account is from now on known to be the one person of that name on the household’s roll. Throws `Refused` where there is none, or more than one. */
export const recordHouseholdPerson = async (tx: Tx, { county, village, household, name, account }: JsonObject): Promise<void> => {
  const found = await tx.query<{ id: string }>(
    `select p.id from household h join person p on p.county = h.county and p.household = h.id where h.county = $1 and h.code = $2 and h.village = $3 and h.until is null and p.name = $4`, [county, household, village, name])
  const [person] = found
  if (!person || found.length > 1) {
    throw new Refused(refuse('not-on-roll', words('名册上该户没有唯一的同名人员', 'The household’s roll has no one person of that name'), { remedy: words('先核对、补录户籍名册，再确认', 'Look at the roll of the household and mend it first') }))
  }
  await tx.query('update account set home = $2, person = $3::uuid where id = $1::uuid', [account, village, person.id])
}
