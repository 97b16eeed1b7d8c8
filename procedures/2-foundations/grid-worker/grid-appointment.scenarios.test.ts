import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { offers } from '../../../kernel/decide.ts'
import { instant, met, play } from '../../../test/helpers/play.ts'
import { law, people } from '../../../test/helpers/world.ts'
import { appointment } from '../access/appointment.ts'
import { gridAppointment } from './grid-appointment.ts'

// Monday, 8 June 2026, 10:00. Friday the 19th to Sunday the 21st are the Dragon Boat holiday.
const place = '630202001001'
const who = { place, candidate: people.neighbour.account, origin: 'mediator', duty: 'full', why: '在本社区调解多年，熟悉住户' }
const agreed = { metOn: '2026-06-09', meeting: '街道党工委会议', present: 7, inFavour: 6, minutes: '同意聘用' }

const game = () => play(gridAppointment, '2026-06-08 10:00', { others: [appointment], loads: { account: ({ account }) => (account === people.neighbour.account || account === people.resident.account ? { name: '王小明' } : undefined) } })

const until = (stage: string, input: object = who, name: 'recommend' | 'nominate' = 'recommend') => {
  const world = game()
  const id = world.opens(name === 'recommend' ? 'committee' : 'neighbour', { ...input }, name)
  const at = () => world.matter(id).stage
  if (at() === 'asked' && stage !== 'asked') world.does('neighbour', 'agree', id)
  if (at() === 'reviewing' && stage !== 'reviewing') world.does('handler', 'review', id, { qualified: 'yes', reviewNote: '符合条件，熟悉网格' })
  if (at() === 'meeting' && stage !== 'meeting') { world.until('2026-06-09 16:00'); world.does('handler', 'meet', id, agreed) }
  if (at() === 'appointing' && stage !== 'appointing') world.does('townLead', 'appoint', id, { until: '2027-06-08' })
  const post = () => world.all('appointment').at(-1)?.id ?? ''
  if (at() === 'confirming' && stage !== 'confirming') world.does('securityAdmin', 'confirm', post())
  return { world, id, at, post, facts: () => world.matter(id).facts }
}

test('check finds nothing wrong', () => assert.deepEqual(check(gridAppointment), []))

test('21.3: recommended, willing, reviewed, decided on by a meeting, and only then appointed by the procedure for every post', () => {
  const { world, id, at, post, facts } = until('confirming')
  assert.deepEqual([at(), facts()['name'], facts()['about'], world.matter(id).holder?.office], ['confirming', '王小明', '专职网格员人选', '630202001/gov'])
  const { facts: asked, links } = world.matter(post())
  assert.deepEqual([asked['kind'], asked['region'], asked['office'], asked['clearance'], asked['person'], links], ['gridWorker', place, '630202001001/committee', 'internal', people.neighbour.account, [{ kind: 'grid-appointment', matter: id }]])
  assert.deepEqual(world.precedents, [], 'a proposal gives nothing')
  world.does('securityAdmin', 'confirm', post())
  const [gave] = world.precedents.slice(-1)
  assert.deepEqual([at(), facts()['post'], world.counts['fullTime'], gave?.['do']], ['serving', post(), 1, 'give'])
  assert.equal(world.due(id), '2027-05-09 23:59', 'thirty days before the term ends')
})

test('21.3: anyone who lives there puts themselves forward, also part-time', () => {
  const { world, at, facts, id } = until('serving', { place, origin: 'volunteer', duty: 'part', why: '常年参加志愿巡防' }, 'nominate')
  assert.deepEqual([at(), facts()['self'], facts()['candidate'], world.counts['partTime']], ['serving', true, people.neighbour.account, 1])
  world.heard()
  world.until('2027-05-10 00:01')
  assert.deepEqual(world.heard().filter(one => one.matter === id).map(one => one.who).toSorted(), ['neighbour', 'townLead'], 'whoever serves and the lead are told in time')
  world.until('2027-06-09 00:01')
  assert.equal(at(), 'over', 'the post ran out, and so did this')
})

test('21.3: deputies, officials, representatives and volunteers are taken on part-time, the others either way', () => {
  const fits = (origin: string, duty: string): boolean => {
    const one = { place, candidate: people.neighbour.account, origin, duty, why: '熟悉住户，时间充裕' }
    const world = game()
    if (origin === 'volunteer' && duty === 'full') assert.deepEqual(world.refusedToOpen('neighbour', { place, origin, duty, why: one.why }, 'nominate').faults?.map(fault => fault.fact), ['duty'])
    try { world.opens('committee', one, 'recommend'); return true } catch { return false }
  }
  for (const origin of ['committee', 'police', 'mediator', 'warden', 'resident']) assert.deepEqual([fits(origin, 'full'), fits(origin, 'part')], [true, true], origin)
  for (const origin of ['deputy', 'staff', 'representative', 'volunteer']) assert.deepEqual([fits(origin, 'full'), fits(origin, 'part')], [false, true], origin)
})

test('who is not willing, does not answer, does not qualify or is not agreed on is not appointed, and is told', () => {
  const no = until('asked')
  no.world.does('neighbour', 'declineIt', no.id, { declined: '照看老人走不开' })
  const silent = until('asked')
  silent.world.until('2026-06-16 09:00')
  const unfit = until('reviewing')
  unfit.world.does('handler', 'review', unfit.id, { qualified: 'no', reviewNote: '长期不在本地居住' })
  const voted = until('meeting')
  voted.world.until('2026-06-09 16:00')
  voted.world.heard()
  voted.world.does('handler', 'meet', voted.id, { ...agreed, inFavour: 3 })
  assert.deepEqual(voted.world.heard().map(one => one.who), ['neighbour'])
  for (const { at } of [no, silent, unfit, voted]) assert.equal(at(), 'refused')
})

test('a meeting has enough people and votes no more than came; who recommended does not review, nor anybody themselves', () => {
  const { world, id } = until('meeting')
  const refused = (more: object) => world.refused('handler', 'meet', id, { ...agreed, metOn: '2026-06-08', ...more }).faults?.map(one => one.fact)
  assert.deepEqual([refused({ present: 2, inFavour: 2 }), refused({ inFavour: 8 }), refused({ metOn: '2026-06-10' })], [['present'], ['inFavour'], ['metOn']])
  assert.deepEqual(refused({ metOn: '2026-06-07' }), ['metOn'], 'first reviewed, then put to a meeting')
  const by = game()
  const own = by.opens('handler', who, 'recommend')
  by.does('neighbour', 'agree', own)
  assert.equal(by.refused('handler', 'review', own, { qualified: 'yes', reviewNote: '符合条件' }).code, 'two-people')
  const herself = { ...people.handler, account: people.neighbour.account }
  assert.equal(offers(gridAppointment, by.matter(own), 'review', herself, instant('2026-06-08 10:00'), law)?.code, 'two-people')
  assert.deepEqual(by.refusedToOpen('committee', { ...who, candidate: people.stranger.account }, 'recommend').faults?.map(one => one.fact), ['candidate'])
  assert.equal(by.refusedToOpen('otherDispatcher', who, 'recommend').code, 'not-yours')
  const self = play(gridAppointment, '2026-06-08 10:00', { loads: { account: () => ({ name: '王小明' }) } })
  assert.deepEqual(self.refusedToOpen('committee', { ...who, candidate: people.committee.account }, 'recommend').faults?.map(one => one.fact), ['candidate'])
})

test('20.2: a post not confirmed, withdrawn or lapsed is proposed anew; one ended early ends here too', () => {
  const { world, id, at, post } = until('confirming')
  world.does('securityAdmin', 'refuse', post(), { opinion: '材料不齐' })
  assert.equal(at(), 'appointing')
  world.does('townLead', 'appoint', id, { until: '2027-06-08' })
  world.does('townLead', 'withdraw', post())
  assert.equal(at(), 'appointing')
  world.does('townLead', 'appoint', id, { until: '2027-06-08' })
  world.until('2026-06-22 09:00')
  assert.equal(at(), 'appointing', 'lapsed, nobody having confirmed it')
  world.does('townLead', 'appoint', id, { until: '2027-06-08' })
  world.does('securityAdmin', 'confirm', post())
  world.heard()
  world.does('neighbour', 'resign', id, { resigned: '外出务工' })
  assert.deepEqual([...new Set(world.heard().map(one => one.who))].toSorted(), ['colleague', 'handler', 'townLead'])
  world.does('townLead', 'end', post(), { endReason: '本人辞职' })
  assert.deepEqual([at(), world.precedents.at(-1)?.['do']], ['over', 'end'])
})

test('renewed by a meeting, the next term follows the one before; the end of the old post is not the end of the new', () => {
  const { world, id, at, post, facts } = until('serving')
  const old = post()
  world.does('handler', 'renew', id, { why: '履职认真，居民认可' })
  assert.equal(at(), 'meeting')
  world.does('handler', 'meet', id, { ...agreed, metOn: '2026-06-09' })
  world.does('townLead', 'appoint', id, { until: '2028-06-08' })
  assert.deepEqual([facts()['from'], world.matter(post()).facts['from']], ['2027-06-09', '2027-06-09'])
  world.does('securityAdmin', 'confirm', post())
  assert.notEqual(post(), old)
  world.until('2027-06-09 00:01')
  assert.deepEqual([at(), facts()['post'], world.matter(old).stage], ['serving', post(), 'over'])
})

test('21.3: a resignation has its time to be dealt with, and is reminded of; it may be taken back, and nothing is renewed meanwhile', () => {
  const { world, id, at, post } = until('serving')
  assert.equal(world.refused('neighbour', 'stay', id, {}).code, 'not-resigned')
  world.does('neighbour', 'resign', id, { resigned: '外出务工' })
  assert.equal(world.due(id, 'resignation'), '2026-06-16 18:00')
  assert.equal(world.refused('neighbour', 'resign', id, {}).code, 'resigned-already')
  assert.equal(world.refused('handler', 'renew', id, { why: '履职认真，居民认可' }).code, 'resigning')
  world.heard()
  world.until('2026-06-17 09:00')
  const told = world.heard().map(one => one.who)
  for (const who of ['townLead', 'handler', 'neighbour', 'countyLead'] as const) assert.ok(told.includes(who), who)
  world.until('2026-06-26 09:00')
  assert.ok(world.heard().some(one => one.who === 'townLead'), 'and again')
  world.does('neighbour', 'stay', id)
  assert.equal(world.due(id, 'resignation'), undefined)
  world.does('neighbour', 'resign', id, {})
  world.does('townLead', 'end', post(), { endReason: '本人辞职' })
  assert.deepEqual([at(), world.due(id, 'resignation')], ['over', undefined])
})

test('21.3: a renewal that is voted down leaves who serves to the end of the term, and the vacancy is told now and then', () => {
  const { world, id, at, facts } = until('serving')
  world.does('handler', 'renew', id, { why: '履职认真，居民认可' })
  world.heard()
  world.does('handler', 'meet', id, { ...agreed, inFavour: 3 })
  assert.deepEqual([at(), facts()['until'], facts()['renewal'], world.due(id)], ['serving', '2027-06-08', undefined, '2027-05-09 23:59'])
  assert.deepEqual([...new Set(world.heard().map(one => one.who))].toSorted(), ['colleague', 'neighbour', 'townLead'])
  world.until('2027-06-09 00:01')
  assert.equal(at(), 'over')
  assert.ok(world.heard().some(one => one.who === 'townLead' && one.words.includes('please fill it')))
})

test('21.3: a post that ends while its renewal is not settled is known to be vacant, whatever comes of it', () => {
  const late = until('serving')
  late.world.until('2027-06-01 10:00')
  late.world.does('handler', 'renew', late.id, { why: '履职认真，居民认可' })
  late.world.heard()
  late.world.until('2027-06-09 00:01')
  assert.deepEqual([late.at(), late.facts()['vacant']], ['meeting', true])
  assert.ok(late.world.heard().some(one => one.who === 'townLead' && one.words.includes('vacant')))
  late.world.does('handler', 'meet', late.id, { ...agreed, metOn: '2027-06-08', inFavour: 3 })
  assert.equal(late.at(), 'over')
  assert.ok(late.world.heard().some(one => one.who === 'townLead' && one.words.includes('vacant')))
})

test('a renewal proposed anew begins where the term before ends, not where the first proposal would have', () => {
  const { world, id, post, facts } = until('serving')
  world.does('handler', 'renew', id, { why: '履职认真，居民认可' })
  world.does('handler', 'meet', id, agreed)
  world.does('townLead', 'appoint', id, { until: '2028-06-08' })
  world.does('townLead', 'withdraw', post())
  world.does('townLead', 'appoint', id, { until: '2028-05-31' })
  assert.equal(facts()['from'], '2027-06-09')
  world.does('securityAdmin', 'confirm', post())
  assert.deepEqual([facts()['ending'], facts()['until']], [undefined, '2028-05-31'])
})

test('late, the township and its lead are told; nothing of a person is asked but what the article names', () => {
  const { world } = until('reviewing')
  world.heard()
  world.until('2026-06-26 09:00')
  const told = world.heard().map(one => one.who)
  assert.deepEqual([told.includes('townLead'), told.includes('handler')], [true, true])
  const all = Object.values(gridAppointment.facts).map(fact => JSON.stringify([fact.label, fact.options ?? {}])).join()
  assert.doesNotMatch(all, /民族|宗教|党员|政治面貌|ethnic|faith|party member/iu)
  assert.equal(gridAppointment.list.columns.some(column => gridAppointment.facts[column].class !== 'public'), false)
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(gridAppointment.steps).filter(name => !['recount', 'erase', 'correct', 'rezone'].includes(name) && !met.steps.has(`grid-appointment.${name}`)), [])
  const said = readFileSync(new URL('./grid-appointment.ts', import.meta.url), 'utf8')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '')
  const faults = [...said.matchAll(/fault\('([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`)
  assert.deepEqual([...codes, ...faults].filter(code => !met.refusals.has(code)), [])
})
