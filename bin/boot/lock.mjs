import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root, say } from './say.mjs'

const beat = 1_000
const deadAfter = 10_000

/**
 * Lets one process at a time do `work`; the others wait. The holder touches the lock every second, so one that was
 * killed is found out by age: a process id would mislead across containers and restarts.
 */
export const alone = async (name, work) => {
  mkdirSync(join(root, '.locks'), { recursive: true })
  const file = join(root, '.locks', name)
  for (let waited = false; !take(file); waited = true) {
    if (!waited) say('另一个进程正在准备，等待……', 'Another process is at it, waiting …')
    await sleep(300)
  }
  const heart = setInterval(() => utimesSync(file, new Date(), new Date()), beat)
  try {
    return await work()
  } finally {
    clearInterval(heart)
    rmSync(file, { force: true })
  }
}

const take = file => {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - touched > deadAfter) rmSync(file, { force: true })
    return false
  }
}
