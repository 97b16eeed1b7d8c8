import type { Tx } from '../../store/database.ts'

/** A roll on which an account stands, or whose unit it may vote for, and what the vote keeps of that. `mark` only of an open vote. */
export type OwnLine = { readonly matter: string; readonly question: string | null; readonly number: number; readonly name: string; readonly frozen: Date | null; readonly way: string | null; readonly mark: string | null }

/** The rolls that hold something of an account's person, or of the household they vote for, the newest first. Ask as the platform. */
export const ownRolls = (tx: Tx, account: string): Promise<readonly OwnLine[]> =>
  tx.query<OwnLine>(
    `select u.matter, p.question, u.number, u.name, r.frozen, a.way, b.mark from roll_unit u join roll r using (county, matter)
       left join poll p using (county, matter) left join attendance a using (county, matter, number) left join named_ballot b using (county, matter, number)
     where u.person = (select person from account where id = $1::uuid) or exists (select from roll_voter v where v.county = u.county and v.matter = u.matter and v.number = u.number and v.account = $1::uuid)
     order by r.made desc, u.matter, u.number`, [account])
