import { parseArgs } from 'node:util'

/** What the caller wants run: passes by --only or TEST_ONLY, files by the beginning of their path, `--test-…` flags handed on. */
export type Wish = {
  readonly asks: (pass: string) => boolean
  /** Asked for by name, so that not being able to run is a failure. */
  readonly named: (pass: string) => boolean
  readonly covers: (path: string) => boolean
  readonly flags: readonly string[]
}

export const readWish = (args: readonly string[], fromEnv: string | undefined, known: readonly string[]): Wish => {
  const flags = args.filter(arg => arg.startsWith('--test-'))
  const { values, positionals } = parseArgs({
    args: args.filter(arg => !flags.includes(arg)),
    options: { only: { type: 'string' } },
    allowPositionals: true,
  })
  const only = (values.only ?? fromEnv)?.split(',').filter(name => name !== '')
  const unknown = only?.find(name => !known.includes(name))
  if (unknown !== undefined) {
    console.error(`--only=${unknown}？可选 · choose from: ${known.join(', ')}`)
    process.exit(2)
  }
  return {
    asks: pass => only?.includes(pass) ?? true,
    named: pass => only?.includes(pass) ?? false,
    covers: path => positionals.length === 0 || positionals.some(start => path.startsWith(start)),
    flags,
  }
}
