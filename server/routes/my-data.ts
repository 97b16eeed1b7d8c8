import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { postKinds, type Actor } from '../../kernel/post.ts'
import { holdingOf } from '../auth/account.ts'
import { identityOf } from '../auth/guard.ts'
import { limitAccount } from '../http/limits.ts'
import { sendRefusal } from '../http/problem.ts'
import { noRight, personOnly } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import type { Mine } from '../my-data/section.ts'
import { sections } from '../my-data/sections.ts'
import type { Site } from '../site.ts'

/** `{ at, sections: [{ name, words, rows }] }`, row by row. */
async function* written(mine: Mine): AsyncGenerator<string> {
  yield `{"at":${JSON.stringify(mine.now.toISOString())},"sections":[`
  for (const [i, section] of sections.entries()) {
    yield `${i === 0 ? '' : ','}{"name":${JSON.stringify(section.name)},"words":${JSON.stringify(section.words)},"rows":[`
    let first = true
    for await (const row of section.rows(mine)) {
      yield `${first ? '' : ','}${JSON.stringify(row)}`
      first = false
    }
    yield ']}'
  }
  yield ']}\n'
}

/** A person sees and takes away all that is kept about them (Personal Information Protection Law 45), at once and in a form machines read. */
export const myDataRoutes = (app: App, site: Site): void => {
  const limit = limitAccount(app, site.limits.search)

  app.get('/api/me/data', {
    schema: { tag: 'me', says: { zh: '平台保存的本人全部信息（查阅、下载）', en: 'All that is kept about oneself, to see and to take away' }, querystring: Type.Object({}, { additionalProperties: false }), media: { gives: 'application/json' } },
  }, async (request, reply) => {
    const { account, program } = identityOf(request)
    if (program !== undefined) return sendRefusal(request, reply, personOnly())
    await limit(request)
    const now = site.now()
    const holding = await holdingOf(site.house.database, account, now)
    if (!holding) return sendRefusal(request, reply, noRight('账号已停用', 'The account is closed'))
    const actor: Actor = { account, kind: 'resident', region: holding.account.home ?? '', clearance: postKinds.resident.clearance }
    return reply
      .headers({ 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', 'Content-Disposition': 'inline; filename="my-data.json"' })
      .send(Readable.from(written({ site, actor, holding, now })))
  })
}
