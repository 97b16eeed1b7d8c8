import { Type } from 'typebox'
import { Refused } from '../../kernel/refusal.ts'
import { isRegionCode } from '../../kernel/region.ts'
import { words, type Words } from '../../kernel/words.ts'
import { actorOf } from '../../registers/posts.ts'
import { holdingOf } from '../auth/account.ts'
import { identityOf } from '../auth/guard.ts'
import { noRight, notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { countiesOf } from '../routes/counties.ts'
import { done, doneSchema, idSchema } from '../schemas/common.ts'
import { calendarAddressSchema, calendarsSchema } from '../schemas/calendar.ts'
import type { Site } from '../site.ts'
import type { Language } from '../views/reader.ts'
import type { CalendarAddress, CalendarView } from '../wire/calendar.ts'
import { activityItems } from './activities.ts'
import { itemsFor, publicItems } from './due.ts'
import { endFeed, feedBy, feedsOf, makeFeed } from './feeds.ts'
import { calendarText, type Item } from './text.ts'

const tag = 'me'
const media = 'text/calendar; charset=utf-8'
const language = Type.Union([Type.Literal('zh'), Type.Literal('en')])

/** Calendars to subscribe to: a post's own deadlines under a secret address, and of a place what is published and what anybody may come to. */
export const calendarRoutes = (app: App, site: Site): void => {
  const { house } = site
  const { database } = house

  app.get('/api/me/calendars', { schema: { tag, says: { zh: '本人各岗位的日历订阅', en: 'The calendars of one’s posts' }, response: { 200: calendarsSchema } } }, async (request): Promise<readonly CalendarView[]> =>
    (await feedsOf(database, identityOf(request).actor)).map(({ id, post, language: of, made, used }) => ({ id, post, language: of, made: made.toISOString(), ...(used && { used: used.toISOString() }) })))

  app.post('/api/me/calendars', {
    schema: {
      tag, says: { zh: '为现在的岗位生成日历地址，只显示一次；原地址随即失效', en: 'Make the calendar address of the present post; it is shown once, and one before ends' },
      body: Type.Object({ language }, { additionalProperties: false }), response: { 200: calendarAddressSchema },
    },
  }, async (request): Promise<CalendarAddress> => {
    const { actor } = identityOf(request)
    const { post, office } = actor
    if (post === undefined || office === undefined) throw new Refused(noRight('日历按岗位订阅，请切换到有单位的岗位', 'Calendars belong to posts: act from one that stands in an office'))
    return { url: `${site.publicUrl}/calendar/${await makeFeed(database, { ...actor, post }, request.body.language, site.now())}.ics` }
  })

  app.post('/api/me/calendars/end', {
    schema: { tag, says: { zh: '停用一个日历地址', en: 'End a calendar address' }, body: Type.Object({ id: idSchema }, { additionalProperties: false }), response: { 200: doneSchema } },
  }, async request => {
    if (!await endFeed(database, identityOf(request).actor, request.body.id)) throw new Refused(notFound())
    return done
  })

  // The address itself is the key: it is nobody's to keep on the way, and no page may read it.
  app.get('/calendar/:token', { schema: { params: Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}\\.ics$' }) }) } }, async (request, reply) => {
    const now = site.now()
    const feed = await feedBy(database, request.params.token.slice(0, -4), now)
    const holding = feed && await holdingOf(database, feed.account, now)
    const post = holding?.posts.find(one => one.id === feed?.post)
    if (!feed || !holding || !post) throw new Refused(notFound())
    const actor = actorOf(holding.account, post)
    const items = await itemsFor(house, feed, actor, countiesOf(actor, site.directory.now), now)
    const office = site.directory.now.office(post.office ?? '')?.[feed.language] ?? ''
    return reply.headers({ 'Cache-Control': 'private, no-store' }).type(media).send(calendarText({ zh: `${office} 待办时限`, en: `${office}: deadlines` }[feed.language], feed.language, items))
  })

  /** What is for everyone of a place and all below it. */
  const open = (path: string, name: Words, items: (code: string, lang: Language) => Promise<readonly Item[]>) => app.get(`/calendar/${path}/:region`, {
    schema: { params: Type.Object({ region: Type.String({ pattern: '^[0-9]{4,15}\\.ics$' }) }), querystring: Type.Object({ lang: Type.Optional(language) }, { additionalProperties: false }) },
  }, async (request, reply) => {
    const code = request.params.region.slice(0, -4)
    const region = isRegionCode(code) ? site.directory.now.region(code) : undefined
    if (!region) throw new Refused(notFound())
    const lang = request.query.lang ?? 'zh'
    return reply.headers({ 'Cache-Control': 'public, max-age=600' }).type(media).send(calendarText({ zh: `${region.path.join('')} ${name.zh}`, en: `${region.en}: ${name.en}` }[lang], lang, await items(code, lang)))
  })
  open('public', words('公开事项', 'published matters'), (code, lang) => publicItems(house, code, lang))
  open('activities', words('公开活动', 'public activities'), (code, lang) => activityItems(house, code, lang, site.now()))
}
