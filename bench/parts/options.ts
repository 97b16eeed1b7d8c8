import { CannotMeasure } from './say.ts'

/** Options a benchmark knows: what each is for and what it is without being given. A bare `--name` reads as `on`. */
export type OptionSpec = { readonly [name: string]: { readonly preset: string; readonly about: string } }

export type Options = {
  text(name: string): string
  /** A whole number. Throws `CannotMeasure` on anything else. */
  whole(name: string): number
  wholes(name: string): readonly number[]
  on(name: string): boolean
}

export const readOptions = (args: readonly string[], spec: OptionSpec): Options => {
  const given = new Map(args.map(arg => {
    const [, name = '', value = 'on'] = /^--([a-z-]+)(?:=(.*))?$/.exec(arg) ?? []
    if (!(name in spec)) throw new CannotMeasure(`不认识的选项 ${arg}  unknown option; known: ${Object.keys(spec).map(one => `--${one}`).join(' ')}`)
    return [name, value] as const
  }))
  const text = (name: string): string => given.get(name) ?? spec[name]?.preset ?? ''
  const number = (name: string, value: string): number => {
    if (!/^\d+$/.test(value)) throw new CannotMeasure(`--${name}=${value} 须为整数  must be a whole number`)
    return Number(value)
  }
  return { text, whole: name => number(name, text(name)), wholes: name => text(name).split(',').map(one => number(name, one)), on: name => text(name) === 'on' }
}
