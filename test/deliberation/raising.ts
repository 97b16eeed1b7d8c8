import assert from 'node:assert/strict'
import { test } from 'node:test'
import { met } from '../helpers/play.ts'
import { law } from '../helpers/world.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { selectedOn } from '../../procedures/3-governance/deliberation/parts.ts'
import { begin, file, kept, raised, topic, works } from './village.ts'

// Who raises a topic and who may have a meeting convened; which body decides it.

test('who discusses and who votes are different rolls: an owners’ committee and a firm raise a topic and speak, and none of it gives them a vote', () => {
  const { game, hall } = begin()
  const id = game.opens('villageCommittee', { ...topic, raisedBy: 'propertyFirm', sheet: [file] }, 'enterFor')
  assert.deepEqual([game.matter(id).parties.some(one => one.role === 'reporter'), hall.rows.length], [false, 0])
  assert.equal(game.refusedToOpen('villager', { ...topic, raisedBy: 'committee' }, 'raise').code, 'bad-input')
  assert.equal(game.refusedToOpen('resident', topic, 'raise').code, 'not-this-village')
})

test('the wrong body is refused and the right one named: a household vote on collective assets, a covenant by representatives, an urban community whose law is not confirmed', () => {
  const begun = begin()
  const { game } = begun
  const id = raised(begun)
  const assets = game.refused('villageCommittee', 'accept', id, { subject: 'collectiveAssets', touches: 'nothing', body: 'assembly', unit: 'household' })
  assert.deepEqual([assets.code, /成员大会/.test(assets.remedy?.zh ?? ''), /第二十七条/.test(assets.why.zh)], ['wrong-body', true, true])
  assert.equal(game.refused('villageCommittee', 'accept', id, { subject: 'covenant', touches: 'nothing', body: 'representatives' }).code, 'wrong-body')
  assert.equal(game.refused('villageCommittee', 'accept', id, { ...works, unit: 'owner' }).code, 'wrong-unit')
  assert.equal(game.refused('villageCommittee', 'accept', id, { subject: 'publicWorks', touches: 'governmentPower' }).code, 'not-in-power')
  assert.equal(game.refused('villageCommittee', 'accept', id, { subject: 'publicWorks', touches: 'law' }).code, 'against-law')
  const urban = game.opens('resident', { ...topic, village: '630202001001' }, 'raise')
  const blocked = game.refused('committee', 'accept', urban, { subject: 'residentsAffairs', touches: 'nothing' })
  assert.deepEqual([blocked.code, /司法行政部门/.test(blocked.remedy?.zh ?? '')], ['track-blocked', true])
})

test('25.1: a tenth of the villagers, or a third of the representatives, have a meeting convened: it is owed, it has its clock, and it can’t be let rest', () => {
  const begun = begin()
  const { game } = begun
  const demand = { ...topic, subject: 'publicWorks', demandBy: 'villagers', signers: 42, signatures: [file] }
  const id = game.opens('villager', demand, 'demand')
  assert.equal(game.refused('villageCommittee', 'confirmDemand', id, { entitled: 400, valid: 43, touches: 'nothing' }).code, 'bad-input')
  assert.equal(game.refused('villageCommittee', 'confirmDemand', id, { entitled: 30, valid: 40, touches: 'nothing' }).code, 'bad-input')
  game.does('villageCommittee', 'confirmDemand', id, { entitled: 400, valid: 40, touches: 'nothing' })
  assert.deepEqual([game.matter(id).stage, game.matter(id).facts['owed'], game.due(id)], ['preparing', true, '2026-06-23 23:59'])
  assert.match(kept(game.matter(id), 'demandResult'), /有权要求的共400人，须40人（十分之一以上），有效签名40人：应当召开/)
  assert.ok(game.heard().some(one => one.who === 'ruralLead'))
  const refused = game.refused('villageCommittee', 'giveUp', id, { dropReason: '不想开会' })
  assert.deepEqual([refused.code, /应当召集/.test(refused.why.zh)], ['owed', true])
  game.until('2026-06-24 09:00')
  assert.deepEqual([game.matter(id).facts['late'], game.heard().some(one => one.who === 'ruralLead')], [true, true])

  const few = game.opens('villager', { ...demand, demandBy: 'representatives', signers: 12 }, 'demand')
  game.does('ruralClerk', 'confirmDemand', few, { entitled: 37, valid: 12, touches: 'nothing' })
  assert.deepEqual([game.matter(few).stage, game.matter(few).facts['owed']], ['raised', undefined])
  const enough = game.opens('villageWorker', { ...demand, demandBy: 'representativesMeeting', signers: 8 }, 'demand')
  game.does('villageCommittee', 'confirmDemand', enough, { entitled: 37, valid: 8, touches: 'nothing' })
  assert.deepEqual([game.matter(enough).facts['body'], game.matter(enough).facts['owed']], ['representatives', true])
})

test('25.1: how many may demand a meeting is held against the register where it knows; what is typed beside it says why, and is said to be typed', () => {
  const { game, hall } = begin()
  const demand = { ...topic, subject: 'publicWorks', demandBy: 'villagers', signers: 42, signatures: [file] }
  const asked = (of: object = {}): string => game.opens('villager', { ...demand, ...of }, 'demand')
  const checked = { valid: 40, touches: 'nothing' }
  const typed = asked()
  game.does('villageCommittee', 'confirmDemand', typed, { ...checked, entitled: 400 })
  assert.match(kept(game.matter(typed), 'demandResult'), /总数为人工填写，名册中没有可核对的数/)
  // 2026: born in the nineties, surely of age; in the years from 2000, perhaps; in the tens, not. Five more are counted and not named.
  hall.entitledAre({ born: [{ decade: 1990, people: 300 }, { decade: 2000, people: 20 }, { decade: 2010, people: 60 }, { decade: null, people: 5 }], unnamed: 5 })
  const known = asked()
  for (const entitled of [299, 331]) assert.match(JSON.stringify(game.refused('villageCommittee', 'confirmDemand', known, { ...checked, entitled })), /名册上是300至330人/)
  game.does('villageCommittee', 'confirmDemand', known, { ...checked, entitled: 330 })
  assert.match(kept(game.matter(known), 'demandResult'), /有权要求的共330人.*总数与名册（300至330人）相符/)
  const other = asked()
  game.does('villageCommittee', 'confirmDemand', other, { ...checked, entitled: 380, screenNote: '外出的五十人没有登记' })
  assert.match(kept(game.matter(other), 'demandResult'), /总数为人工填写，与名册（300至330人）不同/)
  hall.entitledAre({ units: 37 })
  const few = asked({ demandBy: 'representatives', signers: 13 })
  assert.deepEqual(game.refused('villageCommittee', 'confirmDemand', few, { valid: 13, touches: 'nothing', entitled: 30 }).faults?.map(one => one.fact), ['entitled'])
})

test('25.3: a topic declined says why and where to turn; whoever raised it has the township look at it again', () => {
  const begun = begin()
  const { game } = begun
  const decline = { declineGround: 'notOurs', declineReason: '公路由县交通局管，已为您转为诉求' }
  const id = raised(begun)
  game.does('villageCommittee', 'decline', id, decline)
  game.does('villager', 'askReview', id, { reviewReason: '村口是村道，不是县道' })
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder], ['reviewing', { office: '630202101/gov' }])
  game.does('ruralClerk', 'overturn', id, { review: '村道由村里决定，应当受理' })
  assert.equal(game.refused('villageCommittee', 'decline', id, decline).code, 'found-lawful')
  assert.equal(game.refused('villageCommittee', 'refer', id, { doubt: '还是不确定' }).code, 'asked-before')
  game.does('villageCommittee', 'accept', id, works)
  const [upheld, silent, taken] = [raised(begun), raised(begun), raised(begun)]
  for (const one of [upheld, silent]) game.does('villageCommittee', 'decline', one, decline)
  game.does('villageWorker', 'askReview', upheld, { reviewReason: '代为提出：村口是村道' })
  game.until('2026-06-16 09:00')
  assert.equal(game.matter(upheld).facts['late'], true, 'a review not made in time shows')
  game.does('ruralLead', 'uphold', upheld, { review: '该路为县道，不予受理正确' })
  assert.equal(game.refused('villageCommittee', 'withdraw', taken).code, 'not-its-own')
  game.does('villager', 'withdraw', taken, { withdrawReason: '已经修好' })
  game.until('2026-06-20 09:00')
  assert.deepEqual([upheld, silent, taken].map(one => game.matter(one).stage), ['declinedForGood', 'declinedForGood', 'withdrawn'])
  assert.ok(game.matter(id).stage === 'preparing')
})

test('where it is doubtful whether a topic is lawful the township says so, and nothing else', () => {
  const begun = begin()
  const { game } = begun
  const [lawful, unlawful] = [raised(begun), raised(begun)]
  for (const one of [lawful, unlawful]) game.does('villageCommittee', 'refer', one, { doubt: '能否规定外嫁女不得分地？' })
  assert.equal(game.refused('villageCommittee', 'opine', lawful, { lawful: true, opinion: '可以' }).code, 'not-yours')
  game.does('ruralLead', 'opine', lawful, { lawful: true, opinion: '排水渠属于村公益事业，可以由村民决定' })
  game.does('ruralLead', 'opine', unlawful, { lawful: false, opinion: '侵害妇女合法权益，违反法律' })
  assert.deepEqual([game.matter(lawful).stage, game.matter(unlawful).stage, game.matter(unlawful).facts['declineGround']], ['raised', 'declined', 'unlawful'])
  game.until('2026-06-16 09:00')
  assert.equal(game.matter(lawful).facts['late'], true, 'a topic not screened in time shows')
})

test('四议两公开: proposed, talked over, reviewed by signed figures alone, decided, and both published', () => {
  const begun = begin(40)
  const { game } = begun
  const id = raised(begun)
  game.does('villageCommittee', 'accept', id, { ...works, course: 'four' })
  assert.equal(game.matter(id).stage, 'branch')
  game.does('villageCommittee', 'propose', id, { proposedOn: '2026-06-08', proposal: '提议修建村口排水渠' })
  assert.equal(game.refused('villageCommittee', 'confer', id, { conferredOn: '2026-06-09', conferred: '同意' }).code, 'bad-input')
  game.until('2026-06-11 10:00')
  assert.match(JSON.stringify(game.refused('villageCommittee', 'confer', id, { conferredOn: '2026-06-10', conferred: '同意提请党员大会审议' }).faults), /2026-06-11/)
  game.does('villageCommittee', 'confer', id, { conferredOn: '2026-06-11', conferred: '同意提请党员大会审议' })
  game.until('2026-06-14 10:00')
  const counts = (partyPresent: number, partyFor: number) => ({ partyOn: '2026-06-14', partyDue: 30, partyPresent, partyFor })
  assert.equal(game.refused('villageCommittee', 'review', id, counts(19, 19)).code, 'too-few-members')
  assert.equal(game.refused('villageCommittee', 'review', id, counts(31, 19)).code, 'figures-conflict')
  game.does('villageCommittee', 'review', id, counts(20, 15))
  assert.equal(game.matter(id).stage, 'conferring', 'exactly half of those due is not over half')
  game.until('2026-06-17 10:00')
  game.does('villageCommittee', 'confer', id, { conferredOn: '2026-06-17', conferred: '修改方案后再次提请审议' })
  game.until('2026-06-20 10:00')
  game.does('villageCommittee', 'review', id, { ...counts(20, 16), partyOn: '2026-06-20' })
  assert.deepEqual([game.matter(id).stage, /须16人同意/.test(kept(game.matter(id), 'partyResult'))], ['preparing', true])
  const gone = raised(begun)
  game.does('villageCommittee', 'accept', gone, { ...works, course: 'four' })
  game.does('villageCommittee', 'dropCourse', gone, { dropReason: '党组织未提议' })
  assert.equal(game.matter(gone).stage, 'dropped')
})

test('a villagers’ group decides its own affairs, and no other body for it; a place that governs itself in neither way decides nothing', () => {
  const { game } = begin()
  const id = game.opens('villager', topic, 'raise')
  assert.equal(game.refused('villageCommittee', 'accept', id, { subject: 'groupAffairs', touches: 'nothing', body: 'assembly' }).code, 'wrong-body')
  game.does('villageCommittee', 'accept', id, { subject: 'groupAffairs', touches: 'nothing' })
  assert.equal(game.refused('villageCommittee', 'draftRoll', id, { rollFrom: 'register' }).code, 'bad-input')
  game.does('villageCommittee', 'draftRoll', id, { rollFrom: 'register', rollTeam: '二组' })
  const park = selectedOn({}, '630202101498', law, '2026-06-08')
  assert.ok(isRefusal(park))
  met.refusals.add(park.code)
})
