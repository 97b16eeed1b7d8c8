import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliberationComment } from '../../procedures/3-governance/deliberation/deliberation-comment.ts'
import { people } from '../helpers/world.ts'
import { begin, kept, meeting, raised, resolution, village, voted, works } from './village.ts'

// One topic from its first day to its last.

test('25.1, 25.2: a resident raises a topic; it is screened, discussed, called, decided, published, carried out and reported back, and the supervisory committee sees every stage', () => {
  const begun = begin()
  const { game, hall } = begun
  const id = raised(begun)
  assert.deepEqual([game.matter(id).holder, game.due(id), new Set(game.heard().map(one => one.who))], [{ office: `${village}/committee` }, '2026-06-15 18:00', new Set(['villageCommittee', 'villageClerk', 'villageWorker', 'supervisor'])])
  game.does('villageCommittee', 'accept', id, works)
  const { body, unit, manner, chosen } = game.matter(id).facts as { readonly [name: string]: string }
  assert.deepEqual([body, unit, manner], ['assembly', 'adult', 'open'])
  assert.match(chosen ?? '', /由村民会议决定.*会前10日通知.*过半数参加方可表决.*《村民委员会组织法》/s)
  assert.deepEqual(new Set(game.heard().map(one => one.who)), new Set(['villager', 'supervisor']))

  const asks = game.opensAnother(deliberationComment, 'otherVillager', { topic: id, village, sort: 'question', speaksAs: 'household', comment: '每户要出多少钱？' }, 'comment')
  game.opensAnother(deliberationComment, 'villageWorker', { topic: id, village, sort: 'comment', speaksAs: 'propertyFirm', comment: '物业可以出挖机', way: 'onBehalf' }, 'record')
  game.does('villageCommittee', 'answer', asks, { outcome: 'explained', reply: '按户均摊不超过两百元，困难户减免' })
  assert.deepEqual(game.matter(asks).stage, 'answered')

  game.does('villageCommittee', 'draftRoll', id, { rollFrom: 'register' })
  game.does('villageCommittee', 'giveNotice', id, { ...meeting, meetingOn: '2026-06-18', invited: '物业企业、驻村单位' })
  assert.deepEqual([game.matter(id).stage, game.matter(id).facts['rollUnits'], hall.rows.map(one => one.register)], ['noticed', 40, ['roll', 'roll-freeze']])

  game.does('otherVillager', 'contestRoll', id, { rollWrong: '我儿媳妇去年嫁来，名册上没有' })
  game.does('villager', 'contestRoll', id, { rollWrong: '二组老马已经去世' })
  game.does('villageCommittee', 'correctRoll', id, { rollChanges: [{ does: 'add', reason: 'joined', name: '马秀英' }], rollAnswer: '户口已迁入，补入' })
  game.does('villageCommittee', 'keepRoll', id, { rollAnswer: '核实仍健在，名册不变' })
  const correction = hall.rows.find(one => one.register === 'roll-correction')?.row
  assert.deepEqual([correction?.['changes'], correction?.['decidedBy'], game.matter(id).facts['rollChanges']], [[{ does: 'add', reason: 'joined', name: '马秀英' }], people.villageCommittee.account, undefined])

  voted(begun, id, 30, 24)
  assert.deepEqual([game.matter(id).stage, game.matter(id).facts['outcome']], ['declared', 'passed'])
  assert.match(kept(game.matter(id), 'explained'), /名册共40人，须有21人参加（过半数），实际参加30人；通过须16票（参加表决的过半数），同意24票/)
  assert.deepEqual(hall.rows.slice(3).map(one => one.register), ['poll-open', 'attendance', 'attendance-strike', 'poll-close', 'count-sheet', 'count-sheet', 'book-check', 'poll-publish'])
  game.heard()
  game.does('villageCommittee', 'publish', id, { resolution })
  assert.ok(game.heard().some(one => one.who === 'supervisor'))

  game.until('2026-06-26 09:00')
  assert.deepEqual([game.matter(id).stage, game.matter(id).facts['inForceOn']], ['carryingOut', '2026-06-26'])
  game.does('villageCommittee', 'assign', id, { tasks: [{ what: '测量放线', responsible: '村委会', until: '2026-06-30' }, { what: '施工', responsible: '施工队', until: '2026-08-30' }] })
  const [measure, build] = game.all('resolution-task')
  assert.deepEqual([measure?.holder, measure?.links, build?.facts['until']], [{ office: `${village}/committee` }, [{ kind: 'carries', matter: id }], '2026-08-30'])
  game.does('villageCommittee', 'note', measure?.id ?? '', { progress: '已请水利站测量' })
  game.until('2026-07-02 09:00')
  assert.deepEqual([game.matter(measure?.id ?? '').facts['late'], game.heard().some(one => one.who === 'supervisor' && one.matter === measure?.id)], [true, true])
  assert.equal(game.refused('villageCommittee', 'reportBack', id, { report: '排水渠已全部建成并验收' }).code, 'tasks-open')
  game.does('villageCommittee', 'finish', measure?.id ?? '', { report: '测量完成' })
  game.does('villageCommittee', 'extend', build?.id ?? '', { until: '2026-09-30', reason: '雨季停工半个月' })
  game.does('villageCommittee', 'finish', build?.id ?? '', { report: '建成 320 米' })
  game.does('villageCommittee', 'reportBack', id, { report: '排水渠已全部建成并验收' })
  game.does('otherVillager', 'contest', id, { contested: '三组那一段没有盖板' })
  game.does('supervisor', 'supervise', id, { supervision: '请补齐盖板后再报告' })
  game.does('villageCommittee', 'reportBack', id, { report: '三组盖板已补齐，全部完成' })
  game.until('2026-08-01 09:00')
  assert.deepEqual([game.matter(id).stage, game.counts['passed'], game.counts['closed'], game.counts['late']], ['closed', 1, 1, 1])
})
