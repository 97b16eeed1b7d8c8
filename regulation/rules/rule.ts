import type { Citation } from '../citation.ts'
import type { Fraction } from '../fraction.ts'
import type { Words } from '../words.ts'

/** What a figure counts, and so the type of its value. `yesNo` is a permission that is data because the law on it moves. */
export type ValueOf = {
  hours: number
  days: number
  workingDays: number
  workingHours: number
  months: number
  years: number
  count: number
  squareMetres: number
  metres: number
  centimetres: number
  fraction: Fraction
  yesNo: boolean
}

export type Unit = keyof ValueOf

/** A figure and its unit, kept together so that one cannot be read as the other. */
export type Quantity<U extends Unit = Unit> = { [K in U]: { readonly unit: K; readonly value: ValueOf[K] } }[U]

/**
 * Where a figure stands: in this regulation, in national law, in a local rule that was adopted, or nowhere but in this product.
 * A `default` never shows as an article's requirement and founds no breach.
 */
export type RuleKind = 'regulation' | 'national' | 'local' | 'default'

/** When a figure holds, where it is from and who has seen it there. Days are `YYYY-MM-DD` in Asia/Shanghai. */
export type Provenance = {
  /** First day in force. */
  readonly from: string
  /** First day no longer in force. */
  readonly until?: string
  readonly kind: RuleKind
  readonly source: Words
  /** The provision of this regulation that the figure serves, or stands in. */
  readonly article?: Citation
  /** The day it was last compared with its source. */
  readonly checked: string
  /** `false`: shown as “to be confirmed by the justice office”. */
  readonly confirmed: boolean
  /** A statutory figure that a local rule may nevertheless replace, because its own text says so. */
  readonly adjustable?: true
}

/** One dated figure. An amendment is a new row, never a changed one. */
export type Row<N extends string = string, U extends Unit = Unit> = { readonly name: N } & Quantity<U> & Provenance
