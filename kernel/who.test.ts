import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noErrand } from '../test/helpers/errand.ts'
import { people, type Name } from '../test/helpers/world.ts'
import type { Matter } from './matter.ts'
import { clock, postKinds, system, type Actor } from './post.ts'
import { above, anyResident, coHandler, holder, isSuch, may, ofGovernment, party, post, theClock, thePlatform, type Who } from './who.ts'
import { words } from './words.ts'

const names = Object.keys(people) as Name[]
const matter: Matter = {
  ...noErrand(), seq: 1, stage: 'doing', region: '630202001001', holder: { office: '630202001/gov' },
  parties: [
    { role: 'asker', account: people.resident.account }, { role: 'helper', account: people.gridWorker.account },
    { role: 'co-handler', office: '630202/transport' }, { role: 'held', office: '630202001/centre' },
  ],
}
const who = (by: Who, of: Matter = matter): readonly Name[] => names.filter(name => may([by], people[name], of))

test('any resident is whoever acts for themselves', () => {
  assert.deepEqual(who(anyResident), ['resident', 'neighbour', 'stranger', 'villager', 'otherVillager'])
})

test('a party is who stands in the matter in that role, as a resident or from a working post', () => {
  assert.deepEqual(who(party('asker', words('委托人', 'the asker'))), ['resident'])
  assert.deepEqual(who(party('helper', words('帮手', 'a helper'))), ['gridWorker'])
  assert.deepEqual(who(party('held', words('承办', 'a holder'))), [], 'an office is no person')
})

test('a post acts where its region holds the matter’s, at the level asked for', () => {
  assert.deepEqual(who(post('gridWorker')), ['gridWorker'])
  assert.deepEqual(who(post('dispatcher')), ['dispatcher', 'countyDispatcher', 'cityDispatcher'])
  assert.deepEqual(who(post('dispatcher', 'county', 'city')), ['countyDispatcher', 'cityDispatcher'])
  assert.deepEqual(who(post('lead'), { ...matter, region: '630203001001' }), ['cityLead'])
})

test('who leads a department or a station is no government: its lead group, its government and its centre are', () => {
  const bureau: Actor = { ...people.countyLead, office: '630202/transport' }
  const station: Actor = { ...people.townLead, office: '630202001/police-station' }
  const by = ofGovernment('lead', 'township', 'county')
  assert.deepEqual(who(by), ['townLead', 'countyLead'])
  for (const actor of [bureau, station]) assert.deepEqual([may([by], actor, matter), may([post('lead')], actor, matter), isSuch(by, actor)], [false, true, false], actor.office)
  assert.ok(!may([by], people.countyLead, { ...matter, region: '630203001001' }), 'nor one of another place')
})

test('the holder is whoever works in the office that holds it; of no office there is none', () => {
  assert.deepEqual(who(holder()), ['handler', 'colleague', 'townLead'])
  assert.deepEqual(who(holder('lead')), ['townLead'])
  assert.deepEqual(who(holder(), { ...matter, holder: { office: '630202/audit' } }), [], 'an auditor works on nothing')
  assert.deepEqual(who(holder(), { ...matter, holder: { office: '630202/lead' } }), ['countyLead'], 'nor does a deputy')
  assert.deepEqual(who(holder(), { ...matter, holder: null }), [])
})

test('a co-handler is an office asked to help', () => {
  assert.deepEqual(who(coHandler), ['transport', 'roads'])
})

test('above the holder stand leads and dispatchers of its region or one that holds it, never the holder itself', () => {
  assert.deepEqual(who(above), ['dispatcher', 'countyDispatcher', 'countyLead', 'cityDispatcher', 'cityLead'])
  assert.deepEqual(who(above, { ...matter, holder: { office: '630202/transport' } }), ['countyDispatcher', 'countyLead', 'cityDispatcher', 'cityLead'])
  assert.deepEqual(who(above, { ...matter, holder: { office: '6302/lead' } }), ['cityDispatcher'])
  assert.deepEqual(who(above, { ...matter, holder: null }), ['dispatcher', 'townLead', 'countyDispatcher', 'countyLead', 'cityDispatcher', 'cityLead'])
})

test('beside a government, its centre and its lead group, only the same kind of office one level up stands above another', () => {
  const led = (office: string): Actor => ({ ...people.countyLead, office, region: office.slice(0, office.indexOf('/')) })
  const over = (lead: string, holder: string, region = '630202001001'): boolean => may([above], led(lead), { ...matter, region, holder: { office: holder } })
  for (const [lead, held] of [['630202/water', '630202/transport'], ['630202/transport', '630202001/gov'], ['6302/water', '630202/transport'], ['630202001/police-station', '630202001/gov']] as const) assert.ok(!over(lead, held), `${lead} over ${held}`)
  assert.ok(over('6302/transport', '630202/transport'), 'the same department of the city')
  assert.ok(!over('6302/police-station', '630202001/police-station'), 'two levels up')
  for (const head of ['630202/gov', '630202/centre', '630202/lead', '6302/gov']) assert.ok(over(head, '630202/transport'), head)
  assert.ok(!over('630202001/gov', '630202/transport'), 'no township over the county')
  assert.ok(!over('630203/gov', '630202/transport'), 'nor one of another place')
})

test('what is the clock’s or the platform’s is nobody else’s, and what is people’s is not theirs', () => {
  const everyone: readonly Actor[] = [...Object.values(people), clock, system]
  const taken = (by: Who) => everyone.filter(actor => may([by], actor, matter)).map(actor => actor.kind)
  assert.deepEqual([taken(theClock), taken(thePlatform)], [['clock'], ['system']])
  for (const by of [anyResident, holder(), coHandler, above, post('dispatcher')]) assert.ok(!taken(by).some(kind => kind === 'clock' || kind === 'system'))
})

test('a post that only reads takes no step of any kind', () => {
  const reading = names.filter(name => { const { kind } = people[name]; return kind !== 'clock' && kind !== 'system' && !postKinds[kind].acts })
  assert.deepEqual(reading, ['auditor'])
  const itself: Matter = { ...matter, holder: { office: '630202/audit' }, parties: [{ role: 'asker', account: people.auditor.account }, { role: 'co-handler', office: '630202/audit' }] }
  for (const by of [anyResident, party('asker', words('委托人', 'the asker')), post('auditor'), holder(), holder('auditor'), coHandler, above]) assert.ok(!may([by], people.auditor, itself), by.en)
})

test('one of those named is enough, and none named is nobody', () => {
  assert.ok(may([theClock, holder()], people.handler, matter))
  assert.ok(!may([], people.handler, matter))
})
