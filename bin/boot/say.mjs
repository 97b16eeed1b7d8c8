import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** One line per step, in both languages; on stderr, so that `shanzhi export > file` stays clean. */
export const say = (zh, en) => console.error(`善治 › ${zh}  ${en}`)

/** A reason to end that a person can act on; printed without a stack. */
export class Stop extends Error {
  constructor(zh, en) {
    super(en)
    this.zh = zh
    this.en = en
  }
}
