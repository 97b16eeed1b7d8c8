import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { live } from '../../test/helpers/live.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import type { RollView } from '../wire/votes.ts'
import type { RoundView, TalkView, TopicView } from '../wire/deliberation.ts'

let world: TestSite
before(async () => { world = await openTestSite() })
after(() => world.close())

const village = '630202101201'
const topic = { topic: '村口修建排水渠', village, raisedBy: 'residents', concern: 'publicGood', reason: '雨季积水，请村里议一议' }
const roll = [{ number: 1, name: '马有福', household: 'H-1' }, { number: 2, name: '祁生莲', household: 'H-2' }]

const called = async () => {
  const city = live(world.site.house)
  const id = await city.opens('villager', topic, 'raise', 'deliberation')
  await city.does('villageCommittee', 'accept', id, { subject: 'publicWorks', touches: 'nothing' })
  await city.does('villageCommittee', 'draftRoll', id, { rollFrom: 'paper', units: roll })
  await city.does('villageCommittee', 'giveNotice', id, { meetingOn: '2026-06-18', where: '村委会院子', form: 'hall', question: '是否同意修建排水渠？' })
  await city.opens('otherVillager', { topic: id, village, sort: 'question', speaksAs: 'resident', comment: '每户要出多少钱？' }, 'comment', 'deliberation-comment')
  await city.does('villager', 'contestRoll', id, { rollWrong: '二号已经搬走' })
  return { city, id }
}

test('25.3: what a village talks over is open to everyone, by public facts alone and in nobody’s name', async () => {
  const { city, id } = await called()
  world.setNow(city.now())
  const claim = await city.opens('villager', { ...topic, topic: '还没有人看过的议题' }, 'raise', 'deliberation')
  const anybody = world.anybody()
  const all = await anybody.get<TalkView>(`/api/deliberations?region=${village}`)
  assert.deepEqual([all.status, all.body.topics.map(one => one.id), all.body.year.year, all.body.year.raised, all.body.year.comments], [200, [id], 2026, 2, 1])
  const one = await anybody.get<TopicView>(`/api/deliberations/${id}`)
  assert.deepEqual([one.body.roll?.units, one.body.roll?.kind, one.body.comments.length, one.body.path.map(at => at.stage)], [2, 'adult', 1, ['raised', 'preparing', 'noticed']])
  for (const secret of ['马有福', '祁生莲', 'H-1', '二号已经搬走']) assert.ok(!one.text.includes(secret) && !all.text.includes(secret), secret)
  assert.equal((await anybody.get(`/api/deliberations/${claim}`)).status, 404, 'before it is taken up it is nobody else’s')
  assert.equal((await anybody.get('/api/deliberations?region=630202101')).status, 404, 'of a village, nothing wider')
  assert.equal((await anybody.get('/api/deliberations?region=999999999999')).status, 404)
})

test('the roll is printed for who works for the village and its supervisory committee, and for nobody else', async () => {
  const { city, id } = await called()
  world.setNow(city.now())
  const print = async (who: Parameters<TestSite['as']>[0], name: string, as = 'html') => (await world.as(who)).get(`/api/deliberations/${id}/papers/${name}.${as}`)
  const sheet = await print('villageCommittee', 'signIn')
  assert.match(sheet.text, /签到册：村口修建排水渠[\s\S]*马有福[\s\S]*编号 630202-/)
  assert.deepEqual([(await print('supervisor', 'countSheet')).status, (await print('villageWorker', 'slips')).status, (await print('ruralLead', 'signIn')).status], [200, 200, 200])
  assert.deepEqual([(await print('villager', 'signIn')).status, (await print('committee', 'signIn')).status, (await print('deputy', 'signIn')).status, (await print('villageCommittee', 'other')).status], [404, 404, 404, 404])
  for (const name of ['slips', 'countSheet']) assert.match((await print('villageCommittee', name)).text, /是否同意修建排水渠？/, 'the question that is put, not the title of the topic')
  const word = await print('villageCommittee', 'slips', 'docx')
  assert.deepEqual([word.status, word.bytes.subarray(0, 2).toString()], [200, 'PK'])
  assert.equal((await world.anybody().get(`/api/deliberations/${id}/papers/signIn.html`)).status, 401)
})

test('for a village where half have no phone: the roll to post, masked; a slip of notice to be signed at each door', async () => {
  const { city, id } = await called()
  world.setNow(city.now())
  const posted = await (await world.as('villageCommittee')).get(`/api/deliberations/${id}/papers/posted.html`)
  assert.match(posted.text, /表决名册公布：村口修建排水渠[\s\S]*马\*\*/)
  assert.ok(!posted.text.includes('马有福') && !posted.text.includes('H-1'), 'what hangs on the wall names nobody in full')
  const notices = await (await world.as('supervisor')).get(`/api/deliberations/${id}/papers/notices.html`)
  assert.match(notices.text, /1　马有福[\s\S]*二〇二六|1　马有福[\s\S]*2026年6月18日/)
  assert.match(notices.text, /表决：是否同意修建排水渠？　表决截止：[\s\S]*村委会院子/)
})

test('the supervisory committee reads the roll as whoever works for the village, a draft too', async () => {
  const city = live(world.site.house)
  const id = await city.opens('villager', topic, 'raise', 'deliberation')
  await city.does('villageCommittee', 'accept', id, { subject: 'publicWorks', touches: 'nothing' })
  await city.does('villageCommittee', 'draftRoll', id, { rollFrom: 'paper', units: roll })
  const read = async (who: Parameters<TestSite['as']>[0]) => (await world.as(who)).get<RollView>(`/api/votes/${id}/roll`)
  assert.deepEqual([(await read('supervisor')).body.lines.map(line => line.name), (await read('villager')).status], [['马有福', '祁生莲'], 404])
})

test('a village’s year is a document as well, for everyone', async () => {
  const { city, id } = await called()
  world.setNow(city.now())
  const page = await world.anybody().get(`/api/deliberations/year.html?region=${village}&year=2026`)
  assert.match(page.text, /2026年议事协商情况汇总[\s\S]*村口修建排水渠[\s\S]*截至2026年6月8日/)
  // More topics since than any list shows: a year stays whole.
  await world.database.owner(async tx => {
    const [row] = await tx.query<{ columns: string }>(`select string_agg(format('%I', column_name), ', ') as columns from information_schema.columns where table_name = 'matter' and table_schema = 'public' and is_generated = 'NEVER'`)
    const columns = row?.columns ?? ''
    await tx.query(`insert into matter (${columns}) select ${columns} from (select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'number', m.number || '-' || n, 'opened', '2027-02-01T02:00:00Z', 'title', '后来的议题'))).* from matter m, generate_series(1, 100) n where m.id = $1::uuid) made`, [id])
  })
  const later = await world.anybody().get(`/api/deliberations/year.html?region=${village}&year=2026`)
  assert.ok(later.text.includes('村口修建排水渠') && !later.text.includes('后来的议题'))
  const file = await world.anybody().get(`/api/deliberations/year.docx?region=${village}&year=2026`)
  assert.deepEqual([file.status, file.bytes.subarray(0, 2).toString()], [200, 'PK'])
  assert.equal((await world.anybody().get('/api/deliberations/year.docx?region=630202101&year=2026')).status, 404)
})

test('a hearing round shows what was said and answered, without who said it', async () => {
  const city = live(world.site.house)
  const round = await city.opens('villageCommittee', { title: '六月听取意见日', village, where: '村委会', day: '2026-06-08', listeners: '村委会主任' }, 'schedule', 'hearing-round')
  await city.does('villageCommittee', 'hold', round, { heldOn: '2026-06-08', came: 2, heard: [{ said: '村口要装减速带', concern: 'publicAffairs', way: 'onBehalf', speaker: '绽寿山', phone: '13897221234' }] })
  const { body, text } = await world.anybody().get<RoundView>(`/api/hearing-rounds/${round}`)
  assert.deepEqual([body.title, body.opinions.map(one => one.facts['said'])], ['六月听取意见日', ['村口要装减速带']])
  assert.ok(!text.includes('绽寿山') && !text.includes('13897221234'))
  assert.equal((await world.anybody().get('/api/hearing-rounds/00000000-0000-4000-8000-000000000000')).status, 404)
})
