import type { Fact, FactTraits } from '../../../kernel/fact.ts'
import { text } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'

/** Columns of lists that are more than text. */

/** The code of an item, by which it is cited: lower case letters, digits, dots and dashes. It stays with the item from version to version. */
export const code = (traits: FactTraits): Fact<string> => {
  const plain = text({ ...traits, max: 30 })
  return {
    ...plain, schema: { type: 'string', pattern: '^[a-z0-9][a-z0-9.-]{0,29}$' },
    check: value => {
      const checked = plain.check(typeof value === 'number' ? String(value) : value)
      if (!checked.ok) return checked
      const tidy = checked.value.toLowerCase()
      return /^[a-z0-9][a-z0-9.-]{0,29}$/.test(tidy) ? { ok: true, value: tidy } : { ok: false, why: words('编码只用字母、数字、点和短横，如 zz-01', 'A code has letters, digits, dots and dashes only, such as zz-01') }
    },
  }
}

/** The names in a text separated by 、 or a comma, each once. */
export const namesIn = (value: string | undefined): readonly string[] =>
  [...new Set((value ?? '').split(/[、，,；;\n]/).map(name => name.trim()).filter(name => name !== ''))]

/** Several names in one cell, kept with 、 between them. */
export const names = (traits: FactTraits & { max?: number }): Fact<string> => {
  const plain = text({ ...traits, max: traits.max ?? 500 })
  return {
    ...plain,
    check: value => {
      const checked = plain.check(value)
      return checked.ok ? { ok: true, value: namesIn(checked.value).join('、') } : checked
    },
  }
}

const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day of any year, `MM-DD`. */
export const monthDay = (traits: FactTraits): Fact<string> => {
  const plain = text({ ...traits, max: 5 })
  return {
    ...plain, schema: { type: 'string', pattern: '^[0-9]{2}-[0-9]{2}$' },
    check: value => {
      const [, month, day] = typeof value === 'string' ? /^(\d{1,2})-(\d{1,2})$/.exec(value.trim()) ?? [] : []
      return month !== undefined && day !== undefined && Number(day) >= 1 && Number(day) <= (days[Number(month) - 1] ?? 0)
        ? { ok: true, value: `${month.padStart(2, '0')}-${day.padStart(2, '0')}` }
        : { ok: false, why: words('请填月-日，如 11-01', 'must be month-day, such as 11-01') }
    },
  }
}
