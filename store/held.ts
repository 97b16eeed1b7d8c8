import { holdGrounds, type HoldGround } from '../kernel/erasure.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { words } from '../kernel/words.ts'
import type { Tx } from './database.ts'

/** The ground on which a matter is held at this instant; `undefined` where nothing holds it. */
export const heldOn = async (tx: Tx, county: string, matter: string, at: Date): Promise<HoldGround | undefined> => {
  const [row] = await tx.query<{ ground: HoldGround | null }>('select app_held($1, $2::uuid, $3::timestamptz) as ground', [county, matter, at.toISOString()])
  return row?.ground ?? undefined
}

/** Says no to an erasure while a hold keeps the matter. */
export const isHeld = (ground: HoldGround): Refusal =>
  refuse('held', words(`因“${holdGrounds[ground].zh}”暂缓删除`, `A hold keeps it: ${holdGrounds[ground].en}`), { remedy: words('暂缓解除或到期后再删除', 'It can be erased once the hold is lifted or over') })
