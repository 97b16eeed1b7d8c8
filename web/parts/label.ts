import type { Words } from '../../kernel/words.ts'

/** What lists say of a procedure. `final`: the stage is an end; `waits`: its next word is the reporter's. `steps`: those that open it, with the kinds of post that may. */
export type Label = {
  readonly title: Words
  readonly stages: Readonly<Record<string, Words & { readonly final?: true; readonly waits?: true }>>
  readonly steps: Readonly<Record<string, readonly string[]>>
}
