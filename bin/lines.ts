import { open } from 'node:fs/promises'
import { Stop } from './stop.ts'

const unreadable = (file: string): Stop => new Stop(`无法读取 ${file}`, `Can’t read ${file}`)

/** The lines of a file. Opened only when the first is asked for: lines that arrive before somebody listens are dropped. `tell` hears how many bytes of how many were read. */
export async function* linesOf(file: string, tell: (read: number, of: number) => void = () => undefined): AsyncGenerator<string> {
  const handle = await open(file).catch(() => { throw unreadable(file) })
  try {
    const found = await handle.stat()
    if (found.isDirectory()) throw unreadable(file)
    let read = 0
    for await (const line of handle.readLines()) {
      yield line
      read = Math.min(read + Buffer.byteLength(line) + 1, found.size)
      // The time left can't be told from the first lines.
      if (read > 1_000_000 || read === found.size) tell(read, found.size)
    }
  } finally {
    await handle.close()
  }
}

/** The folder in which the files of an export travel, beside it. */
export const filesBeside = (file: string): string => `${file}.files`
