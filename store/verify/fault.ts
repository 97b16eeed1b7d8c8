/** What is wrong, and exactly where. `seq` is absent where a whole matter or counter is meant. */
export type VerifyFault = {
  /**
   * `gap`: an entry is missing. `hash`: an entry or its place in the chain was changed. `digest`: a sealed value or what stands beside it.
   * `surplus`: a sealed value that no entry holds. `projection`: the row, or rows beside it. `file`: a file or its bytes.
   * `forged`: an entry added that the site did not make. `checkpoint`: what stood at a checkpoint stands no more.
   * `reading`: a row of the log of readings. `vote`: a roll, an urn or a published result. `ledger`: a transfer of a ledger, or a balance that is not its transfers’ sum.
   * `export`: a line of an export, read on its own.
   */
  readonly kind: 'gap' | 'hash' | 'digest' | 'surplus' | 'projection' | 'file' | 'counter' | 'forged' | 'checkpoint' | 'reading' | 'vote' | 'ledger' | 'export'
  readonly county: string
  readonly matter?: string
  readonly number?: string
  readonly seq?: number
  readonly what: string
}

/** Notes a fault of the matter under examination. */
export type Note = (kind: VerifyFault['kind'], what: string, seq?: number) => void

/** A value that bears the stamp of an erasure, and when it was put there. Whether the law allowed it is for the records of erasure to say. */
export type Erased = { readonly county: string; readonly matter: string; readonly number: string; readonly seq: number; readonly fact: string; readonly at: Date }
