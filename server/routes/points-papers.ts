import { Type } from 'typebox'
import type { Doc } from '../../kernel/document.ts'
import { officeCode, system } from '../../kernel/post.ts'
import { Refused } from '../../kernel/refusal.ts'
import { postingPoster } from '../../procedures/3-governance/points/posters.ts'
import { linesOf, postingsOf } from '../../ledgers/points/read.ts'
import { lastEntry } from '../../registers/deliberations.ts'
import { docx } from '../documents/docx.ts'
import type { Foot } from '../documents/foot.ts'
import { documentPolicy, html } from '../documents/html.ts'
import { made } from '../documents/made.ts'
import { office } from '../files/kind.ts'
import { disposition } from '../files/name.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { idSchema } from '../schemas/common.ts'
import type { Site } from '../site.ts'
import { lineView } from '../views/points.ts'

const tag = 'points'
const wordFile = `${office}.wordprocessingml.document`
const params = Type.Object({ of: Type.Unsafe<'schemes' | 'postings'>({ type: 'string', enum: ['schemes', 'postings'] }), id: idSchema }, { additionalProperties: false })

/** Posters in large type of a scheme, draft or in force, and of a posting: for anyone, as what they say is shown to anyone (Art. 27.2, 27.3). */
export const pointsPaperRoutes = (app: App, site: Site): void => {
  const poster = (of: 'schemes' | 'postings', id: string): Promise<{ readonly doc: Doc; readonly foot: Foot }> => site.house.database.scoped(system, async tx => {
    const [matter] = await tx.query<{ county: string; region: string; number: string; published: boolean }>(
      'select county, region, number, published from matter where id = $1::uuid and procedure = $2', [id, of === 'schemes' ? 'points-scheme' : 'points-posting'])
    if (!matter?.published) throw new Refused(notFound())
    if (of === 'schemes') return made(tx, site, system, id, 'poster')
    const posting = (await postingsOf(tx, matter.region, 1000)).find(one => one.id === id)
    if (!posting) throw new Refused(notFound())
    const lines = (await linesOf(tx, matter.county, id)).map(line => ({ ...lineView(line, { whole: false, own: undefined }), ...(line.kind === 'reversal' && { what: `更正：${line.what}` }) }))
    const doc = postingPoster({
      issuer: site.directory.now.office(officeCode(matter.region, 'committee'))?.zh ?? matter.region, title: posting.title, day: posting.shownOn, lines,
      ...(posting.stage === 'shown' && posting.until !== null && { until: posting.until }),
    })
    return { doc, foot: { number: matter.number, ...await lastEntry(tx, matter.county, id) } }
  })

  app.get('/api/points/:of/:id/poster.docx', {
    schema: { open: true, tag, says: { zh: '下载积分办法、积分公示的大字张贴版（.docx）', en: 'Poster in large type of a scheme or a posting as a .docx file' }, params, media: { gives: wordFile } },
  }, async (request, reply) => {
    const { doc, foot } = await poster(request.params.of, request.params.id)
    return reply.headers({ 'Content-Type': wordFile, 'Content-Disposition': disposition(`${doc.title} ${foot.number}.docx`, false) }).send(docx(doc, foot))
  })

  app.get('/api/points/:of/:id/poster.html', {
    schema: { open: true, tag, says: { zh: '查看、打印大字张贴版', en: 'The same as a page to print' }, params, media: { gives: 'text/html' } },
  }, async (request, reply) => {
    const { doc, foot } = await poster(request.params.of, request.params.id)
    return reply.headers({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': documentPolicy }).send(html(doc, foot))
  })
}
