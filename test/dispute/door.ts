import assert from 'node:assert/strict'
import { test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { play } from '../helpers/play.ts'
import { people } from '../helpers/world.ts'
import { dispute } from '../../procedures/3-governance/dispute/dispute.ts'
import { disputeHandoff } from '../../procedures/3-governance/dispute/handoff.ts'
import { accepted, asked, factsOf, registered, sheet, stageOf, village, wages, wall } from './begin.ts'

// One door: who may bring a dispute, what is asked of them once, and who is answered.

const refusedToOpen = (who: 'resident' | 'gridWorker' | 'committee', facts: object) => play(dispute).refusedToOpen(who, JSON.parse(JSON.stringify({ ...wall, ...facts })) as never, 'register')

test('29.1: residents, village, grid worker, mediator, police, court, procuratorate and hotline come to one door', () => {
  for (const who of ['resident', 'gridWorker', 'committee', 'mediator', 'police', 'judge', 'prosecutor', 'hotline', 'dispatcher'] as const) {
    const game = play(dispute)
    const id = game.opens(who, JSON.parse(JSON.stringify(wall)) as never, 'register')
    assert.deepEqual([game.matter(id).stage, game.matter(id).holder?.office], ['registered', '630202001/centre'], who)
  }
})

test('28.4, 28.3: what a court or a procuratorate hands over is known as theirs, and they are answered in time', () => {
  const game = play(dispute)
  const id = game.opens('judge', JSON.parse(JSON.stringify({ ...wall, sourceNumber: '（2026）诉前调 18 号' })) as never, 'register')
  assert.deepEqual([game.matter(id).facts['source'], game.matter(id).clocks['answer']?.period.amount], ['court', 30])
  game.heard()
  game.does('dispatcher', 'accept', id, { danger: 'none' })
  assert.ok(game.heard().some(one => one.who === 'judge'))
  game.until('2026-07-09 09:00')
  assert.ok(game.heard().some(one => one.who === 'judge' && /late/.test(one.words)), 'a late answer is told to who waits for it')
  game.does('dispatcher', 'answerSource', id, { answerGiven: '已受理，正在征求双方意愿' })
  assert.equal(game.refused('dispatcher', 'answerSource', id, { answerGiven: '再答复一次' }).code, 'nothing-open')
  const paper = play(dispute)
  assert.ok(paper.matter(paper.opens('dispatcher', JSON.parse(JSON.stringify({ ...wall, source: 'police', sourceNumber: '碾公（治）移 3' })) as never, 'register')).clocks['answer'], 'handed over on paper, it is answered as well')
  const found = play(dispute)
  assert.equal(found.matter(found.opens('prosecutor', JSON.parse(JSON.stringify(wall)) as never, 'register')).clocks['answer']?.period.unit, 'workingDays')
})

test('29.1: both sides are there; a minor has a guardian, a firm who answers for it, forty workers have chosen who speaks for them', () => {
  const [applicant, respondent] = wall.sides
  const cells = (sides: readonly object[]) => refusedToOpen('committee', { sides }).faults?.map(one => one.column)
  assert.deepEqual(cells([applicant, { ...applicant, name: '另一人' }]), ['role'])
  assert.deepEqual(cells([applicant, { ...respondent, nature: 'minor' }]), ['stands'])
  assert.deepEqual(cells([applicant, { ...respondent, nature: 'minor', stands: 'guardian' }]), ['by'])
  assert.deepEqual(cells([applicant, { ...respondent, nature: 'firm' }]), ['stands'])
  assert.deepEqual(cells([{ ...applicant, nature: 'group' }, respondent]), ['many'])
  assert.deepEqual(cells([{ ...applicant, nature: 'group', many: 40 }, respondent]), ['stands'])
  assert.deepEqual(cells([{ ...applicant, many: 40 }, respondent]), ['many'])
  assert.equal(stageOf(registered(wages)), 'registered')
  assert.deepEqual(refusedToOpen('resident', { sides: [respondent, applicant] }).faults?.map(one => one.fact), ['sides'], 'who asks stands first')
  assert.deepEqual(refusedToOpen('resident', { since: '2026-12-01' }).faults?.map(one => one.fact), ['since'])
})

test('29.1: what is missing is said once, all of it; completed it goes on, not completed it ends', () => {
  const begun = registered()
  const { game, id } = begun
  game.does('dispatcher', 'tellMissing', id, { missing: '请补宅基地证复印件和现场照片' })
  game.does('resident', 'complete', id, { completed: '已补', papers: sheet })
  assert.equal(stageOf(begun), 'registered')
  assert.equal(game.refused('dispatcher', 'tellMissing', id, { missing: '再补一份说明' }).code, 'told-once')

  const late = registered()
  late.game.does('dispatcher', 'tellMissing', late.id, { missing: '请补宅基地证复印件' })
  late.game.until('2026-06-16 09:00')
  assert.deepEqual([stageOf(late), factsOf(late)['outcome']], ['closed', 'abandoned'])
})

test('29.1: declined, a dispute gets its ground and the other ways; not accepted in time it climbs', () => {
  const begun = registered()
  begun.game.does('dispatcher', 'decline', begun.id, { declineGround: 'decided', why: '法院已有生效判决', otherWays: '可依法申请再审' })
  assert.equal(stageOf(begun), 'declined')
  const late = registered()
  late.game.heard()
  late.game.until('2026-06-12 09:00')
  assert.ok(late.game.heard().some(one => one.who === 'dispatcher'))
  assert.equal(late.game.matter(late.id).facts['escalated'], 1)
})

test('28.5: what screening found is registered without names; who quarrels is written down when it is accepted, once', () => {
  const game = play(dispute)
  const id = game.opens('dispatcher', { headline: wall.headline, place: village, about: 'homestead' }, 'registerFound')
  assert.equal(game.matter(id).facts['source'], 'found')
  const sides = JSON.parse(JSON.stringify(wall.sides)) as never
  assert.deepEqual(game.refused('dispatcher', 'accept', id, { danger: 'none' }).faults?.map(one => one.fact), ['sides'])
  game.does('dispatcher', 'accept', id, { danger: 'none', sides, story: wall.story })
  const known = registered()
  assert.deepEqual(known.game.refused('dispatcher', 'accept', known.id, { danger: 'none', sides: [...wall.sides.slice(0, -1)] }).faults?.map(one => one.fact), ['sides'], 'nobody is taken out')
  known.game.does('dispatcher', 'accept', known.id, { danger: 'none', sides })
  assert.equal(stageOf(known), 'triaging', 'a form sends them along, perhaps written better')
})

test('28.2: what may be an offence goes to the police first, which sign for it and answer; only then is it mediated', () => {
  const begun = accepted({}, 'violence')
  const { game, id } = begun
  const refused = game.refused('dispatcher', 'choose', id, { track: 'people', body: '630202001/mediation' })
  assert.deepEqual([refused.code, refused.basis], ['police-first', ['28.2']])
  assert.deepEqual(game.refused('dispatcher', 'warnPolice', id, { danger: 'none', warning: '没有发现什么' }).faults?.map(one => one.fact), ['danger'])
  game.does('dispatcher', 'warnPolice', id, { danger: 'violence', warning: '申请人称多次被打，手臂有伤' })
  const handed = game.all('dispute-handoff')[0]?.id ?? ''
  assert.equal(game.matter(handed).holder?.office, '630202001/police-station')
  assert.equal(game.refused('dispatcher', 'choose', id, { track: 'people', body: '630202001/mediation' }).code, 'police-first', 'sent is not told')
  game.does('police', 'receive', handed, { receipt: '碾公（治）受 12' })
  game.does('police', 'answer', handed, { reply: '已告诫，伤情不构成犯罪' })
  assert.equal(game.matter(handed).stage, 'answered')
  game.does('dispatcher', 'choose', id, { track: 'people', body: '630202001/mediation' })
  assert.equal(stageOf(begun), 'consenting')
})

test('28.2: a warning that the police gave back is owed again, and where nobody is at the station the bureau of the county is told', () => {
  const begun = accepted({}, 'crime')
  const { game, id } = begun
  game.does('dispatcher', 'warnPolice', id, { danger: 'crime', warning: '可能涉嫌犯罪' })
  const handed = game.all('dispute-handoff')[0]?.id ?? ''
  game.does('police', 'receive', handed)
  game.does('police', 'giveBack', handed, { whyBack: '不属本所管辖' })
  assert.equal(factsOf(begun)['police'], 'owed')
  game.until('2026-06-12 19:00')
  assert.equal(game.matter(handed).stage, 'dropped')
  assert.equal(game.refused('dispatcher', 'choose', id, { track: 'people', body: '630202001/mediation' }).code, 'police-first')
  const away = play(dispute, '2026-06-08 10:00', { others: [disputeHandoff], loads: { staffed: () => ['630202/public-security'] } })
  const other = away.opens('dispatcher', JSON.parse(JSON.stringify({ ...wall, danger: 'crime' })) as never, 'register')
  away.does('dispatcher', 'warnPolice', other, { danger: 'crime', warning: '可能涉嫌犯罪' })
  assert.equal(away.all('dispute-handoff')[0]?.holder?.office, '630202/public-security')
})

test('28.2: the police give back what is not theirs, and it is handed to another, or over', () => {
  const { game, id } = accepted()
  game.does('dispatcher', 'warnPolice', id, { danger: 'publicOrder', warning: '双方曾推搡' })
  const handed = game.all('dispute-handoff')[0]?.id ?? ''
  game.does('police', 'giveBack', handed, { whyBack: '属县局管辖' })
  assert.equal(game.refused('dispatcher', 'sendElsewhere', handed, { to: '630202/transport' }).code, 'bad-input')
  assert.equal(game.refused('dispatcher', 'sendElsewhere', handed, { to: '630203/court' }).code, 'bad-input', 'nor another county’s')
  game.does('dispatcher', 'sendElsewhere', handed, { to: '630202/court' })
  game.heard()
  game.until('2026-06-12 19:00')
  assert.ok(game.heard().some(one => one.who === 'judge'), 'late, whoever has it is told')
  game.does('judge', 'giveBack', handed, { whyBack: '不属法院受理' })
  game.until('2026-06-17 09:00')
  assert.equal(game.matter(handed).stage, 'dropped')
})

test('29.1: a side joins with the number of its place, reads what is shared, and is no other side besides', () => {
  const begun = registered()
  const { game, id } = begun
  game.platform('join', id, { seatNumber: 2, joiner: people.neighbour.account })
  assert.ok(game.matter(id).parties.some(one => one.role === 'disputant' && one.account === people.neighbour.account))
  assert.equal(game.refused(system, 'join', id, { seatNumber: 1, joiner: people.neighbour.account }).code, 'other-side')
  assert.equal(game.tries('platform', 'join', id, { seatNumber: 3, joiner: people.stranger.account })?.code, 'bad-input')
  game.does('neighbour', 'addRemark', id, { remark: '界石是后来挪动的' })
  game.does('neighbour', 'confide', id, { confided: '我父亲身体不好，请不要上门' })
  assert.equal(game.refused('stranger', 'addRemark', id, { remark: '我是路人' }).code, 'not-yours')
})

test('29.1: who asked may withdraw until something is agreed or decided', () => {
  const begun = asked()
  begun.game.does('resident', 'withdraw', begun.id, { why: '双方已和好' })
  assert.deepEqual([stageOf(begun), factsOf(begun)['outcome']], ['closed', 'withdrawn'])
})

test('28.3, 28.4: what a court or a procuratorate should know goes to them with receipt and answer, and the dispute goes on', () => {
  const begun = accepted()
  const { game, id } = begun
  game.does('dispatcher', 'handOver', id, { handTo: '630202/procuratorate', warning: '涉及未成年人监护侵害线索' })
  const handed = game.all('dispute-handoff')[0]?.id ?? ''
  game.does('prosecutor', 'receive', handed)
  game.does('prosecutor', 'answer', handed, { reply: '已审查，建议由司法所调解' })
  assert.equal(stageOf(begun), 'triaging')
  assert.throws(() => game.does('dispatcher', 'handOver', id, { handTo: '630202/water', warning: '不该移送的单位' }), /bad-input/)
})
