/** What is wrong, and exactly where. `seq` is absent where a whole matter or counter is meant. */
export type VerifyFault = {
  readonly kind: 'gap' | 'hash' | 'digest' | 'projection' | 'counter'
  readonly county: string
  readonly matter?: string
  readonly number?: string
  readonly seq?: number
  readonly what: string
}
