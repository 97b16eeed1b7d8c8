import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { inputSchema } from '../../../kernel/form.ts'
import type { Item, Known } from '../../../kernel/gate.ts'
import type { JsonObject } from '../../../kernel/words.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { law, idOf, people, staffed, type Name } from '../../../test/helpers/world.ts'
import { hazard } from './hazard.ts'

// Monday, 8 June 2026, 10:00. Friday the 19th to Sunday the 21st are the Dragon Boat holiday.
const place = '630202001001'
const township = '630202001/gov'
const photo = [idOf('photo')]
const blocked = { what: '三单元消防通道被杂物堵住', kind: 'exits', place, spot: '三单元一层' }
const byFirm = { responsible: 'firm', firm: '和顺物业公司', requirement: '清空通道，贴禁止堆放标识' }
const cleared = { done: '杂物已全部清走，通道畅通', proof: photo }
const own: Item = { code: 'zz-01', kind: 'own', name: '公共部位日常巡查', office: 'committee', conditions: [], minutes: 0, since: '2026-01-01' }
const known: Known = { listed: true, running: [], held: [], items: [own] }

const game = (gate: Known = known) => play(hazard, '2026-06-08 10:00', { gate: () => gate })

const graded = (grade: 'ordinary' | 'serious' | 'major' = 'ordinary', more: object = {}, who: Name = 'gridWorker') => {
  const world = game()
  const id = world.opens(who, { ...blocked, ...more }, 'find')
  world.does('handler', 'grade', id, { grade, kind: 'exits', gradeReason: '堵塞一处安全出口', ...(grade !== 'ordinary' && { safety: '已通知住户改走二单元，专人看守' }) })
  return { world, id, stage: () => world.matter(id).stage, office: () => world.matter(id).holder?.office, facts: () => world.matter(id).facts }
}

const ordered = (input: object = byFirm, ...how: Parameters<typeof graded>) => {
  const one = graded(...how)
  one.world.heard()
  one.world.does('handler', 'order', one.id, input as JsonObject)
  return one
}

test('check finds nothing wrong', () => assert.deepEqual(check(hazard), []))

test('21.4, 34.2: a grid worker reports a hazard; it is graded, ordered put right, put right with proof and checked by another', () => {
  const world = game()
  const id = world.opens('gridWorker', blocked, 'find')
  assert.deepEqual([world.matter(id).facts['source'], world.matter(id).holder?.office, world.due(id)], ['grid', township, '2026-06-09 18:00'])
  assert.equal(world.refusedToOpen('handler', { ...blocked, source: 'patrol' }, 'find').faults?.[0]?.fact, 'source', 'how it was found follows from who found it: nobody is asked, nor may say otherwise')
  assert.deepEqual(world.heard().map(one => one.who).toSorted(), ['colleague', 'handler', 'townLead'])
  world.does('handler', 'grade', id, { grade: 'ordinary', kind: 'exits', gradeReason: '堵塞一处安全出口' })
  assert.deepEqual([world.matter(id).stage, world.due(id)], ['ordering', '2026-06-11 18:00'])
  world.does('handler', 'order', id, byFirm)
  assert.deepEqual([world.matter(id).stage, world.due(id)], ['rectifying', '2026-06-23 23:59'])
  assert.deepEqual(world.refused('handler', 'rectify', id, { ...cleared, proof: [] }).faults?.map(one => one.fact), ['proof'])
  world.does('handler', 'rectify', id, cleared)
  assert.deepEqual([world.matter(id).stage, world.due(id)], ['rechecking', '2026-06-11 18:00'])
  assert.equal(world.refused('handler', 'recheck', id, { verdict: 'passed', recheckNote: '通道畅通' }).code, 'own-work', 'never by whoever put it right')
  world.does('colleague', 'recheck', id, { verdict: 'again', recheckNote: '二层仍有纸箱' })
  assert.deepEqual([world.matter(id).stage, world.due(id), world.matter(id).facts['rounds']], ['rectifying', '2026-06-11 18:00', 1])
  world.does('gridWorker', 'rectify', id, cleared)
  world.heard()
  world.does('colleague', 'recheck', id, { verdict: 'passed', recheckNote: '各层通道畅通' })
  assert.deepEqual([world.matter(id).stage, world.counts], ['closed', { found: 1, graded: 1, ordered: 1, putRight: 1 }])
  assert.deepEqual(world.heard().map(one => one.who), ['gridWorker'], 'who reported it hears what came of it')
})

test('34.2: found not put right a second time, the county is told, and each time after that', () => {
  const world = game()
  const id = world.opens('gridWorker', blocked, 'find')
  world.does('handler', 'grade', id, { grade: 'ordinary', kind: 'exits', gradeReason: '堵塞一处安全出口' })
  world.does('handler', 'order', id, byFirm)
  for (const round of [1, 2, 3]) {
    world.does('gridWorker', 'rectify', id, cleared)
    world.heard()
    world.does('colleague', 'recheck', id, { verdict: 'again', recheckNote: '二层仍有纸箱' })
    const told = world.heard().map(one => one.who)
    assert.equal(told.includes('countyLead') && told.includes('countyDispatcher'), round > 1, `round ${round}`)
  }
})

test('design: nothing is asked for that a record already holds; what an office reports itself says so', () => {
  const world = game()
  const of = (who: Name): unknown => world.matter(world.opens(who, blocked, 'find')).facts['source']
  assert.deepEqual([of('resident'), of('gridWorker'), of('committee'), of('handler')], ['resident', 'grid', 'community', 'office'])
  assert.ok(!Object.keys(inputSchema(hazard, hazard.steps.find)['properties'] as object).includes('source'))
})

test('21.4, 25.3: a resident reports too and hears of each turn; what is no hazard is said with its reason', () => {
  const world = game()
  const id = world.opens('resident', { ...blocked, danger: true }, 'find')
  assert.deepEqual([world.matter(id).facts['source'], world.due(id)], ['resident', '2026-06-08 12:00'])
  assert.deepEqual(world.heard().map(one => one.who).toSorted(), ['colleague', 'committee', 'gridWorker', 'handler', 'townLead', 'townLead'], 'people near by are warned first')
  world.does('gridWorker', 'warn', id, { warned: '已拉警戒线，通知三单元住户' })
  assert.deepEqual(world.heard().map(one => one.who).toSorted(), ['colleague', 'handler', 'townLead'])
  world.does('handler', 'drop', id, { dropReason: '系搬家临时停放，已清走' })
  assert.deepEqual([world.matter(id).stage, world.heard().map(one => one.who)], ['dropped', ['resident']])
})

test('21.2: a hazard stands in the grid of its point; near a border the choice is kept, and the township beside knows and reads of it', () => {
  const [grid, beyond] = [`${place}001`, '630202101201003']
  const finds = (who: Name, more: object, ...near: readonly string[]) => {
    const world = play(hazard, '2026-06-08 10:00', { gate: () => known, loads: { located: () => near } })
    const { holder, facts, parties, region } = world.matter(world.opens(who, { ...blocked, ...more }, 'find'))
    return { at: region, office: holder?.office, place: facts['place'], borders: facts['borders'], beside: parties.flatMap(one => (one.role === 'beside' ? [one.office] : [])), heard: world.heard() }
  }
  const own = finds('gridWorker', {}, grid)
  assert.deepEqual([own.at, own.place, own.office, own.borders, own.beside], [grid, grid, township, undefined, []])
  const near = finds('gridWorker', {}, grid, beyond)
  assert.deepEqual([near.at, near.office, near.borders, near.beside], [place, township, [grid, beyond], ['630202101/gov']], 'nobody chooses for whoever reports it')
  assert.deepEqual(near.heard.filter(one => one.who === 'ruralLead' || one.who === 'ruralClerk').map(one => one.urgent ?? false), [false, false])
  const chosen = finds('resident', { place: beyond }, grid, beyond)
  assert.deepEqual([chosen.at, chosen.office, chosen.borders, chosen.beside], [beyond, '630202101/gov', [grid, beyond], [township]])
  const elsewhere = finds('gridWorker', { danger: true, warned: '已拉警戒线，请行人绕行' }, beyond)
  assert.deepEqual([elsewhere.at, elsewhere.office, elsewhere.borders], [place, township, [beyond]])
  assert.ok(elsewhere.heard.some(one => one.who === 'ruralClerk' && one.urgent), 'somebody is in danger: by night too')
})

test('34.2: who grades a dangerous hazard is warned by night too, and so are those it climbs to when it is not graded; another waits for the morning', () => {
  const world = game()
  const loud = () => [...new Set(world.heard().filter(one => one.urgent).map(one => one.who))]
  world.opens('gridWorker', blocked, 'find')
  assert.deepEqual(loud(), [])
  const id = world.opens('resident', { ...blocked, danger: true }, 'find')
  for (const who of ['handler', 'colleague', 'townLead', 'committee', 'gridWorker'] as const) assert.ok(world.told.some(one => one.who === who && one.matter === id && one.urgent), who)
  world.heard()
  world.until('2026-06-08 12:01')
  assert.ok(world.heard().filter(one => one.matter === id).every(one => one.urgent) && world.matter(id).facts['escalated'] === 1)
})

test('people first: whoever finds somebody in danger in a post warns them, then reports; a grave one is graded only with the measures that keep people safe', () => {
  const world = game()
  assert.deepEqual(world.refusedToOpen('gridWorker', { ...blocked, danger: true }, 'find').faults?.map(one => one.fact), ['warned'])
  const id = world.opens('gridWorker', { ...blocked, danger: true, warned: '已请三单元住户从二单元下楼' }, 'find')
  for (const grade of ['ordinary', 'serious', 'major']) assert.deepEqual(world.refused('handler', 'grade', id, { grade, kind: 'exits', gradeReason: '堵塞安全出口' }).faults?.map(one => one.fact), ['safety'], grade)
})

test('34.2: a major hazard goes to the competent department at once, and the township, the county and those near by know', () => {
  const { world, id, office, facts } = graded('major')
  assert.equal(office(), '630202/centre', 'the first competent office with somebody there')
  assert.equal(world.due(id), '2026-06-08 14:00')
  const told = world.heard().map(one => one.who)
  for (const who of ['countyDispatcher', 'countyLead', 'gridWorker', 'committee', 'townLead'] as const) assert.ok(told.includes(who), who)
  assert.equal(world.refused('handler', 'order', id, byFirm).code, 'not-yours')
  world.does('countyDispatcher', 'order', id, byFirm)
  assert.deepEqual([facts()['authority'], world.due(id)], ['630202/centre', '2026-06-11 23:59'])
  assert.equal(world.refused('townLead', 'worsen', id, { gradeReason: '又有新的裂缝', safety: '已全部撤离住户' }).code, 'major-already')
  const road = play(hazard, '2026-06-08 10:00', { gate: () => known })
  const hole = road.opens('gridWorker', { ...blocked, kind: 'road', what: '村道塌陷一米多' }, 'find')
  road.does('handler', 'grade', hole, { grade: 'major', kind: 'road', gradeReason: '塌陷仍在扩大', safety: '已断行绕道，专人看守' })
  assert.equal(road.matter(hole).holder?.office, '630202/transport')
  road.does('transport', 'order', hole, { responsible: 'office', office: '630202/transport', requirement: '三日内回填，设围挡' })
  road.heard()
  road.does('transport', 'rectify', hole, cleared)
  assert.deepEqual(road.heard().map(one => one.who).toSorted(), ['colleague', 'handler', 'roads', 'townLead'])
  assert.equal(road.refused('roads', 'recheck', hole, { verdict: 'passed', recheckNote: '已回填' }).code, 'own-work', 'nor a colleague of whoever put it right')
  road.does('handler', 'recheck', hole, { verdict: 'passed', recheckNote: '已回填压实' })
  assert.ok(staffed.includes('630202/transport'))
})

test('what becomes worse is major from then on, whoever had to put it right; by who holds it or the government there, and by no other department', () => {
  const { world, id, office, stage } = ordered()
  for (const who of [{ ...people.transport, kind: 'lead' }, 'police'] as const) assert.equal(world.refused(who, 'worsen', id, { gradeReason: '通道内发现电动车充电', safety: '已断电并请住户改道' }).code, 'not-yours')
  world.does('handler', 'worsen', id, { gradeReason: '通道内发现电动车充电', safety: '已断电并请住户改道' })
  assert.deepEqual([stage(), office(), world.counts['major']], ['ordering', '630202/centre', 1])
})

test('23.3, 6.6: a community puts right only what is its own; the gate refuses the rest, and the row of its work follows', () => {
  const theirs = { responsible: 'community', item: 'zz-01', requirement: '清空社区办公楼楼道杂物' }
  const refused = graded()
  assert.equal(refused.world.refused('handler', 'order', refused.id, { ...theirs, item: 'qt-01' }).code, 'no-ground')
  const bare = graded()
  assert.equal(bare.world.refused('handler', 'order', bare.id, { responsible: 'community', requirement: '督促各户清理楼道' }).code, 'no-ground')
  const { world, id, office, stage } = ordered(theirs)
  assert.deepEqual([office(), world.precedents.at(-1)?.['state'], world.precedents.at(-1)?.['until']], ['630202001001/committee', 'rectifying', '2026-06-23'])
  world.does('committee', 'rectify', id, cleared)
  assert.equal(world.refused('committee', 'recheck', id, { verdict: 'passed', recheckNote: '已清空' }).code, 'not-yours')
  world.does('handler', 'recheck', id, { verdict: 'passed', recheckNote: '楼道已清空' })
  assert.deepEqual([stage(), world.precedents.map(row => [row['state'], row['open']])], ['closed', [['rectifying', undefined], ['rechecking', true], ['done', false]]])
})

test('an office named may say once that it is not theirs; whoever answers for it is named anew; who carries nothing out is never named', () => {
  const toRoads = { responsible: 'office', office: '630202/transport', requirement: '更换破损井盖' }
  const { world, id, stage, office } = ordered(toRoads)
  assert.deepEqual(world.heard().map(one => one.who).toSorted(), ['gridWorker', 'roads', 'transport'])
  assert.equal(world.refused('gridWorker', 'rectify', id, cleared).code, 'not-theirs')
  world.does('transport', 'contest', id, { contestReason: '井盖属供水管网，见权责清单第12项' })
  assert.deepEqual([stage(), office()], ['ordering', township])
  assert.deepEqual(world.refused('handler', 'order', id, toRoads).faults?.map(one => one.fact), ['responsible'])
  assert.equal(world.refused('handler', 'order', id, { ...toRoads, office: '630202001001/committee' }).code, 'no-ground', 'named as an office, a community is none the less one')
  for (const bad of ['630202/lead', '630203/centre', '630202/justice-office']) {
    assert.deepEqual(world.refused('handler', 'order', id, { ...toRoads, office: bad }).faults?.map(one => one.fact), ['office'], bad)
  }
  world.does('handler', 'order', id, { ...toRoads, office: '630202/water' })
  world.does('water', 'rectify', id, cleared)
  world.does('handler', 'recheck', id, { verdict: 'again', recheckNote: '井盖仍松动' })
  assert.equal(office(), '630202/water')
  const firm = ordered()
  assert.equal(firm.world.refused('handler', 'contest', firm.id, { contestReason: '物业认为不属其责任' }).code, 'not-ordered')
})

test('34.2: a community objects too: its work is set aside and taken up again, or it was not its own', () => {
  const theirs = { responsible: 'community', item: 'zz-01', requirement: '清空社区办公楼楼道杂物' }
  const { world, id } = ordered(theirs)
  world.does('committee', 'contest', id, { contestReason: '楼道属物业管理区域，见物业合同' })
  assert.deepEqual([world.precedents.at(-1)?.['state'], world.precedents.at(-1)?.['open']], ['disputed', false])
  world.does('handler', 'order', id, byFirm)
  assert.equal(world.matter(id).holder?.office, township)
})

test('late, it climbs level by level; the limits run over the holidays; what was asked from above is answered', () => {
  const { world, id } = ordered({ ...byFirm }, 'serious')
  assert.equal(world.due(id), '2026-06-15 23:59')
  world.heard()
  world.until('2026-06-16 09:00')
  assert.deepEqual([...new Set(world.heard().map(one => one.who))].toSorted(), ['colleague', 'dispatcher', 'handler', 'townLead'])
  world.until('2026-06-19 09:00')
  assert.ok(world.heard().some(one => one.who === 'countyLead'))
  world.until('2026-06-24 09:00')
  assert.ok(world.heard().some(one => one.who === 'cityLead'), 'after the Dragon Boat holiday the city')
  const slow = graded()
  slow.world.until('2026-06-12 09:00')
  assert.ok(slow.world.heard().some(one => one.who === 'dispatcher'))
  const held = play(hazard, '2026-06-18 10:00', { gate: () => known })
  const late = held.opens('gridWorker', blocked, 'find')
  assert.equal(held.due(late), '2026-06-22 18:00', 'one working day from the eve of the holiday')
})

test('whose limit may be extended or stopped, and who is urged and supervised, is as with every matter', () => {
  const { world, id } = ordered(byFirm, 'ordinary', {}, 'resident')
  world.does('resident', 'urge', id)
  world.does('countyLead', 'supervise', id, { order: '请报整改进展' })
  world.does('handler', 'answerOrder', id, { orderAnswer: '物业正在清理' })
  world.does('handler', 'askExtension', id, { extraDays: 2, extensionGrounds: '杂物涉及多户' })
  world.does('townLead', 'refuseExtension', id, { extensionAnswer: '抓紧办理' })
  world.does('handler', 'askExtension', id, { extraDays: 3, extensionGrounds: '杂物涉及多户，正在协商' })
  world.does('townLead', 'grantExtension', id)
  world.does('handler', 'stop', id, { stopGrounds: 'appraisal', stopNote: '等待消防检测结论' })
  world.does('handler', 'resume', id)
  world.does('handler', 'stop', id, { stopGrounds: 'appraisal', stopNote: '等待消防检测结论' })
  world.until('2026-07-30 09:00')
  assert.equal(world.matter(id).clocks['pause'], undefined, 'the stop ended by itself')
})

test('the order on paper names who ordered it and no resident', () => {
  const doc = hazard.documents['order']?.make({
    number: 'N', region: place, day: '2026-06-08', law, office: code => code, place: code => code,
    facts: { what: blocked.what, grade: 'serious', requirement: byFirm.requirement, authority: township, place, spot: '三单元', firm: byFirm.firm, safety: '专人看守' },
  })
  assert.deepEqual([doc?.issuer, doc?.to, doc?.body.length], [township, byFirm.firm, 3])
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(hazard.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = ['./hazard.ts', './parts.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  // Those two are met beside, where who answers is tried.
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '').filter(code => code !== 'contested-before' && code !== 'too-late')
  const faults = [...said.matchAll(/fault\('([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`)
  assert.deepEqual([...codes, ...faults].filter(code => !met.refusals.has(code)), [])
})
