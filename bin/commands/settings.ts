import { settingRows } from '../../server/settings/table.ts'
import type { Command } from '../command.ts'

/** Prints every setting, in both languages. */
export const settings: Command = {
  usage: 'settings', zh: '列出全部设置', en: 'list every setting', options: {},
  run: () => {
    for (const { name, preset, words, secret } of settingRows()) {
      const set = process.env[name] === undefined || process.env[name] === '' ? '' : secret ? '  [已设 set]' : `  [现为 now: ${process.env[name]}]`
      console.log(`${name}${preset === '' ? '' : ` = ${preset}`}${set}\n    ${words.zh}\n    ${words.en}`)
    }
    return Promise.resolve()
  },
}
