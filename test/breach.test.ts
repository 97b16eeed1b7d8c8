import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { classes, system, type Actor, type Class } from '../kernel/post.ts'
import { regionOfOffice } from '../kernel/post.ts'
import { isWithin } from '../kernel/region.ts'
import type { House } from '../store/house.ts'
import { readMatter } from '../store/read/matter.ts'
import { verifyCounty } from '../store/verify.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { live } from './helpers/live.ts'
import { fillWorld, houseOver, people, type Name } from './helpers/world.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(() => database.close())

const told = (accused: string) => ({
  kind: 'passedDown', accused, place: '630202001001', summary: '要求社区填报路灯台账', what: '6月5日电话要求三天内填报全部路灯台账，没有提供人员和经费',
  confidential: true, contactName: '王小明', contactPhone: '13897221234',
})
const founding = { verified: '核对了通话记录和表格', allegation: '该单位于6月5日要求东关社区填报路灯台账', ground: 'regulation', provision: '23.3' }
const both = { finding: '将本单位职责事项转交社区承担，未列入清单', orders: 'yes', order: '停止转交，撤回表格', correctBy: '2026-07-10', criticises: 'yes', criticism: '擅自将职责范围内事项转交东关社区承担，予以通报' }

const idOfCase = async (clue: string): Promise<string> =>
  (await database.owner(tx => tx.query<{ matter: string }>(`select matter from link where other = $1::uuid and kind = 'clue'`, [clue])))[0]?.matter ?? assert.fail('no case')

/** All that anybody can get at by raw SQL about a matter, every reading entered first as the page does. */
const everything = (actor: Actor, matter: string): Promise<string> => database.scoped(actor, async tx => {
  const facts = ['contactName', 'contactPhone', 'what', 'evidence', 'summary', 'more', 'notConvinced', 'verified']
  await tx.query(`insert into access_log (county, at, account, post, kind, purpose, matter, region, facts, mac) values ('630202', now(), $1::uuid, $2::uuid, $3, 'duty', $4::uuid, '630202001001', $5::text[], '\\x00')`,
    [actor.account, actor.post ?? null, actor.kind, matter, facts])
  const found = []
  for (const [table, column] of [['matter', 'id'], ['matter_internal', 'id'], ['party', 'matter'], ['entry', 'matter'], ['deadline', 'matter'], ['link', 'matter'], ['file', 'matter'], ['notice', 'matter']] as const) {
    found.push(...await tx.query(`select * from ${table} where ${column} = $1::uuid`, [matter]))
  }
  found.push(...await tx.query(`select fact from app_open('630202', $1::uuid)`, [matter]))
  found.push(...await tx.query('select seq, fact, class from sealed where matter = $1::uuid', [matter]))
  return JSON.stringify(found)
})

/** Posts that may know of the report at all: whoever decides, and the city’s own. */
const mayKnow = (who: Name, decider: string): boolean => {
  const one: Actor = people[who]
  return one.office === decider || (one.post !== undefined && isWithin('6302', one.region)) || who === 'resident'
}

test('50.2: from a confidential report to a notice that everybody reads; the chain holds', async () => {
  const city = live(house)
  const clue = await city.opens('resident', told('630202/transport'), 'report', 'breach-clue')
  await city.does('countyLead', 'accept', clue)
  await city.does('countyLead', 'found', clue, founding)
  const id = await idOfCase(clue)
  assert.deepEqual(await city.heard(id), ['countyLead', 'roads', 'transport'])
  await city.does('transport', 'answer', id, { answer: '系业务科室理解有误，已停止' })
  await city.does('countyLead', 'decide', id, both)
  const seenBy = (who: Name, matter: string) => database.scoped(people[who], tx => readMatter(tx, house, people[who], matter))
  assert.equal(await seenBy('stranger', id), undefined)
  assert.equal(await seenBy('committee', id), undefined, 'a community sees nothing of the case either')
  await city.does('transport', 'reportCorrection', id, { correction: '已撤回表格并自行建立台账' })
  await city.does('countyLead', 'recheck', id, { passed: 'yes', recheck: '实地查看属实' })
  await city.until('2026-06-25 09:00')
  assert.deepEqual([(await city.matter(id)).stage, (await city.matter(clue)).stage], ['closed', 'ended'])
  assert.ok((await city.heard(clue)).includes('resident'))
  assert.equal((await seenBy('resident', clue))?.facts.find(fact => fact.fact === 'result')?.value, 'founded', 'who reported it reads what came of it')
  const [notice] = await database.owner(tx => tx.query<{ id: string }>(`select id from matter where procedure = 'breach-notice'`))
  const page = await seenBy('stranger', notice?.id ?? '')
  assert.equal(page?.facts.find(fact => fact.fact === 'criticism')?.value, both.criticism)
  for (const county of ['630202', '6302']) assert.deepEqual((await verifyCounty(house, county)).faults, [])
})

test('nobody below or beside whoever decides learns of the report or of who made it, by any statement and with any clearance', async () => {
  const city = live(house)
  for (const [accused, decider] of [['630202/transport', '630202/lead'], ['630202001/gov', '630202/lead'], ['630202/centre', '6302/lead']] as const) {
    const clue = await city.opens('resident', told(accused), 'report', 'breach-clue')
    await city.does(decider === '6302/lead' ? 'cityLead' : 'countyLead', 'accept', clue)
    await city.does(decider === '6302/lead' ? 'cityLead' : 'countyLead', 'found', clue, founding)
    const id = await idOfCase(clue)
    for (const who of Object.keys(people) as Name[]) {
      const known: Actor = people[who]
      for (const clearance of (known.post === undefined ? ['public'] : Object.keys(classes)) as Class[]) {
        const actor: Actor = { ...known, clearance }
        const about = `${who} ${clearance} of ${accused}`
        const [ofClue, ofCase] = [await everything(actor, clue), await everything(actor, id)]
        if (!mayKnow(who, decider)) assert.equal(ofClue, '[]', about)
        if (actor.office === decider && actor.kind === 'lead' && clearance === 'sensitive') assert.match(ofClue, /"fact":"what"/, `${about}: who decides reads it`)
        if (who !== 'resident') {
          for (const text of [ofClue, ofCase]) assert.ok(!text.includes(people.resident.account), `${about}: the account of who reported it`)
          if (clearance !== 'confidential') assert.ok(!/"fact":"contact(Name|Phone)"/.test(ofClue.replaceAll(/"seq":\d+,"fact":"contact(Name|Phone)","class":"confidential"/g, '')), `${about}: name and phone`)
        }
        assert.ok(!/contactName|contactPhone|通话记录|三天内填报/.test(ofCase), about)
      }
    }
  }
})

test('the unit concerned is a party of the case from whichever post, and reads of the report not even that it is there', async () => {
  const city = live(house)
  const clue = await city.opens('committee', { ...told('630202001/gov'), confidential: false }, 'report', 'breach-clue')
  await city.does('countyLead', 'accept', clue)
  await city.does('countyLead', 'found', clue, founding)
  const id = await idOfCase(clue)
  for (const who of ['handler', 'colleague', 'townLead'] as const) {
    const actor: Actor = { ...people[who], clearance: 'confidential' }
    assert.equal(regionOfOffice(actor.office ?? ''), '630202001')
    const page = await database.scoped(actor, tx => readMatter(tx, house, actor, id)) ?? assert.fail(who)
    assert.equal(page.facts.find(fact => fact.fact === 'allegation')?.masked, false)
    assert.equal(await database.scoped(actor, tx => readMatter(tx, house, actor, clue)), undefined, who)
    assert.ok(!JSON.stringify(page.entries).includes(people.committee.account))
  }
  assert.ok(await database.scoped(system, tx => tx.query('select id from matter where id = $1::uuid', [clue])))
})
