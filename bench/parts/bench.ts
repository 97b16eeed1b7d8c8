import type { OptionSpec, Options } from './options.ts'

/** One benchmark: what it measures, the options it knows, and the run itself. */
export type Bench = {
  readonly about: string
  readonly options: OptionSpec
  run(options: Options): Promise<void>
}

/** What `--help` prints. */
export const help = (name: string, bench: Bench): string =>
  [`npm run bench -- ${name}: ${bench.about}`, '', ...Object.entries(bench.options).map(([option, { preset, about }]) => `  --${option}=${preset || '…'}  ${about}`)].join('\n')
