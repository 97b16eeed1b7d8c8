import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Type } from 'typebox'
import { fileOf } from '../checkpoints/publish.ts'
import { sendRefusal } from '../http/problem.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import type { Site } from '../site.ts'

const ending = '.jsonl'

/** The published checkpoints of a county, for anybody to keep: /checkpoints/630202.jsonl. Nothing personal is in them. */
export const checkpointRoutes = (app: App, site: Site): void => {
  app.get('/checkpoints/:file', { schema: { params: Type.Object({ file: Type.String() }) } }, async (request, reply) => {
    const { file } = request.params
    const county = file.slice(0, -ending.length)
    if (site.checkpoints === undefined || !file.endsWith(ending) || !/^\d{4}(\d{2})?$/.test(county)) return sendRefusal(request, reply, notFound())
    const lines = await readFile(join(site.checkpoints, fileOf(county))).catch(() => undefined)
    return lines === undefined
      ? sendRefusal(request, reply, notFound())
      : reply.headers({ 'Content-Type': 'application/jsonl; charset=utf-8', 'Cache-Control': 'no-cache' }).send(lines)
  })
}
