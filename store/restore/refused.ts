import { words, type Words } from '../../kernel/words.ts'

/** The lines can't be put here; `why` says what is wrong, in which line, and that nothing was kept. */
export class CannotRestore extends Error {
  readonly why: Words
  /** What is wrong with the line alone, where it is a line that is wrong. */
  readonly fault: string | undefined
  constructor(zh: string, en: string, options?: ErrorOptions & { readonly fault?: string }) {
    super(`${zh}\n${en}`, options)
    this.why = words(zh, en)
    this.fault = options?.fault
  }
}

export const atLine = (n: number, zh: string, en: string, options?: ErrorOptions): CannotRestore =>
  new CannotRestore(`第 ${n} 行：${zh}，未放入任何内容。`, `Line ${n}: ${en}; nothing was put in.`, { ...options, fault: `line ${n}: ${en}` })
