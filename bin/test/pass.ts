/** One run over test files, under one database and time zone. */
export type Pass = {
  readonly name: 'pglite' | 'pure' | 'server' | 'browser'
  readonly zh: string
  readonly en: string
  readonly files: (path: string) => boolean
  /** What the pass needs of the machine, or why it can't run. */
  readonly needs: () => Promise<Found | Missing>
  /** What is made once for all files, under a folder that goes when the pass ends: more of the environment, or nothing where it failed. */
  readonly makes?: (folder: string) => Promise<Found['env'] | undefined>
  readonly oneAtATime?: true
}

/** The environment handed to the tests, and what to call it in the output (never a password). */
export type Found = { readonly env: Readonly<Record<string, string>>; readonly at?: string }

export type Missing = { readonly zh: string; readonly en: string }
