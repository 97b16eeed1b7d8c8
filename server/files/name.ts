import { normalise } from '../../kernel/identifiers.ts'
import { kinds } from './kind.ts'

const longest = 120

/** A file's name as it is kept: no path, no control characters, at most 120 code points, with the ending its bytes deserve. */
export const fileName = (given: string, type: string): string => {
  const ending = kinds.get(type)?.ending ?? 'bin'
  const bare = normalise(given).split(/[/\\]/).at(-1)?.replace(/[<>:"|?*\n\t]/g, '').trim().replace(/\.[^.]{1,5}$/, '') ?? ''
  const stem = [...bare.replace(/^\.+/, '')].slice(0, longest - ending.length - 1).join('')
  return `${stem === '' ? 'file' : stem}.${ending}`
}

/** RFC 6266: a plain name for old programs, the real one in UTF-8 beside it. */
export const disposition = (name: string, inline: boolean): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const real = encodeURIComponent(name).replace(/['()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${real}`
}
