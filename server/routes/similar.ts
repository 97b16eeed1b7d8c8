import { Type } from 'typebox'
import { legalDay } from '../../kernel/calendar.ts'
import { reads, system } from '../../kernel/post.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { ancestor, countyOf, isRegionCode } from '../../kernel/region.ts'
import { refuse, Refused } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { namesOf } from '../../registers/posts.ts'
import { inForce } from '../../store/house.ts'
import { similar } from '../../store/read/similar.ts'
import { limitAccount } from '../http/limits.ts'
import type { App } from '../http/typed.ts'
import { plainText, regionCode } from '../schemas/common.ts'
import { similarSchema } from '../schemas/matter.ts'
import type { Site } from '../site.ts'
import { readerOf, type Reader } from '../views/reader.ts'
import { holdersIn, rowView } from '../views/row.ts'
import type { LikeReport, SimilarRow } from '../wire.ts'

const dayInMs = 86_400_000
const most = 5

/** Search terms that a resident's text must share with another's: five characters in a row or so, more than any name has. */
const leastShared = 4

const unread = () =>
  new Refused(refuse('no-right', words('您现在的岗位不读取正文，不能查找同类事项', 'The post you act from doesn’t read texts, so it can’t look for like ones'), {
    basis: ['20.2'], remedy: words('可按地点、类别、环节筛选事项', 'Filter the matters by place, category or stage'),
  }))

const categoryOf = ({ directory, language }: Reader, procedure: Procedure, category: unknown): string =>
  (typeof category === 'string' ? directory.category(category) : undefined)?.[language] ?? procedure.title[language]

/** Like reports nearby: in full to who reads them; that there are some, to a resident of the village. What somebody is writing stands in no address. */
export const similarRoutes = (app: App, site: Site): void => {
  const { house } = site
  const asks = limitAccount(app, site.limits.similar)

  app.post('/api/similar', {
    schema: {
      tag: 'reference',
      says: { zh: '同地近期相似诉求；居民只看到本村的类别、环节和日期', en: 'Like reports of the same place within the merge window; a resident is told category, stage and date, of their own village alone' },
      body: Type.Object({ text: plainText(2000), place: regionCode }, { additionalProperties: false }), response: { 200: similarSchema },
    },
  }, async (request): Promise<readonly SimilarRow[] | readonly LikeReport[]> => {
    const reader = readerOf(site, request)
    const { actor } = reader
    const { text, place } = request.body
    const today = legalDay(reader.now)
    const procedure = inForce(house, 'request', today)
    if (!procedure || !isRegionCode(place)) return []
    const window = Number(house.law.figure('request.merge-window', today).value) * dayInMs
    const ask = { procedure: procedure.name, heading: procedure.heading, county: countyOf(place), region: place, text, since: new Date(reader.now.getTime() - window), most }
    if (actor.kind === 'resident') {
      await asks(request)
      const village = ancestor(place, 'village')
      if (village === undefined || village !== ancestor(actor.region, 'village')) return []
      // A resident sees no other's report, but may know that somebody has said the same (docs/decisions/0010): it is asked as the platform.
      const found = await house.database.scoped(system, tx => similar(tx, { ...ask, sharing: leastShared }))
      return found.map(({ row }): LikeReport =>
        ({ procedure: row.procedure, title: categoryOf(reader, procedure, row.facts['category']), stage: row.stage, opened: legalDay(row.opened) }))
        // By day, for the order of likeness would tell what a figure tells.
        .toSorted((a, b) => (a.opened < b.opened ? 1 : a.opened > b.opened ? -1 : 0))
    }
    if (!reads(actor.clearance, procedure.facts[procedure.heading]?.class ?? 'confidential')) throw unread()
    return house.database.scoped(actor, async tx => {
      const found = await similar(tx, ask)
      const names = await namesOf(tx, holdersIn(found.map(one => one.row)))
      return found.map(({ row, likeness }) => ({ row: rowView(house.law, procedure, row, reader, names), likeness }))
    })
  })
}
