import type { Account } from '../declared.ts'

/** The accounts of a village's points and rewards. */
export const places = (village: string) => ({
  issued: { ledger: 'points', region: village, kind: 'issued' },
  redeemed: { ledger: 'points', region: village, kind: 'redeemed' },
  household: (code: string) => ({ ledger: 'points', region: village, kind: 'household', owner: code }),
  receivable: (code: string) => ({ ledger: 'points', region: village, kind: 'receivable', owner: code }),
  supplied: { ledger: 'goods', region: village, kind: 'supplied' },
  shelf: (reward: string) => ({ ledger: 'goods', region: village, kind: 'shelf', owner: reward }),
  handed: { ledger: 'goods', region: village, kind: 'handed' },
  lost: { ledger: 'goods', region: village, kind: 'lost' },
}) as const satisfies Readonly<Record<string, Account | ((owner: string) => Account)>>
