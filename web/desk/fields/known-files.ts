import { isObject } from '../../../kernel/words.ts'
import type { FileRef } from '../../../server/wire.ts'

/** Names of files uploaded in this tab, so that a draft found again after a reload still says what it holds. */
const name = 'draft-files'

const isFile = (value: unknown): value is FileRef => isObject(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string' && typeof value['bytes'] === 'number'

export const knownFiles = (): readonly FileRef[] => {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(name) ?? '[]')
    return Array.isArray(found) ? found.filter(isFile) : []
  } catch {
    return []
  }
}

export const rememberFile = (file: FileRef): void => {
  try {
    sessionStorage.setItem(name, JSON.stringify([...knownFiles(), file].slice(-100)))
  } catch {
    // The name is then shown as a number.
  }
}
