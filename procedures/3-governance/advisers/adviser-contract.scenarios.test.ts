import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { codesOf } from '../../../test/helpers/codes.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { idOf, people } from '../../../test/helpers/world.ts'
import { adviserContract } from './adviser-contract.ts'

// Monday, 8 June 2026, 10:00. The lawyers are people of the city who hold no post.
const village = '630202001001'
const [lawyer, other] = [people.stranger.account, people.villager.account]
const contract = { village, firm: '青海河湟律师事务所', firmKind: 'firm', contact: '0972-8623003', from: '2026-06-08', until: '2027-12-31', terms: '每月值守一天，解答咨询，审查公约，每季度一次普法' }
const signed = { villageSigned: '2026-06-05', firmSigned: '2026-06-08', scan: [idOf('scan')] }

const game = () => {
  const rows: object[] = []
  const known: { standing: object | undefined } = { standing: undefined }
  const world = play(adviserContract, '2026-06-08 10:00', {
    records: (register, row) => { rows.push({ register, ...row }) },
    loads: { 'adviser-account': ({ account }) => (account === lawyer || account === other ? { name: account === lawyer ? '李律师' : '马律师' } : undefined), 'village-advisers': () => known.standing },
  })
  return { world, rows, known }
}

const inForce = () => {
  const { world, rows, known } = game()
  const id = world.opens('justiceOffice', contract, 'draft')
  world.does('committee', 'sign', id, signed)
  world.does('justiceOffice', 'name', id, { adviser: lawyer })
  world.does('justice', 'publish', id)
  known.standing = { contract: id, firm: contract.firm, advisers: [{ account: lawyer, name: '李律师' }] }
  return { world, rows, known, id, at: () => world.matter(id).stage, facts: () => world.matter(id).facts }
}

const said = (rows: readonly object[], from = 0): readonly unknown[] => rows.slice(from).map((row): unknown => Reflect.get(row, 'do'))

test('check finds nothing wrong', () => assert.deepEqual(check(adviserContract), []))

test('32.1: drafted, signed by both, the adviser named, published by the county justice department; residents see firm, adviser and phone', () => {
  const { rows, at, facts, id } = inForce()
  assert.deepEqual([at(), facts()['adviserName'], adviserContract.facts.adviserName.class], ['inForce', '李律师', 'public'])
  assert.deepEqual(rows, [
    { register: 'adviser-contract', county: '630202', matter: id, do: 'publish', village, firm: contract.firm, firmKind: 'firm', contact: contract.contact, since: '2026-06-08', until: '2027-12-31' },
    { register: 'adviser-contract', county: '630202', matter: id, do: 'send', account: lawyer, since: '2026-06-08' },
  ])
})

test('a second contract, a personal phone, days that can’t be and a contract without its scan are refused', () => {
  const { world, known } = game()
  const faults = (more: object) => world.refusedToOpen('committee', { ...contract, ...more }, 'draft').faults?.map(one => one.fact)
  assert.deepEqual([faults({ contact: '13897221234' }), faults({ until: '2026-06-08' }), faults({ until: '2030-12-31' })], [['contact'], ['until'], ['until']])
  const id = world.opens('committee', contract, 'draft')
  const bad = (more: object) => world.refused('committee', 'sign', id, { ...signed, ...more }).faults?.map(one => one.fact)
  assert.deepEqual([bad({ villageSigned: '2026-06-09' }), bad({ firmSigned: '2026-06-09' }), bad({ scan: [] })], [['villageSigned'], ['firmSigned'], ['scan']])
  world.does('committee', 'sign', id, { villageSigned: '2026-06-05', firmSigned: '2026-06-08', keptAs: '东关法顾〔2026〕1号，居委会档案柜' })
  assert.deepEqual(world.refused('justiceOffice', 'name', id, { adviser: people.resident.account }).faults?.map(one => one.fact), ['adviser'])
  world.does('justiceOffice', 'name', id, { adviser: lawyer })
  world.heard()
  world.until('2026-06-16 10:00')
  assert.ok(world.heard().some(one => one.who === 'countyLead'), 'late, it is told')
  known.standing = { contract: idOf('another'), firm: '另一家', advisers: [] }
  assert.equal(world.refused('justice', 'publish', id).code, 'contract-stands')
  assert.equal(world.refusedToOpen('committee', contract, 'draft').code, 'contract-stands')
  known.standing = undefined
  world.until('2028-01-03 10:00')
  assert.equal(world.refused('justice', 'publish', id).code, 'too-late')
  world.does('justiceOffice', 'drop', id, { reason: '机构已注销执业许可' })
  assert.equal(world.matter(id).stage, 'dropped')
})

test('32.1: another adviser takes over on a day that is kept, without a new contract; one more may be sent', () => {
  const { world, id, rows, at, known } = inForce()
  for (const step of ['replace', 'add'] as const) {
    const why = step === 'replace' ? { replaced: '原顾问调离' } : {}
    assert.deepEqual(world.refused('justiceOffice', step, id, { adviser: lawyer, ...why }).faults?.map(one => one.fact), ['adviser'])
    assert.deepEqual(world.refused('justiceOffice', step, id, { adviser: people.resident.account, ...why }).faults?.map(one => one.fact), ['adviser'])
  }
  world.until('2026-09-01 10:00')
  world.does('justiceOffice', 'replace', id, { adviser: other, replaced: '原顾问调离' })
  assert.deepEqual([at(), rows.slice(-2)], ['inForce', [
    { register: 'adviser-contract', county: '630202', matter: id, do: 'recall', until: '2026-09-01' }, { register: 'adviser-contract', county: '630202', matter: id, do: 'send', account: other, since: '2026-09-01' },
  ]])
  known.standing = { contract: id, firm: contract.firm, advisers: [{ account: other, name: '马律师' }] }
  world.does('justiceOffice', 'add', id, { adviser: lawyer })
  assert.equal(world.matter(id).facts['adviserName'], '李律师')
})

test('32.2: the adviser plans days in the village; each once, while the contract runs', () => {
  const { world, id, rows } = inForce()
  const day = (on: string) => ({ day: on, hours: '9:00-11:30', spot: '居委会会议室' })
  const faults = world.refused('stranger', 'clinics', id, { clinics: [day('2026-06-07'), day('2028-01-05'), day('2026-07-01'), day('2026-07-01')] }).faults
  assert.deepEqual(faults?.map(one => [one.row, one.column]), [[0, 'day'], [1, 'day'], [3, 'day']])
  world.does('stranger', 'clinics', id, { clinics: [day('2026-07-01'), day('2026-08-05')] })
  assert.deepEqual([said(rows).at(-1), world.counts['clinics']], ['clinics', 2])
})

test('32.2: evaluated each year by the village and by the justice office, both; the adviser may answer; renewed only then', () => {
  const { world, id, rows, facts } = inForce()
  assert.equal(world.refused('committee', 'evaluateVillage', id, { villageRating: 'keeps', villageNote: '有问必答' }).code, 'no-evaluation')
  assert.equal(world.refused('justiceOffice', 'renew', id, { until: '2028-12-31', ...signed }).code, 'not-evaluated')
  world.until('2027-06-09 09:00')
  assert.equal(facts()['evaluating'], true)
  assert.equal(world.refused('justiceOffice', 'beginEvaluation', id).code, 'under-way')
  world.does('committee', 'evaluateVillage', id, { villageRating: 'keeps', villageNote: '有问必答，值守准时' })
  assert.deepEqual([facts()['evaluating'], facts()['evaluatedOn']], [true, undefined], 'one part is not enough')
  world.heard()
  world.until('2027-06-16 09:00')
  assert.ok(world.heard().some(one => one.who === 'justiceOffice' && one.words.includes('missing')))
  world.does('justiceOffice', 'evaluateOffice', id, { officeRating: 'improve', officeNote: '工作日志不全' })
  assert.deepEqual([facts()['evaluating'], facts()['evaluatedOn'], said(rows).at(-1), world.counts['evaluated']], [false, '2027-06-16', 'evaluate', 1])
  world.does('stranger', 'answerEvaluation', id, { answer: '日志已补齐' })
  const more = { until: '2028-12-31', villageSigned: '2027-06-16', firmSigned: '2027-06-16', scan: [idOf('scan 2')] }
  assert.deepEqual([{ until: '2027-12-31' }, { villageSigned: '2027-06-17' }, { firmSigned: '2027-06-17' }, { scan: [] }].map(one => world.refused('justiceOffice', 'renew', id, { ...more, ...one }).faults?.map(fault => fault.fact)), [['until'], ['villageSigned'], ['firmSigned'], ['scan']])
  world.does('justiceOffice', 'renew', id, more)
  assert.deepEqual([said(rows).at(-1), world.due(id)], ['renew', '2028-12-31 23:59'])
})

test('begun early where the contract ends before its year is over, and the office’s part may come first', () => {
  const { world, id, facts } = inForce()
  world.does('justiceOffice', 'beginEvaluation', id)
  world.does('justiceOffice', 'evaluateOffice', id, { officeRating: 'keeps', officeNote: '履约良好' })
  world.does('committee', 'evaluateVillage', id, { villageRating: 'keeps', villageNote: '有问必答' })
  assert.equal(facts()['evaluatedOn'], '2026-06-08')
})

test('32.2: ended for breach only after the adviser was heard; without an answer in time it is decided all the same', () => {
  const { world, id, at } = inForce()
  assert.equal(world.refused('justice', 'end', id, { ground: 'breach', reason: '三个月没有值守' }).code, 'hear-first')
  world.heard()
  world.does('committee', 'noteBreach', id, { breach: '三个月没有值守，电话不接' })
  assert.ok(world.heard().some(one => one.who === 'stranger'))
  world.does('stranger', 'answerEvaluation', id, { answer: '因病住院，已请同事代班' })
  assert.equal(at(), 'ending')
  world.does('justice', 'keep', id, { reason: '情况属实，恢复值守' })
  assert.equal(at(), 'inForce')
  world.does('committee', 'noteBreach', id, { breach: '又两个月没有值守' })
  world.until('2026-06-19 09:00')
  assert.equal(at(), 'ending')
  world.does('justice', 'end', id, { ground: 'breach', reason: '多次催告仍不值守' })
  assert.deepEqual([at(), world.counts['ended']], ['ended', 1])
  const agreed = inForce()
  agreed.world.does('justice', 'end', agreed.id, { ground: 'agreed', reason: '社区合并，双方同意' })
  assert.equal(agreed.at(), 'ended')
})

test('32.1: brought up before its end; it runs out with its last day, and the village is told that it has nobody', () => {
  const { world, id, rows, at } = inForce()
  world.until('2027-12-02 09:00')
  assert.ok(world.heard().some(one => one.who === 'committee' && one.words.includes('ends soon')))
  world.until('2028-01-01 00:01')
  assert.deepEqual([at(), rows.at(-1)], ['over', { register: 'adviser-contract', county: '630202', matter: id, do: 'end', ended: '2028-01-01' }])
  assert.ok(world.heard().some(one => one.who === 'committee' && one.words.includes('no adviser now')))
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(adviserContract.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  assert.deepEqual(codesOf(import.meta.url, 'adviser-contract.ts').filter(code => !met.refusals.has(code)), [])
})
