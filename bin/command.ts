import type { ParseArgsOptionsConfig } from 'node:util'

/** What was given on the command line: options by name, and the rest in order. */
export type Given = { readonly values: { readonly [option: string]: string | boolean | undefined }; readonly positionals: readonly string[] }

/** A command of `shanzhi`. */
export type Command = {
  /** How it is written, such as `import regions FILE`. */
  readonly usage: string
  readonly zh: string
  readonly en: string
  readonly options: ParseArgsOptionsConfig
  /** Takes a file beside its options; without this, nothing. */
  readonly file?: true
  /** Takes so many words beside its options. */
  readonly takes?: 1 | 2
  run(given: Given): Promise<void>
}

export const textOf = (given: Given, name: string): string | undefined => {
  const value = given.values[name]
  return typeof value === 'string' ? value : undefined
}
