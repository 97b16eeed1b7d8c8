import { spawnSync } from 'node:child_process'

/** Runs a command of the launcher, such as `build`, on the Node we are. */
export const boot = (command: string): boolean =>
  spawnSync(process.execPath, ['bin/boot.mjs', command], { stdio: 'inherit' }).status === 0
