/** A reason to end that a person can act on, in both languages; printed without a stack. `code` is the exit code. */
export class Stop extends Error {
  readonly zh: string
  readonly en: string
  readonly code: number
  constructor(zh: string, en: string, code = 1) {
    super(en)
    this.zh = zh
    this.en = en
    this.code = code
  }
}
