import { Type } from 'typebox'
import { legalDay } from '../../kernel/calendar.ts'
import { system } from '../../kernel/post.ts'
import { countyOf } from '../../kernel/region.ts'
import { clausesOf, covenantsOf, draftsOf } from '../../registers/covenants/covenants.ts'
import { evaluationsOf, ownEvaluations } from '../../registers/covenants/integrity.ts'
import type { Tx } from '../../store/database.ts'
import { identityOf } from '../auth/guard.ts'
import { docx } from '../documents/docx.ts'
import { made } from '../documents/made.ts'
import { office } from '../files/kind.ts'
import { disposition } from '../files/name.ts'
import { languageOf } from '../http/language.ts'
import { sendRefusal } from '../http/problem.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { idSchema } from '../schemas/common.ts'
import { covenantDiffSchema, covenantSchema, covenantsSchema, evaluationsSchema } from '../schemas/covenants.ts'
import { countyCode } from '../schemas/lists.ts'
import type { Site } from '../site.ts'
import { clauseChanges, covenantVersion, evaluationView } from '../views/covenants.ts'
import { regionRef } from '../views/place.ts'
import type { CovenantDiff, CovenantsView, CovenantView, EvaluationView } from '../wire/covenants.ts'

const tag = 'covenants'
const villageCode = Type.String({ pattern: '^[0-9]{12}$', description: 'A village, 12 digits. 村（社区）代码。' })
const one = Type.Object({ county: countyCode, version: idSchema }, { additionalProperties: false })

/** Stages of a draft in which residents may propose. */
const invites: ReadonlySet<string> = new Set(['collecting', 'drafting'])

/** Covenants of villages, version by version: for everyone, signed in or not (Art. 26.1). Evaluations by them: for the person and the village's own committee (Art. 26.2). */
export const covenantRoutes = (app: App, site: Site): void => {
  const asked = <T>(ask: (tx: Tx) => Promise<T>): Promise<T> => site.house.database.scoped(system, ask)
  const today = (): string => legalDay(site.now())
  const villageOf = (county: string, version: string): Promise<string | undefined> => asked(async tx =>
    (await tx.query<{ village: string }>('select village from covenant where county = $1 and version = $2::uuid', [county, version]))[0]?.village)
  const named = (request: { readonly headers: { readonly 'accept-language'?: string | undefined } }, code: string) => regionRef({ directory: site.directory.now, language: languageOf(request.headers['accept-language']) }, code)

  app.get('/api/covenants', {
    schema: {
      open: true, tag, says: { zh: '一个村（社区）的村规民约（居民公约），各版和起草中的', en: 'The versions of a village’s covenant, the newest first, and drafts under way' },
      querystring: Type.Object({ village: villageCode }, { additionalProperties: false }), response: { 200: covenantsSchema },
    },
  }, async (request, reply): Promise<CovenantsView | typeof reply> => {
    const { village } = request.query
    if (!site.directory.now.region(village)) return sendRefusal(request, reply, notFound())
    const [versions, drafts] = await asked(tx => Promise.all([covenantsOf(tx, village), draftsOf(tx, village)]))
    return { village: named(request, village), versions: versions.map(row => covenantVersion(row, today())), drafts: drafts.map(draft => ({ ...draft, open: invites.has(draft.stage) })) }
  })

  app.get('/api/covenants/:county/:version', {
    schema: { open: true, tag, says: { zh: '一版公约的全部条文', en: 'All clauses of a version' }, params: one, response: { 200: covenantSchema } },
  }, async (request, reply): Promise<CovenantView | typeof reply> => {
    const { county, version } = request.params
    const village = await villageOf(county, version)
    const of = village === undefined ? undefined : (await asked(tx => covenantsOf(tx, village))).find(row => row.version === version)
    if (village === undefined || !of) return sendRefusal(request, reply, notFound())
    return { of: covenantVersion(of, today()), village: named(request, village), clauses: await asked(tx => clausesOf(tx, county, version)) }
  })

  app.get('/api/covenants/:county/:version/diff', {
    schema: {
      open: true, tag, says: { zh: '两版公约逐条比较', en: 'Two versions compared, clause by clause' }, params: one,
      querystring: Type.Object({ against: idSchema }, { additionalProperties: false }), response: { 200: covenantDiffSchema },
    },
  }, async (request, reply): Promise<CovenantDiff | typeof reply> => {
    const { county, version } = request.params
    const village = await villageOf(county, version)
    const all = village === undefined ? [] : await asked(tx => covenantsOf(tx, village))
    const [of, against] = [version, request.query.against].map(id => all.find(each => each.version === id))
    if (!of || !against) return sendRefusal(request, reply, notFound())
    return asked(async tx => ({
      of: covenantVersion(of, today()), against: covenantVersion(against, today()), changes: clauseChanges(await clausesOf(tx, county, against.version), await clausesOf(tx, county, of.version)),
    }))
  })

  app.get('/api/covenants/:county/:version/:name.docx', {
    schema: {
      open: true, tag, says: { zh: '下载公约文本或大字张贴版（.docx）', en: 'The text of a covenant, or its poster in large type, as a .docx file' },
      params: Type.Object({ county: countyCode, version: idSchema, name: Type.Unsafe<'text' | 'poster'>({ type: 'string', enum: ['text', 'poster'] }) }, { additionalProperties: false }),
      media: { gives: `${office}.wordprocessingml.document` },
    },
  }, async (request, reply) => {
    const { county, version, name } = request.params
    if (await villageOf(county, version) === undefined) return sendRefusal(request, reply, notFound())
    const { doc, foot } = await asked(tx => made(tx, site, system, version, name))
    return reply
      .headers({ 'Content-Type': `${office}.wordprocessingml.document`, 'Content-Disposition': disposition(`${doc.title} ${foot.number}.docx`, false) })
      .send(docx(doc, foot))
  })

  app.get('/api/me/integrity', {
    schema: { tag, says: { zh: '我的诚信档案：关于我的信用评价', en: 'My integrity file: evaluations about me' }, response: { 200: evaluationsSchema } },
  }, async (request): Promise<readonly EvaluationView[]> => (await site.house.database.scoped(identityOf(request).actor, ownEvaluations)).map(evaluationView))

  app.get('/api/integrity', {
    schema: {
      tag, says: { zh: '一个村（社区）的信用评价，只给本村（社区）村（居）委会成员', en: 'Evaluations of a village, for the members of its own committee alone' },
      querystring: Type.Object({ village: villageCode }, { additionalProperties: false }), response: { 200: evaluationsSchema },
    },
  }, async (request): Promise<readonly EvaluationView[]> => {
    const { village } = request.query
    return (await site.house.database.scoped(identityOf(request).actor, tx => evaluationsOf(tx, countyOf(village), village, today()))).map(evaluationView)
  })
}
