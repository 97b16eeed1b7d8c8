import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { postKinds, system, type Actor, type PostKind } from '../kernel/post.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { act, type Act } from '../store/act.ts'
import type { House } from '../store/house.ts'
import { houseOver } from '../test/helpers/world.ts'
import { figure } from '../regulation/rules.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { categories } from './data/categories.ts'
import { routes } from './data/routes.ts'
import { haidongListed, haidongRegions } from './haidong.ts'
import { openDirectory } from './live-directory.ts'
import { membersOf, namesOf, postsOf } from './posts.ts'
import { keptWords } from '../kernel/kept-words.ts'
import { inWords } from '../kernel/period.ts'
import { findPrecedent, recordPrecedent } from './precedents.ts'
import { installReference, shippedDirectory } from './reference.ts'
import { importRegions, parseRegions } from './regions.ts'
import { adoptedRules } from './rules.ts'
import { registerLoaders, registerRecorders, knownIn } from './serving.ts'

const today = new Date('2026-06-08T02:00:00Z')
let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  await database.scoped(system, installReference)
})
after(() => database.close())

const actor = (kind: PostKind, region: string, office?: string): Actor =>
  ({ account: randomUUID(), kind, region, clearance: postKinds[kind].clearance, ...(office !== undefined && { office }) })
const village = '630202103200'

test('the reference data goes in once; again adds and changes nothing', async () => {
  const again = await database.scoped(system, installReference)
  assert.deepEqual(again, { regions: { added: 0, changed: 0, same: 1770 }, offices: { added: 0, changed: 0, same: 5760 } })
})

test('levels and parents follow from codes, and the tree holds together', async () => {
  const rows = await database.scoped(system, tx => tx.query<{ level: string; n: number }>('select level, count(*)::int as n from region group by level order by level'))
  assert.deepEqual(rows.map(row => [row.level, row.n]), [['city', 1], ['county', 6], ['township', 98], ['village', 1665]])
  const orphan = parseRegions('code,level,parent,name\n999999001,township,999999,某镇', ['999999']).rows
  await assert.rejects(database.scoped(system, tx => importRegions(tx, orphan, haidongListed)), /foreign key/)
})

test('what the database gives back is what was shipped', async () => {
  const live = (await openDirectory(database, today)).now
  const shipped = shippedDirectory()
  for (const { code } of haidongRegions()) assert.deepEqual(live.region(code), shipped.region(code))
  assert.deepEqual(live.groups(), shipped.groups())
  assert.deepEqual(live.categories(), shipped.categories())
  for (const { code } of categories) {
    for (const from of ['630202103', '630202', '6302']) {
      assert.deepEqual(live.route({ category: code, region: village, from }), shipped.route({ category: code, region: village, from }))
    }
  }
  assert.equal(new Set(live.officesFor(village).map(office => office.code)).size, shipped.officesFor(village).length)
})

test('a server learns of a change by the version row, and of what begins or ends by the day', async () => {
  const live = await openDirectory(database, today)
  assert.equal(await live.refresh(today), false)
  await database.scoped(system, async tx => {
    await tx.query(
      `insert into category (code, since, "group", zh, en, place, limit_amount, limit_unit, source_kind, source_zh, source_en)
       values ('rubbish', '2026-07-01', 'environment', '垃圾清运', 'Rubbish collection', 0, 7, 'workingHours', 'local', '某文', 'Some rule')`)
    await tx.query(`update region set until = '2026-07-01' where code = '630203102201'`)
  })
  const later = new Date('2026-07-01T02:00:00Z')
  assert.deepEqual(await Promise.all([live.refresh(today), live.refresh(today)]), [true, true])
  assert.equal(live.now.category('rubbish')?.limit?.period.unit, 'workingDays')
  assert.ok(live.now.children('630203102').some(region => region.code === '630203102201'))
  assert.equal(await live.refresh(later), true)
  assert.deepEqual(live.now.category('rubbish')?.limit?.period, { amount: 7, unit: 'workingHours' })
  assert.equal(live.now.category('rubbish')?.limit?.source.kind, 'local')
  assert.ok(!live.now.children('630203102').some(region => region.code === '630203102201'))
  assert.equal(live.now.region('630203102201')?.ended, true)
  const known = knownIn(live)
  assert.deepEqual([known.region('630203102201'), known.region(village), known.office('630202/transport'), known.reference('category', 'rubbish'), known.reference('other', 'rubbish')], [false, true, true, true, false])
  await database.scoped(system, tx => tx.query(`update region set until = null where code = '630203102201'`))
})

test('a narrower rule entered in the table goes before the shipped one', async () => {
  const live = await openDirectory(database, today)
  assert.equal(routes.length > 100, true)
  await database.scoped(system, tx => tx.query(
    `insert into route (id, category, scope, "from", level, kind, zh, en, since)
     values ('ledu.telecoms', 'telecoms', '630202', 'township', 'township', 'gov', '乐都区“网络通信”先由乡镇承办', 'Ledu: towns first', '2026-01-01')`))
  await live.refresh(today)
  assert.equal(live.now.route({ category: 'telecoms', region: village, from: '630202103' })?.office, '630202103/gov')
  assert.equal(live.now.route({ category: 'telecoms', region: '630203102200', from: '630203102' })?.office, '630203/big-data')
})

test('adopted figures stand over the product’s defaults; what this version does not know is passed over', async () => {
  await database.scoped(system, tx => tx.query(
    `insert into rule_row (id, name, unit, value, since, kind, article, source_zh, source_en, checked, confirmed) values
     (gen_random_uuid(), 'request.handle', 'workingDays', '7', '2026-01-01', 'local', '21.4', '某办法', 'Some measures', '2026-01-01', true),
     (gen_random_uuid(), 'request.handle', 'squareMetres', '7', '2026-02-01', 'local', null, '某办法', 'Some measures', '2026-01-01', true),
     (gen_random_uuid(), 'no.such', 'days', '7', '2026-01-01', 'local', null, '某办法', 'Some measures', '2026-01-01', true)`))
  const adopted = await database.scoped(actor('resident', village), adoptedRules)
  assert.deepEqual(adopted.map(rule => [rule.name, rule.value, rule.from]), [['request.handle', 7, '2026-01-01']])
  assert.equal(figure('request.handle', '2026-06-08', adopted).value, 7)
  assert.equal(figure('request.handle', '2025-06-08', adopted).value, 5)
})

test('only the platform writes reference data, posts and rolls', async () => {
  const writes = [
    `insert into region (code, listed, name, kind, pinyin, since) values ('630202103999', '某村', '某村', 'village', 'mou cun', '2026-01-01')`,
    `insert into office (code, zh, en, since) values ('${village}/gov', '某', 'some', '2026-01-01')`,
    `insert into route (id, scope, "from", level, kind, zh, en, since) values ('x', '6302', 'township', 'city', 'gov', '某', 'some', '2026-01-01')`,
    `insert into account (id, name, pinyin, created) values (gen_random_uuid(), '某', 'mou', now())`,
    `insert into household (county, id, code, village, address, since) values ('630202', gen_random_uuid(), '${village}-0001', '${village}', '一社', '2023-02-01')`,
  ]
  for (const kind of ['lead', 'resident', 'auditor', 'systemAdmin'] as const) {
    for (const write of writes) await assert.rejects(database.scoped(actor(kind, '6302', '6302/lead'), tx => tx.query(write)), /row-level security/)
    const changed = await database.scoped(actor(kind, '6302'), tx => tx.query(`update office set zh = '改' returning code`))
    assert.equal(changed.length, 0)
  }
  await assert.rejects(database.scoped(system, tx => tx.query('delete from region')), /permission denied/)
})

const fill = async (): Promise<{ readonly mine: string; readonly theirs: string; readonly clerk: string }> => {
  const [mine, theirs, clerk, house] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await database.scoped(system, async tx => {
    await tx.query(`insert into household (county, id, code, village, address, since, invented) values ('630202', $1::uuid, $2 || '-0001', $2, '一社 1号', '2023-02-01', true)`, [house, village])
    await tx.query(`insert into person (county, id, village, household, name, pinyin, invented) values ('630202', gen_random_uuid(), $2, $1::uuid, '祁才让', 'qi cai rang', true)`, [house, village])
    await tx.query(
      `insert into account (id, name, pinyin, home, created) values ($1::uuid, '甲', 'jia', '630202103200', now()), ($2::uuid, '乙', 'yi', '630202104200', now()), ($3::uuid, '丙', 'bing', null, now())`,
      [mine, theirs, clerk])
    await tx.query(
      `insert into post (id, account, kind, office, region, clearance, since, until) values
       (gen_random_uuid(), $1::uuid, 'committee', $2, $3, 'internal', '2026-01-01', null), (gen_random_uuid(), $1::uuid, 'handler', '630202103/gov', '630202103', 'sensitive', '2025-01-01', '2026-01-01')`,
      [clerk, `${village}/committee`, village])
  })
  return { mine, theirs, clerk }
}

test('rolls are read by those who work in the place; a name goes with a post, a region or oneself', async () => {
  const { mine, theirs, clerk } = await fill()
  const people = (who: Actor) => database.scoped(who, async tx => {
    const [persons] = await tx.query<{ n: number }>('select count(*)::int as n from person where village = $1', [village])
    const [households] = await tx.query<{ n: number }>('select count(*)::int as n from household where village = $1', [village])
    return [persons?.n, households?.n]
  })
  const names = async (who: Actor) => [...(await database.scoped(who, tx => namesOf(tx, [mine, theirs, clerk]))).values()].toSorted()
  for (const who of [actor('gridWorker', village), actor('committee', village), actor('dispatcher', '630202103'), actor('lead', '630202'), actor('lead', '6302')]) assert.deepEqual(await people(who), [1, 1])
  for (const who of [
    actor('gridWorker', '630202103201'), actor('lead', '630203'), actor('handler', '630202103', '630202103/transport'), actor('resident', village),
    actor('deputy', '630202'), actor('auditor', '6302'), actor('systemAdmin', '6302'),
  ]) assert.deepEqual(await people(who), [0, 0], who.kind)
  assert.deepEqual(await people(actor('handler', '630202103', '630202103/gov')), [0, 1], 'the township’s government reads doors, and nobody behind them')
  assert.deepEqual(await people(actor('handler', '630202', '630202/gov')), [0, 0], 'that of the county does not')
  assert.deepEqual(await names(actor('committee', village)), ['丙', '甲'])
  assert.deepEqual(await names(actor('lead', '630202')), ['丙', '乙', '甲'])
  assert.deepEqual(await names(actor('deputy', '630202')), ['丙'])
  assert.deepEqual(await names({ ...actor('resident', village), account: theirs }), ['丙', '乙'])
  assert.deepEqual(await names(actor('handler', '630202103', '630202103/gov')), ['丙'])
  const held = await database.scoped(system, tx => postsOf(tx, clerk, today))
  assert.deepEqual(held.map(post => [post.kind, post.office, post.region]), [['committee', `${village}/committee`, village]])
  assert.deepEqual((await database.scoped(actor('resident', village), tx => membersOf(tx, `${village}/committee`, today))).map(one => one.name), ['丙'])
  assert.deepEqual(await database.scoped(system, tx => membersOf(tx, '630202103/gov', today)), [])
})

test('a post sits in its office’s region; a resident needs none', async () => {
  const [account] = await database.scoped(system, tx => tx.query<{ id: string }>('select id from account limit 1'))
  const add = (kind: string, office: string, region: string) => database.scoped(system, tx => tx.query(
    `insert into post (id, account, kind, office, region, clearance, since) values (gen_random_uuid(), $1::uuid, $2, $3, $4, 'internal', now())`, [account?.id, kind, office, region]))
  await assert.rejects(add('handler', '630202/transport', '630203'), /check constraint/)
  await assert.rejects(add('resident', '630202/transport', '630202'), /check constraint/)
  await assert.rejects(add('handler', '630202/nothing', '630202'), /foreign key/)
})

test('a ruling on a matter returned twice is kept, and routing shows it next time', async () => {
  const live = await openDirectory(database, today)
  const world = houseOver(database)
  const house: House = { ...world, loaders: { ...world.loaders, ...registerLoaders(live) }, recorders: registerRecorders, known: knownIn(live) }
  const dispatcher = actor('dispatcher', '630202103', '630202103/centre')
  const handler = (office: string) => actor('handler', office.slice(0, office.indexOf('/')), office)
  const open = async (): Promise<(who: Actor, step: string, input: object) => Promise<string>> => {
    const id = randomUUID()
    const take = async (who: Actor, asked: Omit<Act, 'id'>, at = randomUUID()) => {
      const answer = await act(house, who, { id: at, ...asked }, today)
      assert.ok(!isRefusal(answer), JSON.stringify(answer))
      return answer
    }
    let { seq } = await take(actor('resident', village), { procedure: 'request', step: 'report', input: { text: '村道路面塌陷', place: village } }, id)
    return async (who, step, input) => {
      const receipt = await take(who, { matter: id, step, seq, input })
      seq = receipt.seq
      return receipt.stage
    }
  }
  for (const office of ['630202103/gov', '630202/transport']) {
    await database.scoped(system, tx => tx.query(
      `insert into post (id, account, kind, office, region, clearance, since) select gen_random_uuid(), id, 'handler', $1, $2, 'sensitive', '2025-01-01' from account limit 1`, [office, office.slice(0, office.indexOf('/'))]))
  }
  const category = 'village-road'
  const back = { returnReason: '不属本单位养护范围', returnClause: '职责清单', proposedOffice: '630202/water' }
  const first = await open()
  await first(dispatcher, 'dispatch', { category, office: '630202103/gov' })
  await first(handler('630202103/gov'), 'return', back)
  await first(dispatcher, 'dispatch', { category, office: '630202/transport', dispatchReason: '按退回意见改派' })
  assert.equal(await first(handler('630202/transport'), 'return', back), 'ruling')
  assert.equal(await first(actor('lead', '630202', '630202/centre'), 'rule', { office: '630202/transport', ruling: '该路属县道' }), 'accepting')

  const found = (who: Actor, region: string) => database.scoped(who, tx => findPrecedent(tx, live.now, { category, region }))
  const line = {
    zh: `先例：2026-06-08 高庙镇${live.now.region(village)?.name}同类事项裁定由海东市乐都区交通运输局承办（该路属县道）`,
    en: `Precedent: on 2026-06-08 a like matter in ${live.now.region(village)?.en}, Gaomiao Town was ruled to be for ${live.now.office('630202/transport')?.en} (该路属县道)`,
  }
  assert.deepEqual(await found(dispatcher, village), line)
  assert.deepEqual(await found(dispatcher, '630202105200'), line, 'elsewhere in the county, for want of a nearer one')
  assert.equal(await found(dispatcher, '630203102200'), undefined)
  assert.equal(await found(actor('resident', village), village), undefined)
  const route = await database.scoped(dispatcher, async tx => house.loaders['route']?.(tx, { category, region: village, from: '630202103' }))
  assert.deepEqual(route, {
    office: '630202103/gov', rule: `“村道硬化养护”由乡镇人民政府、街道办事处承办；${line.zh}\n“Village lanes”: Township government or subdistrict office. ${line.en}`,
  })
  const second = await open()
  assert.equal(await second(dispatcher, 'dispatch', { category, office: '630202103/gov' }), 'accepting')
  const kept = await database.scoped(dispatcher, tx => tx.query<{ route: string }>(`select i.facts->>'route' as route from matter m join matter_internal i on i.id = m.id where stage = 'accepting' order by opened desc, number desc limit 1`))
  assert.deepEqual(kept.map(row => keptWords(row.route).en.includes(line.en) && keptWords(row.route).zh.endsWith(line.zh)), [true], 'the matter keeps why in both languages')
  const preview = async (who: Actor, area: string) => database.scoped(who, async tx => house.loaders['touched']?.(tx, { category, area, at: today.toISOString() }))
  const limit = live.now.category(category)?.limit
  assert.ok(limit)
  assert.equal(await preview(actor('lead', '630202', '630202/lead'), '630202'),
    `“村道硬化养护”现行办理时限：${inWords(limit.period).zh}；在办 2 件，时限和承办单位不变；近 90 天反映 2 件\n`
    + `“Village lanes” has a limit of ${inWords(limit.period).en} now; 2 open, whose limit and office stay; 2 reported in the last 90 days`)
  assert.match(String(await preview(actor('lead', '6302', '6302/lead'), '6302')), /在办 2 件/)
  assert.match(String(await preview(actor('lead', '630203', '630203/lead'), '630203')), /在办 0 件/)
  const row = { county: '630202', category, region: village, office: '630202/transport', ruling: '该路属县道', matter: randomUUID() }
  await assert.rejects(database.scoped(dispatcher, tx => recordPrecedent(tx, row, today)), /row-level security/)
  await assert.rejects(database.scoped(system, tx => recordPrecedent(tx, { ...row, ruling: '' }, today)), /needs ruling/)
})
