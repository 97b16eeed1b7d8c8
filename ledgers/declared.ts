import type { Words } from '../kernel/words.ts'

/** Which end of an account may never be crossed: `credit`, it holds nothing less than nothing; `debit`, nothing more (what is owed); none, a village’s own side. */
export type Side = 'credit' | 'debit' | null

type Declared = Words & { readonly unit: Words; readonly accounts: Readonly<Record<string, Words & { readonly side: Side }>> }

/** The ledgers and the kinds of account in each. All count in whole units. */
export const ledgers = {
  points: {
    zh: '积分', en: 'Points', unit: { zh: '分', en: 'points' },
    accounts: {
      issued: { zh: '已发积分', en: 'Given by the village', side: null },
      household: { zh: '户', en: 'Household', side: 'credit' },
      redeemed: { zh: '已兑换', en: 'Exchanged', side: null },
      receivable: { zh: '应补积分', en: 'Owed by the household', side: 'debit' },
    },
  },
  goods: {
    zh: '兑换物品', en: 'Rewards', unit: { zh: '件', en: 'pieces' },
    accounts: {
      supplied: { zh: '入库来源', en: 'Brought in', side: null },
      shelf: { zh: '库存', en: 'On the shelf', side: 'credit' },
      handed: { zh: '已发放', en: 'Handed over', side: null },
      lost: { zh: '盘亏报损', en: 'Lost or spoilt', side: null },
    },
  },
} as const satisfies Readonly<Record<string, Declared>>

export type Ledger = keyof typeof ledgers
export type AccountKind<L extends Ledger> = keyof (typeof ledgers)[L]['accounts'] & string

/** An account by its place: the ledger, the region that keeps it, its kind and whose it is (a household, a reward). */
export type Account = { readonly [L in Ledger]: { readonly ledger: L; readonly region: string; readonly kind: AccountKind<L>; readonly owner?: string } }[Ledger]

export const sideOf = ({ ledger, kind }: Account): Side => (ledgers[ledger].accounts as Readonly<Record<string, { readonly side: Side }>>)[kind]?.side ?? null
