import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = new URL('../results/', import.meta.url)

/** Writes a result under bench/results/ and prints it. */
export const keep = async (name: string, text: string, print = true): Promise<void> => {
  const file = fileURLToPath(new URL(name, folder))
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `${text.trim()}\n`)
  if (print) console.log(`${text}\n`)
}

/** A kept JSON value, `undefined` where there is none: how one run compares itself with another. */
export const recall = async <T>(name: string): Promise<T | undefined> => {
  const text = await readFile(new URL(name, folder), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : JSON.parse(text) as T
}
