import type { Limit } from '../kernel/clock.ts'
import type { Period } from '../kernel/period.ts'
import { words, type Words } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'

/** What a request may be about, as listed; `limit` is how long its handling may take. */
export type Category = {
  readonly code: string
  readonly group: string
  readonly zh: string
  readonly en: string
  readonly limit?: Limit
  /** The community's own affair (Art. 23): only these may be dispatched to a village committee. */
  readonly community: boolean
}

export type CategoryGroup = Words & { readonly code: string }

/** A category of the shipped list. */
export type CategoryRow = Omit<Category, 'limit'> & { readonly limit?: Period }

/** Limits of the shipped list are the product's own: they found no breach, and an adopted local limit replaces them. */
export const shippedLimit = (period: Period): Limit =>
  ({ period, source: { kind: 'default', words: words('平台默认：该类别的办理时限', 'Product default: handling limit of the category'), article: '21.4', confirmed: true } })

/** Writes groups and categories in force from `since` (legal day); what stands already is left as it is. */
export const importCategories = async (tx: Tx, groups: readonly CategoryGroup[], rows: readonly CategoryRow[], since: string): Promise<void> => {
  await tx.query(
    `insert into category_group (code, zh, en, place)
     select code, zh, en, place from jsonb_to_recordset($1::text::jsonb) as g(code text, zh text, en text, place smallint)
     on conflict (code) do nothing`,
    [JSON.stringify(groups.map((group, place) => ({ ...group, place })))],
  )
  await tx.query(
    `insert into category (code, since, "group", zh, en, place, limit_amount, limit_unit, source_kind, source_zh, source_en, community)
     select code, $2::date, "group", zh, en, place, amount, unit, source_kind, source_zh, source_en, community
     from jsonb_to_recordset($1::text::jsonb) as c(
       code text, "group" text, zh text, en text, place smallint, amount integer, unit text,
       source_kind text, source_zh text, source_en text, community boolean)
     on conflict (code, since) do nothing`,
    [JSON.stringify(rows.map((row, place) => ({ ...row, place, ...(row.limit && limitColumns(shippedLimit(row.limit))) }))), since],
  )
}

const limitColumns = ({ period, source }: Limit) =>
  ({ ...period, source_kind: source.kind, source_zh: source.words.zh, source_en: source.words.en })
