import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { offers } from '../../../kernel/decide.ts'
import { cleaning, commissioning, items } from '../../../test/helpers/commissioning.ts'
import { instant, met } from '../../../test/helpers/play.ts'
import { law, people } from '../../../test/helpers/world.ts'
import { communityTask } from './community-task.ts'

// Monday, 8 June 2026, 10:00. Friday the 19th to Sunday the 21st are the Dragon Boat holiday.
const entrusted = { item: 'wt-01', title: '代管候车亭', what: '每周查看一次候车亭', conditions: [{ name: '经费', what: '每亭每年六百元', by: '2026-06-15' }] }
const free = { area: '630202001', item: 'wt-02', title: '张贴宣传画', manner: 'task', what: '在公告栏张贴两张', places: ['630202001001', '630202001002'], from: '2026-06-10', until: '2026-07-10' }

/** A township’s own, entrusted and without conditions. */
const offered = () => {
  const all = commissioning()
  const id = all.game.opens('handler', free, 'propose')
  all.game.does('colleague', 'approve', id)
  const [east, west] = all.game.all('community-task')
  return { ...all, id, east: east?.id ?? '', west: west?.id ?? '' }
}

test('7.1, 23.2: assistance on the list is owed once its conditions arrived, and not before', () => {
  const { game, given, stage, facts, register } = commissioning()
  const { id, east } = given()
  assert.deepEqual([stage(east), game.matter(east).holder, facts(east)['ground'], game.due(east), game.due(east, 'end')], ['awaiting', { office: '630202001001/committee' }, 'assist', '2026-06-18 23:59', '2026-07-10 23:59'])
  assert.deepEqual([facts(east)['minutes'], register.given.get(east)?.state, register.given.get(east)?.open], [120, 'awaiting', true])
  assert.deepEqual(game.heard().filter(one => one.matter === east).map(one => one.who).toSorted(), ['committee', 'gridWorker'])
  assert.equal(game.refused('committee', 'deliver', east, { report: '清扫完成' }).code, 'wrong-stage')
  assert.equal(game.refused('gridWorker', 'confirmConditions', east).code, 'not-yours')
  game.does('committee', 'confirmConditions', east)
  assert.deepEqual([stage(east), facts(east)['began'], register.given.get(east)?.['delivered']], ['doing', '2026-06-08', 2])
  assert.equal(game.matter(east).links.some(link => link.kind === 'of' && link.matter === id), true)
})

test('23.2, 50.2: conditions that did not arrive in time: the county and the issuer are told, and the work is not owed', () => {
  const { game, given, stage, register } = commissioning()
  const { id, east, west } = given()
  game.does('committee', 'reportMissing', east, { missing: '扫帚没有送来' })
  assert.deepEqual(new Set(game.heard().filter(one => one.words.includes('conditions are missing')).map(one => one.who)), new Set(['transport', 'roads']))
  game.does('committee', 'reportMissing', east, { missing: '扫帚没有送来' })
  game.until('2026-06-19 00:00')
  assert.deepEqual([stage(east), stage(west), game.counts['unowed'], register.given.get(east)?.open], ['unowed', 'unowed', 2, false])
  assert.ok(game.heard().some(one => one.who === 'countyLead'), 'the county is told')
  assert.equal(game.matter(id).stage, 'summing', 'nothing of it is left')
})

test('recorded by the issuer and not gainsaid, conditions are there; gainsaid, they are not', () => {
  const { game, given, stage, facts } = commissioning()
  const { id, east, west } = given()
  const delivery = [{ name: '工具', how: '送到村委会', on: '2026-06-08' }, { name: '经费', how: '已拨付', on: '2026-06-08' }]
  game.does('transport', 'deliverConditions', id, { delivery })
  game.does('westCommittee', 'reportMissing', west, { missing: '没有收到' })
  assert.deepEqual([game.due(east), game.due(west), facts(west)['arrived']], ['2026-06-10 18:00', '2026-06-18 23:59', undefined])
  game.until('2026-06-10 18:00')
  assert.deepEqual([stage(east), stage(west)], ['doing', 'awaiting'])
  game.until('2026-06-19 00:00')
  assert.equal(stage(west), 'unowed')
})

test('7.2: what is entrusted needs the committee’s free acceptance', () => {
  const { game, given, stage, facts } = commissioning()
  const { id, east, west } = given(entrusted)
  assert.deepEqual([stage(east), facts(east)['ground'], game.due(east)], ['offered', 'entrust', '2026-06-11 18:00'])
  game.does('committee', 'accept', east)
  assert.equal(stage(east), 'awaiting', 'its conditions come first here as well')
  game.does('westCommittee', 'decline', west)
  assert.deepEqual([stage(west), facts(id)['nAccepted'], facts(id)['nDeclined'], facts(id)['nEnded']], ['declined', 1, 1, 1])
})

test('7.2: silence is not acceptance; without conditions it is under way at once', () => {
  const { game, stage, east, west, register } = offered()
  game.does('committee', 'accept', east)
  assert.equal(stage(east), 'doing')
  game.until('2026-06-11 18:00')
  assert.deepEqual([stage(west), register.given.get(west)?.open], ['declined', false])
})

test('the amendment rule: what is under way goes on under its version; what is neither owed nor taken on falls with its item', () => {
  const { game, stage, east, west, register } = offered()
  game.does('committee', 'accept', east)
  register.amend([{ since: '2025-01-01', until: '2026-06-09', items: Object.values(items) }, { since: '2026-06-09', items: [items.own] }])
  game.until('2026-06-09 10:00')
  const barred = game.refused('westCommittee', 'accept', west)
  assert.deepEqual([barred.code, barred.keeps], ['not-listed', undefined], 'nobody tried to give anything: it counts against nobody')
  game.does('committee', 'deliver', east, { report: '已张贴两张' })
  game.does('handler', 'acceptWork', east)
  assert.equal(stage(east), 'done')

  const owed = commissioning()
  const tasks = owed.given()
  owed.register.amend([{ since: '2025-01-01', until: '2026-06-09', items: Object.values(items) }, { since: '2026-06-09', items: [items.own] }])
  owed.game.until('2026-06-09 10:00')
  assert.equal(owed.game.refused('committee', 'confirmConditions', tasks.east).code, 'not-listed')
  owed.game.does('transport', 'deliverConditions', tasks.id, { delivery: cleaning.conditions.map(({ name }) => ({ name, how: '已落实', on: '2026-06-09' })) })
  owed.game.until('2026-06-12 10:00')
  assert.deepEqual([owed.stage(tasks.east), owed.stage(tasks.west)], ['unowed', 'unowed'], 'nor does silence make it owed')
})

test('progress, delivery with the data asked for, one more round, acceptance; what was given is returned to the village', () => {
  const { game, given, stage, facts, register } = commissioning()
  const fields = [{ name: '户数', kind: 'number', filled: true }, { name: '清扫里程', kind: 'number' }, { name: '完成日期', kind: 'date' }, { name: '有无塌方', kind: 'yesNo' }, { name: '现场照片', kind: 'file' }]
  const { east, west } = given({ fields })
  assert.deepEqual([facts(east)['filled'], facts(east)['minutes']], [[{ name: '户数', value: '123' }], 128], 'known already, it is filled in and costs nothing')
  game.does('committee', 'confirmConditions', east)
  game.does('committee', 'note', east, { progress: '已清扫三公里' })
  const faults = (data: readonly object[]) => game.refused('committee', 'deliver', east, { report: '清扫完成', data: data as never }).faults?.map(one => [one.row, one.column].join(' '))
  assert.deepEqual(faults([{ name: '清扫里程', value: '六公里' }, { name: '完成日期', value: '昨天' }, { name: '有无塌方', value: '不知道' }]), ['0 value', '1 value', '2 value'])
  assert.deepEqual(faults([{ name: '人数', value: '3' }, { name: '清扫里程', value: '6' }, { name: '清扫里程', value: '6' }, { name: '完成日期', value: '2026-06-09' }, { name: '有无塌方', value: '否' }]), ['0 name', '2 name'])
  assert.deepEqual(faults([{ name: '清扫里程', value: '6' }]), [' '], 'what is left out is told')
  const data = [{ name: '清扫里程', value: '6.2' }, { name: '完成日期', value: '2026-06-09' }, { name: '有无塌方', value: '否' }]
  assert.deepEqual(game.refused('committee', 'deliver', east, { report: '清扫完成', data }).faults?.map(one => one.fact), ['proof'])
  const proof = ['00000000-0000-4000-8000-000000000009']
  game.does('committee', 'deliver', east, { report: '清扫完成', data, proof })
  assert.deepEqual([stage(east), game.matter(east).holder, game.due(east)], ['accepting', { office: '630202/transport' }, '2026-06-15 18:00'])
  assert.equal(game.refused('urban', 'acceptWork', east).code, 'not-yours')
  game.does('transport', 'askAgain', east, { again: '请补充边沟照片' })
  assert.deepEqual([stage(east), game.due(east, 'end')], ['doing', '2026-07-10 23:59'])
  game.does('committee', 'deliver', east, { report: '清扫完成，边沟已清', data, proof })
  assert.equal(game.refused('roads', 'askAgain', east, { again: '再补充' }).code, 'once-only')
  game.does('roads', 'acceptWork', east)
  assert.deepEqual([stage(east), register.given.get(east)?.state], ['done', 'done'])
  assert.deepEqual(register.data.map(({ village, name, value, until }) => [village, name, value, until]), data.map(({ name, value }) => ['630202001001', name, value, '2027-06-08']))
  assert.equal(stage(west), 'awaiting')
})

test('an issuer that does not answer has accepted; after the last day nothing more is asked for', () => {
  const { game, given, stage } = commissioning()
  const { east, west } = given()
  for (const [who, id] of [['committee', east], ['westCommittee', west]] as const) game.does(who, 'confirmConditions', id)
  game.does('committee', 'deliver', east, { report: '清扫完成' })
  game.until('2026-06-15 18:00')
  assert.equal(stage(east), 'done')
  game.until('2026-07-10 17:00')
  game.does('westCommittee', 'deliver', west, { report: '清扫完成' })
  game.until('2026-07-11 08:00')
  assert.equal(game.refused('transport', 'askAgain', west, { again: '请补充照片' }).code, 'over')
  assert.equal(stage(west), 'accepting', 'what was delivered is still to be accepted')
})

test('objection is made on the list, the season, capacity or conditions alone; the county rules in time with reasons', () => {
  const { game, given, stage, facts } = commissioning()
  const { id, east, west } = given()
  assert.deepEqual(Object.keys(communityTask.facts['objection'].options ?? {}), ['list', 'season', 'capacity', 'conditions'])
  game.until('2026-06-09 10:00')
  game.does('committee', 'object', east, { objection: 'capacity', objectionText: '村里只有两名劳力在家' })
  assert.deepEqual([stage(east), game.matter(east).holder, game.due(east), facts(id)['nObjected']], ['disputed', { office: '630202/centre' }, '2026-06-16 18:00', 1])
  assert.deepEqual(game.refused('countyLead', 'overrule', east).faults?.map(one => one.fact), ['ruling'])
  assert.equal(game.refused('transport', 'uphold', east, { ruling: '可以完成' }).code, 'not-yours')
  game.does('countyLead', 'overrule', east, { ruling: '可由邻村互助完成' })
  assert.deepEqual([stage(east), game.due(east)], ['awaiting', '2026-06-18 23:59'], 'its clock goes on from where it stood')
  game.does('committee', 'confirmConditions', east)
  game.does('committee', 'object', east, { objection: 'conditions', objectionText: '工具已损坏' })
  game.does('countyDispatcher', 'overrule', east, { ruling: '已更换工具' })
  assert.equal(stage(east), 'doing')
  game.does('westCommittee', 'object', west, { objection: 'list', objectionText: '不是农村公路' })
  game.does('countyDispatcher', 'uphold', west, { ruling: '该路段为国道，不在清单事项内' })
  assert.deepEqual([stage(west), facts(id)['nEnded']], ['released', 1])
})

test('the county’s silence decides for the community', () => {
  const { game, given, stage } = commissioning()
  const { east } = given()
  game.does('committee', 'object', east, { objection: 'season', objectionText: '正值农忙' })
  game.until('2026-06-15 18:00')
  assert.deepEqual([stage(east), game.counts['upheld']], ['released', 1])
})

test('the office that gave it does not rule on it', () => {
  const { game, given } = commissioning()
  const { east } = given()
  game.does('committee', 'object', east, { objection: 'list', objectionText: '不是农村公路' })
  const disputed = game.matter(east)
  const theirs = { ...disputed, facts: { ...disputed.facts, issuer: '630202/lead' } }
  for (const step of ['uphold', 'overrule']) {
    const refused = offers(communityTask, theirs, step, people.countyLead, instant('2026-06-08 11:00'), law)
    assert.deepEqual([refused?.code, refused?.basis], ['own-case', []])
    met.refusals.add(refused?.code ?? '')
  }
})

test('23.2: what was begun was borne until it was taken back or let off: withdrawing it undoes no work', () => {
  const { game, given, register } = commissioning()
  const { id, east, west } = given({ from: '2026-06-10', until: '2026-06-19' })
  const row = (task: string): readonly unknown[] => { const kept = register.given.get(task); return [kept?.state, kept?.['since'], kept?.until, kept?.['minutes'], kept?.['begun']] }
  game.does('committee', 'confirmConditions', east)
  assert.deepEqual(row(east), ['doing', '2026-06-10', '2026-06-19', 120, '2026-06-08'])
  game.until('2026-06-14 09:00')
  game.does('transport', 'withdraw', id, { reason: '已由养护站完成' })
  assert.deepEqual(row(east), ['withdrawn', '2026-06-10', '2026-06-14', 60, '2026-06-08'], 'five of ten days')
  assert.deepEqual(row(west), ['withdrawn', '2026-06-10', '2026-06-19', 120, undefined], 'never begun: borne by nobody')
  const early = commissioning()
  const tasks = early.given({ from: '2026-06-10', until: '2026-06-19' })
  early.game.does('committee', 'confirmConditions', tasks.east)
  early.game.does('transport', 'release', tasks.east, { endReason: '养护站已清扫' })
  assert.deepEqual([early.register.given.get(tasks.east)?.until, early.register.given.get(tasks.east)?.['minutes']], ['2026-06-10', 12], 'before its first day, that day')
})

test('the issuer may release one, and take all of it back; what is over stays over', () => {
  const { game, id, stage, east, west } = offered()
  game.does('handler', 'release', east, { endReason: '已由物业张贴' })
  assert.equal(stage(east), 'released')
  game.does('colleague', 'withdraw', id, { reason: '宣传画有误' })
  assert.deepEqual([stage(east), stage(west), stage(id)], ['released', 'withdrawn', 'withdrawn'])
})

test('23.2: it ends by itself on its last day, wherever it stands', () => {
  const { game, given, stage, register } = commissioning()
  const { east } = given({ until: '2026-06-10', conditions: cleaning.conditions.map(row => ({ ...row, by: '2026-06-10' })) })
  game.does('committee', 'confirmConditions', east)
  const late = offers(communityTask, game.matter(east), 'deliver', people.committee, instant('2026-06-11 08:00'), law)
  assert.equal(late?.code, 'over', 'over at midnight, whether or not the clock was called')
  met.refusals.add('over')
  game.until('2026-06-11 08:00')
  assert.deepEqual([stage(east), register.given.get(east)?.open], ['over', false])
})

const sandbags = { title: '搬运沙袋', what: '沿沟搬运沙袋', manner: 'task', emergency: true, area: '630202', places: ['630202001001', '630202001002'], from: '2026-06-08', until: '2026-06-15', conditions: [{ name: '沙袋', what: '五百只', by: '2026-06-10' }] }
const inEmergency = () => {
  const all = commissioning()
  all.register.orders.push({ matter: '00000000-0000-4000-8000-000000000001', region: '630202001', until: '2026-06-20T16:00:00.000Z', offices: ['630202/transport'] })
  const id = all.game.opens('transport', sandbags, 'propose')
  const [east, west] = all.game.all('community-task')
  return { ...all, id, east: east?.id ?? '', west: west?.id ?? '' }
}

test('24.2, 33.2: in an emergency it is done first and its conditions follow', () => {
  const { game, id, east, west, stage, register } = inEmergency()
  assert.deepEqual([stage(east), register.given.get(east)?.['kind'], game.due(east, 'conditions')], ['doing', 'emergency', '2026-06-11 23:59'])
  assert.deepEqual([game.refused('committee', 'object', east, { objection: 'capacity', objectionText: '人手不够' }).code, game.refused('committee', 'object', east, { objection: 'capacity', objectionText: '人手不够' }).basis], ['emergency-first', ['33.2']])
  game.does('committee', 'confirmConditions', east)
  assert.deepEqual([game.due(east, 'conditions'), game.refused('committee', 'confirmConditions', east).code], [undefined, 'nothing-open'])
  game.heard()
  game.until('2026-06-12 08:00')
  assert.deepEqual([stage(west), new Set(game.heard().map(one => one.who))], ['doing', new Set(['countyDispatcher', 'countyLead', 'transport', 'roads'])], 'late, the issuer and the county are told')
  const whole = Number(game.matter(east).facts['minutes'])
  game.platform('orderOver', id)
  assert.deepEqual([stage(east), stage(west)], ['over', 'over'])
  const row = register.given.get(east)
  assert.deepEqual([row?.['until'], row?.['minutes']], ['2026-06-12', Math.floor((whole * 5) / 8)], 'five of its eight days were borne')
})

test('in an emergency what the issuer records as delivered counts when nobody gainsays it', () => {
  const { game, id, west, register } = inEmergency()
  game.does('transport', 'deliverConditions', id, { delivery: [{ name: '沙袋', how: '已送达', on: '2026-06-08' }] })
  game.until('2026-06-12 08:00')
  assert.equal(register.given.get(west)?.['delivered'], 1)
})

test('what those below write is internal; what is given, on what ground and how it was ruled on, is public', () => {
  const internal = Object.entries(communityTask.facts).flatMap(([name, fact]) => (fact.class === 'public' ? [] : [name])).filter(name => !['erasedWhat', 'erasureGround', 'unlinked', 'correctedWhat'].includes(name))
  assert.deepEqual(internal.toSorted(), ['again', 'data', 'declineReason', 'filled', 'objectionText', 'progress', 'proof', 'report'])
})

test('every step is taken and every refusal met in some scenario', () => {
  const steps = Object.keys(communityTask.steps).filter(name => !['recount', 'erase', 'correct', 'rezone'].includes(name))
  assert.deepEqual(steps.filter(name => !met.steps.has(`community-task.${name}`)), [])
  const said = readdirSync(new URL('./work', import.meta.url)).map(file => readFileSync(new URL(`./work/${file}`, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'|nothingOpen\(/g)].map(found => found[1] ?? 'nothing-open')
  assert.deepEqual(codes.filter(code => !met.refusals.has(code)), [])
})
