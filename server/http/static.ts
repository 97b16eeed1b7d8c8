import '@fastify/static'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import fastifyStatic from '@fastify/static'
import { refuse } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { sendRefusal } from './problem.ts'
import { notFound } from './refusals.ts'

const notBuilt = () =>
  refuse('not-built', words('网页尚未构建', 'The pages are not built yet'), { remedy: words('请在项目目录运行 npm run build；接口可照常使用', 'Run npm run build in the project folder; the API works as it is') })

const door = (path: string): string => {
  const name = /^\/(desk|field)(?:\/|$)/.exec(path)?.[1]
  return name === undefined ? 'index.html' : `${name}/index.html`
}

/** The path of an address, dots resolved; `//` begins no path but names a host, and may name none. */
const pathOf = (url: string): string | undefined => (url.startsWith('//') ? undefined : URL.parse(url, 'http://here')?.pathname)

/** The built pages: hashed assets for ever, each door's page for every address inside it, checked anew each time. */
export const pages = async (app: FastifyInstance, folder: string): Promise<void> => {
  const built = existsSync(join(folder, 'index.html'))
  if (built) await app.register(fastifyStatic, { root: folder, serve: false })
  app.get('/*', (request, reply) => {
    const path = pathOf(request.url)
    if (path === undefined) return sendRefusal(request, reply, notFound())
    if (path.startsWith('/api/')) return sendRefusal(request, reply, notFound())
    if (!built) return sendRefusal(request, reply, notBuilt())
    if (path.startsWith('/assets/')) return reply.sendFile(path.slice(1), { maxAge: '1y', immutable: true })
    const file = /\.[A-Za-z][A-Za-z0-9]*$/.test(path) ? decodeURI(path).slice(1) : door(path)
    return reply.header('Cache-Control', 'no-cache').sendFile(file, { cacheControl: false })
  })
}
