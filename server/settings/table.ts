import type { Words } from '../../kernel/words.ts'
import { declared } from './declared.ts'

/** One line of the table of settings. A secret's value is never shown. */
export type SettingRow = { readonly name: string; readonly preset: string; readonly words: Words; readonly secret: boolean }

type Declared = { readonly default?: unknown; readonly words: Words; readonly writeOnly?: boolean; readonly type?: string }

const shown = ({ default: preset }: Declared): string =>
  typeof preset === 'boolean' ? (preset ? 'on' : 'off') : typeof preset === 'string' || typeof preset === 'number' ? String(preset) : ''

/** Every setting with what it is preset to and what it is for. */
export const settingRows = (): readonly SettingRow[] =>
  Object.entries(declared.properties as unknown as { readonly [name: string]: Declared })
    .map(([name, one]) => ({ name, preset: shown(one), words: one.words, secret: one.writeOnly === true }))
