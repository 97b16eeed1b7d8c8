import { words, type Words } from '../../kernel/words.ts'
import type { PointsEntry, PostedLine } from '../../server/wire/points.ts'

/** Names that the desk and the phone share for points. */

export const entryKinds: { readonly [K in PointsEntry['kind']]: Words } = {
  award: words('得分', 'Given'), opening: words('期初余额', 'Opening balance'), deduction: words('扣分', 'Deducted'), redemption: words('兑换', 'Exchanged'), reversal: words('更正', 'Corrected'), settled: words('抵应补积分', 'Against what was owed'), carried: words('结转', 'Carried over'),
}

const collected: { readonly [K in PointsEntry['state']]: Words } = { pending: words('已预留，待领取', 'Kept, to be collected'), posted: words('已领取', 'Handed over'), void: words('未领取，已退回', 'Not collected; free again') }

const stateNames: { readonly [K in PostedLine['state']]: Words } = {
  pending: words('待入账', 'Not posted yet'), posted: words('已入账', 'Posted'), void: words('未入账', 'Struck'), reversed: words('已更正', 'Corrected'),
}

export const stateOfLine = ({ state, held }: { readonly state: PostedLine['state']; readonly held: boolean }): Words =>
  (state === 'pending' && held ? words('有异议，暂不入账', 'Held by an objection') : stateNames[state])

/** `+5`, `−3`. */
export const signed = (points: number): string => (points > 0 ? `+${points}` : points < 0 ? `−${Math.abs(points)}` : '0')

/** Fen as yuan: `50000` is “500.00”. */
export const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** How a movement of an account stands, in the words of its kind. */
export const stateOfEntry = (entry: PointsEntry): Words => (entry.kind === 'redemption' ? collected[entry.state] : stateOfLine(entry))
