import type { Law } from '../../../kernel/clock.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import { kindTraits, unconfirmable, type DisputeKind } from './kinds.ts'
import { lastDay } from './limits.ts'

type Agreed = { readonly about?: DisputeKind | undefined; readonly effectiveOn: string }

/** Why no court confirms an agreement of a kind, whenever it is asked. */
export const neverConfirmed = (about: DisputeKind | undefined): Refusal | undefined => {
  const { unconfirmable: why } = kindTraits(about)
  return why === undefined ? undefined : refuse('not-confirmable', words(`法院不受理此类司法确认：${unconfirmable[why].zh}`, `A court confirms no such agreement: ${unconfirmable[why].en}`), { basis: ['29.3'], remedy: words('请按协议履行，或者走其他途径', 'Perform it as agreed, or take another way') })
}

/** Why the court can't be asked on a legal day: it confirms no such agreement, or the time to ask it together is over. */
export const notConfirmable = ({ about, effectiveOn }: Agreed, law: Law, today: string): Refusal | undefined => {
  const last = lastDay(law, 'judicial-confirmation.window', effectiveOn, today)
  return neverConfirmed(about) ?? (today <= last ? undefined
    : refuse('window-closed', words(`已过共同申请司法确认的期限（${last}）`, `The time to ask the court together ended on ${last}`), { basis: ['29.3'], remedy: words('协议仍然有效；不履行的可以起诉', 'The agreement stands; who does not perform it may be sued') }))
}

/** How many days both sides have to ask the court together, by the figure of a legal day. */
export const windowOf = (law: Law, today: string): number => Number(law.figure('judicial-confirmation.window', today).value)
