import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { erasedTitle } from '../../../kernel/erasure.ts'
import { system } from '../../../kernel/post.ts'
import { everyStepTaken } from '../../../test/helpers/steps-met.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/helpers/database.ts'
import { live, type Live } from '../../../test/helpers/live.ts'
import { fillWorld, houseOver, people } from '../../../test/helpers/world.ts'
import { consentFor } from '../../../registers/consents.ts'
import type { House } from '../../../store/house.ts'
import { readMatter } from '../../../store/read/matter.ts'
import { verifyCounty } from '../../../store/verify.ts'
import { dataRequest } from './data-request.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(async () => {
  await everyStepTaken(database, dataRequest)
  for (const county of ['630202', '630203']) assert.deepEqual((await verifyCounty(house, county)).faults, [])
  await database.close()
})

const village = '630202001001'
const self = { village, whose: 'self' } as const
const child = { village, whose: 'child', child: '祁小满', relation: 'parent' } as const

const lamp = async (city: Live, input: object = {}): Promise<string> => city.opens('resident', { text: '村口路灯不亮，晚上看不见路', place: village, contactName: '祁玉兰', contactPhone: '13909725566', ...input })
const over = async (city: Live): Promise<string> => {
  const id = await lamp(city)
  await city.does('resident', 'withdraw', id)
  return id
}
const asks = (city: Live, input: object): Promise<string> => city.opens('resident', { ...self, details: '请依法办理', ...input }, 'ask', 'data-request')
const asksIn = (city: Live, who: 'resident' | 'neighbour', input: object) => city.opens(who, { ...self, details: '请依法办理', ...input }, 'ask', 'data-request')
const seenBy = (who: keyof typeof people, id: string) => database.scoped(people[who], tx => readMatter(tx, house, people[who], id))

test('45: to see or copy what the account holds is answered at once, and says where', async () => {
  const city = live(house)
  for (const right of ['see', 'copy']) {
    const matter = await city.matter(await asks(city, { right }))
    assert.equal(matter.stage, 'answered')
    assert.ok(JSON.stringify(matter.facts['atOnce']).includes('我的数据'))
  }
})

test('46: a correction is made in the matter itself; a value that is none is refused at its field, and what stood there stays sealed', async () => {
  const city = live(house)
  const about = await lamp(city)
  const id = await asks(city, { right: 'correct', about, details: '电话写错了，应为尾号 7788' })
  assert.deepEqual((await city.matter(id)).holder, { office: '630202/lead' })
  assert.equal((await city.refused('countyLead', 'answer', id, { answer: '知悉' })).code, 'do-or-refuse')
  assert.equal((await city.refused('countyLead', 'grantErasure', id, { eraseWhat: 'contact' })).code, 'another-right')
  assert.deepEqual((await city.refused('countyLead', 'rectify', id, { field: 'contactPhone', corrected: '12345' })).faults?.map(one => one.fact), ['corrected'])
  assert.deepEqual((await city.refused('countyLead', 'rectify', id, { field: 'spot', corrected: '东头' })).faults?.map(one => one.fact), ['field'])
  assert.equal((await city.matter(id)).stage, 'answering', 'nothing is half done')
  await city.does('countyLead', 'rectify', id, { field: 'contactPhone', corrected: '13909727788' })
  const page = await seenBy('dispatcher', about)
  assert.deepEqual(page?.facts.filter(one => ['contactPhone', 'correctedWhat'].includes(one.fact)).map(one => one.value).toSorted(), ['13909727788', '联系电话\nContact phone'])
  assert.equal(page.entries[0]?.facts.find(one => one.fact === 'contactPhone')?.value, '13909725566')
  assert.deepEqual(await city.heard(id), ['countyLead', 'resident'])
})

test('47: what is no longer needed is erased at the person’s request, once the matter ended and the shortest keeping is over', async () => {
  const city = live(house)
  const running = await lamp(city)
  const early = await asks(city, { right: 'erase', about: running })
  assert.equal((await city.refused('countyLead', 'grantErasure', early, { eraseWhat: 'all' })).code, 'matter-running')
  await city.does('countyLead', 'refuse', early, { refusal: 'running', answer: '事项尚在办理，办结后可再申请' })
  assert.equal((await city.matter(early)).stage, 'refused')

  const about = await over(city)
  const soon = await asks(city, { right: 'erase', about })
  assert.equal((await city.refused('countyLead', 'grantErasure', soon, { eraseWhat: 'all' })).code, 'kept-by-archive')
  assert.deepEqual((await city.refused('countyLead', 'refuse', soon, { refusal: 'running', answer: '尚在办理' })).faults?.map(one => one.fact), ['refusal'])
  await city.does('countyLead', 'refuse', soon, { refusal: 'retention', answer: '最短保存期限未满' })

  const later = live(house, '2026-08-10 10:00')
  const id = await asks(later, { right: 'erase', about })
  await later.does('countyLead', 'grantErasure', id, { eraseWhat: 'contact' })
  assert.deepEqual((await later.matter(about)).facts['contactName'], undefined)
  assert.equal((await later.matter(about)).title, '村口路灯不亮，晚上看不见路', 'what was not asked for stays')
  const again = await asks(later, { right: 'erase', about, details: '其余也请删除' })
  await later.does('countyLead', 'grantErasure', again, { eraseWhat: 'all' })
  assert.equal((await later.matter(about)).title, erasedTitle)
  assert.equal((await later.refused('countyLead', 'grantErasure', await asks(later, { right: 'erase', about }), { eraseWhat: 'all' })).code, 'nothing-to-erase')
})

test('47: a lawsuit keeps it; lifted, it can be erased', async () => {
  const city = live(house)
  const about = await over(city)
  const later = live(house, '2026-08-10 10:00')
  const hold = await later.opens('countyLead', { about, area: '630202', ground: 'litigation', instrument: '（2026）青0202民初88号', until: '2026-12-31' }, 'hold', 'retention-hold')
  const id = await asks(later, { right: 'erase', about })
  assert.equal((await later.refused('countyLead', 'grantErasure', id, { eraseWhat: 'all' })).code, 'held')
  await later.does('countyLead', 'lift', hold, { liftReason: '已调解结案' })
  assert.deepEqual((await later.refused('countyLead', 'refuse', id, { refusal: 'held', answer: '尚在诉讼中' })).faults?.map(one => one.fact), ['refusal'])
  await later.does('countyLead', 'grantErasure', id, { eraseWhat: 'all' })
})

test('25.3: who reported anonymously asks without being known, and is unlinked', async () => {
  const city = live(house)
  const about = await city.opens('neighbour', { text: '有人夜间倾倒垃圾', place: village, anonymous: true, contactName: '马𠅤' })
  await city.does('neighbour', 'withdraw', about)
  const later = live(house, '2026-08-10 10:00')
  const id = await asksIn(later, 'neighbour', { right: 'erase', about })
  const page = await seenBy('countyLead', id)
  assert.ok(page && !JSON.stringify([page.matter, page.entries, page.facts]).includes(people.neighbour.account))
  await later.does('countyLead', 'grantErasure', id, { eraseWhat: 'allUnlinked' })
  assert.deepEqual(await later.heard(id), ['countyLead', 'neighbour'], 'they are told all the same')
  assert.equal(await seenBy('neighbour', about), undefined)
})

test('31: for a minor the guardian asks; the committee looks in person, and the county’s time begins then', async () => {
  const city = live(house)
  const id = await city.opens('resident', { ...child, right: 'see', details: '查阅孩子的登记信息' }, 'ask', 'data-request')
  assert.deepEqual([(await city.matter(id)).stage, (await city.matter(id)).holder], ['attesting', { office: '630202001001/committee' }])
  const refused = await city.refused('committee', 'attest', id, { checked: false, attestNote: '只带了身份证' })
  assert.equal(refused.code, 'not-attested')
  assert.match(refused.why.zh, /14 周岁/)
  await city.does('committee', 'attest', id, { checked: true, attestNote: '户口簿、身份证原件' })
  await city.does('countyLead', 'answer', id, { answer: '孩子的信息登记在照护事项中，副本已寄出' })
  assert.equal((await city.matter(id)).stage, 'answered')
  const other = await city.opens('neighbour', { ...child, right: 'see', details: '查阅邻居孩子的信息' }, 'ask', 'data-request')
  await city.does('committee', 'decline', other, { attestNote: '不是监护人' })
  assert.deepEqual([(await city.matter(other)).stage, (await city.matter(other)).facts['refusal']], ['refused', 'identity'])
})

test('50: the time to answer is extended once with its reason; late, it climbs until it is answered', async () => {
  const city = live(house, '2026-06-08 10:00')
  const id = await asks(city, { right: 'object', details: '不希望再收到服务推介' })
  assert.equal((await city.matter(id)).clocks['stage']?.due, '2026-06-30T10:00:00.000Z', 'fifteen working days, the dragon-boat holiday left out')
  await city.does('countyLead', 'extend', id, { extendReason: '须向三个单位核实' })
  assert.equal((await city.refused('countyLead', 'extend', id, { extendReason: '还要再核实' })).code, 'once-only')
  assert.deepEqual(await city.heard(id), ['countyLead', 'resident'])
  await city.until('2026-07-22 10:00')
  assert.equal((await city.matter(id)).clocks['stage']?.fired, true)
  assert.deepEqual(await city.heard(id), ['cityLead', 'countyLead'])
  await city.until('2026-07-24 18:30')
  assert.deepEqual(await city.heard(id), ['cityLead', 'countyLead'], 'and again')
  await city.does('countyLead', 'answer', id, { answer: '已通知各单位停止推介' })
})

test('a request is withdrawn; about another’s matter, or one of another county, it is refused at the door', async () => {
  const city = live(house)
  const about = await lamp(city)
  const id = await asks(city, { right: 'erase', about })
  await city.does('resident', 'withdraw', id)
  assert.equal((await city.matter(id)).stage, 'withdrawn')
  await assert.rejects(asksIn(city, 'neighbour', { right: 'see', about }), /当事人/)
  await assert.rejects(city.opens('resident', { village: '630203001001', whose: 'self', right: 'see', about, details: '请依法办理' }, 'ask', 'data-request'), /other-county/)
})

test('15: consent withdrawn through a request ends at once, wherever it was given', async () => {
  const city = live(house)
  const consent = await city.opens('resident', { purpose: 'publishName', scope: '公开好人好事时可写姓名', ...self }, 'give', 'consent')
  const holds = () => database.scoped(system, tx => consentFor(tx, { account: people.resident.account }, 'publishName', city.now()))
  assert.equal(await holds(), true)
  assert.equal((await city.matter(await asks(city, { right: 'withdraw', purpose: 'publishName' }))).stage, 'answered')
  assert.equal(await holds(), false)
  assert.equal((await city.matter(consent)).stage, 'withdrawn')
})
