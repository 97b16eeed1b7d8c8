import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './say.mjs'

const signals = ['SIGTERM', 'SIGHUP', 'SIGINT']
// A terminal sends Ctrl-C to the whole group: the child has it already, so here it is only survived.
const relayed = process.stdin.isTTY ? ['SIGTERM', 'SIGHUP'] : signals

/** Runs a program in the project folder, passes signals on to it, and answers its exit code (128 + n when signal n ended it). */
export const run = (file, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: 'inherit', ...options })
    const relay = signal => relayed.includes(signal) && child.kill(signal)
    const watch = whenOrphaned(() => child.kill('SIGTERM'))
    for (const signal of signals) process.on(signal, relay)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearInterval(watch)
      for (const name of signals) process.off(name, relay)
      resolve(code ?? 128 + constants.signals[signal])
    })
  })

/** `kill` on npm ends the shell between npm and us, which tells nobody: without this, the server would outlive `npm start`. */
const whenOrphaned = end => {
  const { ppid } = process
  const underNpm = process.env.npm_lifecycle_event !== undefined
  const watch = setInterval(() => {
    if (!underNpm || process.ppid === ppid) return
    clearInterval(watch)
    end()
  }, 500)
  return watch
}
