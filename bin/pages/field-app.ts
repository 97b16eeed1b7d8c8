import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
import { appFiles } from './icons.ts'

type Bundle = Readonly<Record<string, Rolldown.OutputChunk | Rolldown.OutputAsset>>

/** Half a megabyte that few phones open: the map comes when it is asked for, and without a signal a still picture stands in its place. */
const onDemand = /maplibre/

/** Every file that the field door may ever ask for, from its page on. */
const reachable = (bundle: Bundle): readonly string[] => {
  const found = new Set<string>()
  const follow = (name: string): void => {
    if (found.has(name) || onDemand.test(name)) return
    found.add(name)
    const chunk = bundle[name]
    if (chunk?.type !== 'chunk') return
    for (const next of [...chunk.imports, ...chunk.dynamicImports, ...(chunk.viteMetadata?.importedCss ?? []), ...(chunk.viteMetadata?.importedAssets ?? [])]) follow(next)
  }
  for (const [name, one] of Object.entries(bundle)) if (one.type === 'chunk' && one.isEntry && one.name === 'field') follow(name)
  return [...found].toSorted()
}

/** The worker is built by itself, in one file: it names every file of the door and a version that changes with any of them. */
const buildWorker = async (root: string, out: string, named: readonly string[]): Promise<void> => {
  // A chunk that held nothing but its styles is dropped after the bundle was told: one name too many, and no worker would ever be installed.
  const files = named.filter(file => existsSync(join(out, file)))
  const page = await readFile(join(out, 'field/index.html'))
  const version = createHash('sha256').update(files.join('\n')).update(page).digest('hex').slice(0, 12)
  await build({
    configFile: false, root, logLevel: 'warn', publicDir: false, define: { SHELL: JSON.stringify({ version, page: '/field/index.html', files: files.map(file => `/${file}`) }) },
    build: { outDir: out, emptyOutDir: false, rolldownOptions: { input: join(root, 'field/worker/sw.ts'), output: { format: 'iife', entryFileNames: 'field/sw.js' } } },
  })
}

/** Nothing is held while developing: what was changed is seen at once. */
const whileDeveloping = `self.SHELL = ${JSON.stringify({ version: 'dev', page: '', files: [] })}`

/** The field door as an app on a phone: manifest, icons and service worker, in the build and while developing. */
export const fieldApp = (root: string, out: string): Plugin => {
  let files: readonly string[] = []
  return {
    name: 'field-app',
    generateBundle(_, bundle) {
      for (const [fileName, { body }] of appFiles()) this.emitFile({ type: 'asset', fileName, source: body })
      const css = Object.keys(bundle).filter(name => name.endsWith('.css'))
      files = [...new Set([...reachable(bundle), ...css.filter(name => /field|NotHere|opening|phone/.test(name)), ...[...appFiles().keys()]])].toSorted()
    },
    closeBundle: () => buildWorker(root, out, files),
    configureServer: server => {
      const made = appFiles()
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').split('?')[0]?.slice(1) ?? ''
        const file = made.get(path)
        if (file) response.setHeader('Content-Type', file.type).end(file.body)
        else if (path === 'field/sw.js') void server.transformRequest('/field/worker/sw.ts').then(worker => response.setHeader('Content-Type', 'text/javascript').end(`${whileDeveloping}\n${worker?.code ?? ''}`), next)
        else next()
      })
    },
  }
}
