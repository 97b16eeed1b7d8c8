import { readFileSync } from 'node:fs'

/** Refusals and faults that these files can give, as `met.refusals` names them. `from`: the test's own address, beside which they lie. */
export const codesOf = (from: string, ...files: readonly string[]): readonly string[] => {
  const said = files.map(file => readFileSync(new URL(file, from), 'utf8')).join('\n')
  return [...new Set([
    ...[...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? ''),
    ...[...said.matchAll(/fault\('([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`),
  ])]
}
