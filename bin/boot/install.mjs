import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { hashOf, readStamp } from './hash.mjs'
import { alone } from './lock.mjs'
import { run } from './run.mjs'
import { Stop, root, say } from './say.mjs'

const stamp = 'node_modules/.shanzhi'

/** Installs exactly what the lockfile names, once per lockfile and kind of machine. */
export const ensureInstalled = async () => {
  const wanted = `${process.platform} ${process.arch} ${hashOf(['package-lock.json'])}`
  if (readStamp(stamp) === wanted) return
  await alone('install', async () => {
    if (readStamp(stamp) === wanted) return
    say('安装依赖（首次约一分钟）……', 'Installing packages (about a minute the first time) …')
    // Named in full because NODE_ENV=production or a user's own settings would leave development and optional packages out.
    const code = await npm(['ci', '--include=dev', '--include=optional', '--include=peer', '--loglevel=error'])
    if (code !== 0) {
      throw new Stop(
        `安装失败（npm ci 退出码 ${code}）。请检查网络、代理或 npm 镜像设置后重试；已装好的机器不需要网络。`,
        `Installing failed (npm ci ended with ${code}). Check the network, proxy or npm registry setting and try again; nothing is downloaded once installed.`,
      )
    }
    writeFileSync(join(root, stamp), wanted)
  })
}

/** Runs npm: the very one that started us, else the one on the path. */
export const npm = async (args, options) => {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  if (script && node && basename(script) === 'npm-cli.js') return run(node, [script, ...args], options)
  try {
    return await run('npm', args, { ...options, shell: process.platform === 'win32' })
  } catch (error) {
    throw new Stop(`找不到 npm，请随 Node.js 一起安装。`, `npm was not found (${error.code}); it comes with Node.js.`)
  }
}
