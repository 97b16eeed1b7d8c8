import { link, open, readFile, rename, rm } from 'node:fs/promises'
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

/** Puts a lock aside whose process is gone; `false` where another process was quicker and it is that one's by now. */
const clear = async (file: string, stale: string): Promise<boolean> => {
  const aside = `${file}.${process.pid}.gone`
  await rename(file, aside)
  const cleared = (await readFile(aside, 'utf8')) === stale
  if (!cleared) await link(aside, file)
  await rm(aside, { force: true })
  return cleared
}

/**
 * Takes a lock file for this process; a lock whose process is gone is taken over. Two processes on one folder of the
 * embedded database lose rows without a word, so nothing opens without it. Returns its release.
 */
export const takeLock = async (path: string): Promise<() => Promise<void>> => {
  const file = resolve(path)
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      const handle = await open(file, 'wx')
      const mine = Symbol(file)
      held.set(file, mine)
      await handle.writeFile(`${process.pid}\n`)
      await handle.close()
      return async () => {
        await rm(file, { force: true })
        if (held.get(file) === mine) held.delete(file)
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const text = await readFile(file, 'utf8').catch(() => '')
    const holder = Number(text.trim())
    if (isHeld(holder, file)) throw new CannotLock(file, holder)
    // Made a moment ago and not yet written: whoever made it is given the time to.
    if (text === '' && attempt < 3) await setTimeout(50)
    else await clear(file, text).catch(() => false)
  }
  throw new CannotLock(file, 0)
}
