import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf, readStamp } from './hash.mjs'
import { alone } from './lock.mjs'
import { run } from './run.mjs'
import { Stop, root, say } from './say.mjs'

const sources = ['web', 'procedures', 'kernel', 'regulation', 'vite.config.ts', 'package-lock.json']
const stamp = 'dist/.shanzhi'

/** Builds the pages into dist/, unless they were built from these very sources. */
export const ensureWeb = async node => {
  const wanted = hashOf(sources)
  if (readStamp(stamp) === wanted) return
  await alone('web', async () => {
    if (readStamp(stamp) === wanted) return
    say('构建网页……', 'Building the pages …')
    const code = await run(node, ['node_modules/vite/bin/vite.js', 'build', '--logLevel=warn'])
    if (code !== 0) throw new Stop('网页构建失败，原因见上。', 'Building the pages failed, see above.')
    writeFileSync(join(root, stamp), wanted)
  })
}
