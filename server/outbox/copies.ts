import type { Database } from '../../store/database.ts'
import { asSignIn } from '../auth/own-role.ts'

/** The encrypted copies that devices hold, each noted with the sign-in it was made under. */
export type Copies = {
  /** Notes that a device has brought its copy up to date, and how much it has not sent yet. */
  noted(session: string, copy: string, unsent: number): Promise<void>
  /** Whether its sign-in was ended from elsewhere, so that the device wipes it. */
  ended(copy: string): Promise<boolean>
}

export const copies = (database: Database): Copies => ({
  noted: (session, copy, unsent) => asSignIn(database, async tx => {
    await tx.query('update auth.session set copy = $2::uuid, synced = now(), unsent = $3::int where id = $1::uuid', [session, copy, unsent])
  }),
  ended: copy => asSignIn(database, async tx => (await tx.query('select from auth.ended_copy where copy = $1::uuid', [copy])).length > 0),
})
