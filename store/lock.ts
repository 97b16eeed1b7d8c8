import { open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** Another process has the folder. */
export class CannotLock extends Error {
  constructor(file: string, pid: number) {
    super(`数据目录正被另一进程使用（进程号 ${pid}）：${file}\nAnother process (${pid}) is using this data folder: ${file}`)
  }
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Locks this process holds: one of its own number that it does not hold was left by a process before it (in a container, the same number each time). */
const held = new Map<string, symbol>()

const isHeld = (holder: number, file: string): boolean => (holder === process.pid ? held.has(file) : holder > 0 && alive(holder))

/** Milliseconds after which who was taking a lock over is taken for gone as well. */
const forgotten = 10_000

/** Lets one at a time decide about a lock whose process is gone; `undefined` where another is about it. */
const alone = async <T>(file: string, work: () => Promise<T>): Promise<T | undefined> => {
  const taking = `${file}.taking`
  try {
    await (await open(taking, 'wx')).close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const since = await stat(taking).then(found => found.mtimeMs, () => Date.now())
    if (Date.now() - since > forgotten) await rm(taking, { force: true })
    return undefined
  }
  try {
    return await work()
  } finally {
    await rm(taking, { force: true })
  }
}

const textIn = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')

/**
 * Takes a lock file for this process; a lock whose process is gone is taken over where it lies, so that at no moment there is none. Two processes
 * on one folder of the embedded database lose rows without a word, so nothing opens without it. Returns its release.
 */
export const takeLock = async (path: string): Promise<() => Promise<void>> => {
  const file = resolve(path)
  const mine = Symbol(file)
  const release = async (): Promise<void> => {
    await rm(file, { force: true })
    if (held.get(file) === mine) held.delete(file)
  }
  for (let attempt = 0; attempt < 40; attempt += 1) {
    try {
      const handle = await open(file, 'wx')
      held.set(file, mine)
      await handle.writeFile(`${process.pid}\n`)
      await handle.close()
      return release
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const text = await textIn(file)
    const holder = Number(text.trim())
    if (isHeld(holder, file)) throw new CannotLock(file, holder)
    // Made a moment ago and not yet written: whoever made it is given the time to.
    const taken = text === '' && attempt < 10 ? undefined : await alone(file, async () => {
      if ((await textIn(file)) !== text) return false
      held.set(file, mine)
      await writeFile(file, `${process.pid}\n`)
      return true
    })
    if (taken === true) return release
    if (taken === undefined) await setTimeout(50)
  }
  throw new CannotLock(file, 0)
}
