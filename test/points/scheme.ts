import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pointsCatalogue } from '../../procedures/3-governance/points/points-catalogue.ts'
import { pointsProposal } from '../../procedures/3-governance/points/points-proposal.ts'
import { pointsScheme } from '../../procedures/3-governance/points/points-scheme.ts'
import type { Drafting } from '../../procedures/3-governance/points/needs.ts'
import { met, play } from '../helpers/play.ts'
import { law, idOf } from '../helpers/world.ts'
import { village, file, affairs, items, rewards, scheme, catalogue } from './village.ts'

// What the township quantifies, and how a village comes to its scheme (Art. 27.1, 27.2).

test('27.1: the township quantifies its affairs: drafted by one, adopted by another, public, version by version, and never for days past', () => {
  const world = play(pointsCatalogue)
  const draft = { region: '630202101', title: '雨润镇积分事项目录', instrument: '雨政〔2026〕8号', affairs, since: '2026-06-10' }
  const refused = (more: object): readonly string[] | undefined => world.refusedToOpen('ruralClerk', { ...draft, ...more }, 'draft').faults?.map(one => one.column ?? one.fact)
  assert.deepEqual([refused({ since: '2026-06-01' }), refused({ affairs: [affairs[0], { ...affairs[0], most: 0 }] }), refused({ affairs: [affairs[0], { ...affairs[0], least: 9, most: 2 }] })], [['since'], ['affairs', 'most'], ['code', 'most']])
  assert.equal(world.refusedToOpen('handler', draft, 'draft').code, 'not-yours')
  const id = world.opens('ruralLead', draft, 'draft')
  assert.equal(world.refused('ruralLead', 'adopt', id).code, 'two-people')
  const other = world.opens('ruralClerk', draft, 'draft')
  world.until('2026-06-24 09:00')
  assert.ok(world.heard().some(one => one.who === 'ruralLead'))
  world.does('ruralLead', 'adopt', other)
  assert.deepEqual([world.matter(other).stage, world.precedents.at(-1)?.['since']], ['inForce', '2026-06-24'], 'adopted late, it begins on the day it is adopted')
  world.does('ruralLead', 'end', other, { reason: '另有新目录' })
  world.does('ruralLead', 'refuse', id, { reason: '分值偏高' })
  assert.equal(pointsCatalogue.stages.inForce.published, true)
})

const drafting = { title: '荒滩村积分办法', village, period: 'month', items: items.map(one => ({ ...one })), rewards, budget: 500_000, pointFen: 80 }

const designing = (known: Partial<Drafting> = {}) => {
  const now: { drafting: Drafting; beforeVote: boolean } = { drafting: { catalogue, unanswered: 0, proposals: 0, ...known }, beforeVote: false }
  const world = play(pointsScheme, '2026-06-08 10:00', {
    others: [pointsProposal],
    loads: { 'points-drafting': () => now.drafting, 'topic-on': () => (now.beforeVote ? '议事-1' : undefined), 'points-draft': ask => (ask['scheme'] === idOf('matter 0') ? { stage: world.matter(idOf('matter 0')).stage, village, holder: `${village}/committee` } : undefined) },
  })
  return { world, now }
}
const resolution = { resolution: idOf('deliberation'), passedOn: '2026-06-20', inForceOn: '2026-07-01' }

test('27.2: the scheme is designed with the residents: open to their proposals from the first day, each answered, and in force only once they adopted it', () => {
  const { world, now } = designing({ latest: scheme.matter })
  const id = world.opens('villageCommittee', drafting, 'begin')
  assert.equal(pointsScheme.stages.designing.published, true)
  const proposal = world.opensAnother(pointsProposal, 'villager', { scheme: id, village, proposal: '参加会议每次 4 分' }, 'propose')
  assert.deepEqual([world.matter(proposal).links, world.heard().map(one => one.who)], [[{ kind: 'on', matter: id }], ['villageCommittee', 'villageClerk', 'villageWorker']])
  assert.equal(world.refused('villageCommittee', 'table', id).code, 'too-early')
  world.until('2026-06-15 10:00')
  now.drafting = { ...now.drafting, unanswered: 1 }
  assert.equal(world.refused('villageCommittee', 'table', id).code, 'unanswered')
  world.does('villageCommittee', 'answer', proposal, { outcome: 'adopted', reply: '改为每次 4 分' })
  now.drafting = { ...now.drafting, unanswered: 0 }
  world.does('villageCommittee', 'revise', id, { items: [items[0], { ...items[1], points: 4 }], changed: '采纳建议，会议改为 4 分' })
  world.does('villageCommittee', 'table', id)
  assert.equal(world.matter(id).stage, 'tabled')
  world.does('villageCommittee', 'putToVote', id)
  assert.deepEqual([world.opened.at(-1)?.procedure, world.opened.at(-1)?.input['adopts']], ['deliberation', id])
  assert.equal(world.refused('villageCommittee', 'putToVote', id).code, 'vote-asked')
  assert.equal(world.refused('villageCommittee', 'adopt', id, resolution).code, 'not-yours', 'nobody’s hand adopts it')
  world.platform('notVoted', id, { resolution: idOf('withdrawn'), why: '议题已撤回' })
  assert.deepEqual([world.matter(id).stage, world.matter(id).facts['resolution']], ['tabled', undefined], 'a topic that ended without a vote ends no scheme')
  world.does('villageCommittee', 'putToVote', id)
  world.platform('adopt', id, resolution)
  assert.equal(world.tries('platform', 'notAdopted', id, { resolution: idOf('another topic'), why: '另一议题' })?.code, 'wrong-stage', 'nor does another topic once it is in force')
  assert.equal(world.tries('platform', 'notVoted', id, { resolution: idOf('another topic'), why: '议题已撤回' })?.code, 'wrong-stage')
  assert.deepEqual([world.matter(id).stage, world.precedents.at(-1)?.['since'], world.precedents.at(-1)?.['resolution'], world.toldOther.at(-1)?.step, world.matter(id).links], ['inForce', '2026-07-01', resolution.resolution, 'replace', [{ kind: 'replaces', matter: scheme.matter }]])
  world.platform('replace', id)
  world.heard()
  world.platform('restore', id)
  assert.deepEqual([world.matter(id).stage, world.heard()[0]?.who], ['inForce', 'villageCommittee'], 'what replaced it was annulled')
})

test('27.2: what replaced another and falls gives way to it again', () => {
  const { world } = designing({ latest: scheme.matter })
  const id = world.opens('villageCommittee', drafting, 'begin')
  world.until('2026-06-15 10:00')
  world.does('villageCommittee', 'table', id)
  world.platform('adopt', id, resolution)
  world.platform('notAdopted', id, { resolution: idOf('deliberation'), why: '决议被撤销' })
  assert.deepEqual(world.toldOther.map(one => [one.link, one.step]), [['replaces', 'replace'], ['replaces', 'restore']])
})

test('27.2: one draft at a time is before the residents, it replaces what stands as it is adopted, and only they decide on it once it is there', () => {
  const { world, now } = designing()
  const [first, second] = [world.opens('villageCommittee', drafting, 'begin'), world.opens('villageCommittee', drafting, 'begin')]
  world.until('2026-06-15 10:00')
  world.does('villageCommittee', 'table', first)
  now.drafting = { ...now.drafting, tabled: '荒滩村积分办法' }
  assert.equal(world.refused('villageCommittee', 'table', second).code, 'another-tabled')
  now.beforeVote = true
  assert.equal(world.refused('villageCommittee', 'withdraw', first, { why: '不想表决了' }).code, 'before-vote')
  world.platform('adopt', first, resolution)
  now.drafting = { catalogue, unanswered: 0, proposals: 0, latest: first }
  world.does('villageCommittee', 'table', second)
  world.platform('adopt', second, resolution)
  assert.deepEqual([world.matter(first).stage, world.matter(second).stage], ['replaced', 'inForce'], 'never two in force')
})

test('27.2: it never reaches back, is no more than the catalogue has, and falls with its resolution', () => {
  const { world } = designing()
  const cells = (more: object): readonly string[] | undefined => world.refusedToOpen('villageCommittee', { ...drafting, ...more }, 'begin').faults?.map(one => `${String(one.row)} ${one.column ?? ''}`)
  assert.deepEqual(cells({ items: [{ ...items[0], affair: 'X9' }, { ...items[0], points: 11, most: 5 }] }), ['0 affair', '1 code', '1 points', '1 most'])
  assert.deepEqual(cells({ rewards: [rewards[0], rewards[0]] }), ['1 code'])
  assert.equal(designing({ catalogue: undefined } as never).world.refusedToOpen('villageCommittee', drafting, 'begin').code, 'no-catalogue')
  assert.equal(world.refusedToOpen('committee', drafting, 'begin').code, 'not-yours')
  const id = world.opens('villageCommittee', drafting, 'begin')
  world.until('2026-06-16 10:00')
  world.does('villageCommittee', 'table', id)
  world.until('2026-07-10 10:00')
  world.platform('adopt', id, resolution)
  assert.equal(world.precedents.at(-1)?.['since'], '2026-07-10', 'the day named is past: it begins today')
  world.platform('notAdopted', id, { resolution: idOf('deliberation'), why: '决议被撤销' })
  assert.deepEqual([world.matter(id).stage, world.precedents.at(-1)], ['notAdopted', { do: 'end', county: '630202', matter: id, until: '2026-07-09' }])
  const second = world.opens('villageCommittee', drafting, 'begin')
  world.until('2026-09-10 10:00')
  assert.ok(world.heard().some(one => one.who === 'villageClerk'), 'a draft that lies is asked for')
  world.does('villageCommittee', 'table', second)
  world.platform('notAdopted', second, { resolution: idOf('deliberation') })
  assert.equal(world.precedents.length, 2, 'what never was in force is not ended')
  const slip = pointsScheme.documents['scheme']?.make({ number: '1', region: village, day: '2026-06-08', law, office: one => one, place: () => '荒滩村', facts: drafting as never })
  assert.match(JSON.stringify(slip?.body), /草案.*庭院整洁.*洗衣粉/)
})

test('27.2: proposals come from the village’s own residents, or on their signed sheet; withdrawn with the draft', () => {
  const { world } = designing()
  const id = world.opens('villageCommittee', drafting, 'begin')
  const proposal = { scheme: id, village, proposal: '增加照料老人' }
  const refused = (who: 'resident') => { assert.throws(() => world.opensAnother(pointsProposal, who, proposal, 'propose'), /village you live in/); met.refusals.add('bad-input village') }
  refused('resident')
  assert.throws(() => world.opensAnother(pointsProposal, 'villageWorker', proposal, 'proposeFor'), /sheet/)
  assert.throws(() => world.opensAnother(pointsProposal, 'resident', { ...proposal, village: '630202001001' }, 'propose'), /no draft of this village/)
  const [mine, theirs, late] = [world.opensAnother(pointsProposal, 'villager', proposal, 'propose'), world.opensAnother(pointsProposal, 'villageWorker', { ...proposal, sheet: file }, 'proposeFor'), world.opensAnother(pointsProposal, 'otherVillager', proposal, 'propose')]
  world.does('villager', 'withdraw', mine)
  world.does('villageClerk', 'answer', theirs, { outcome: 'declined', reply: '目录没有这一项' })
  world.until('2026-06-16 10:00')
  assert.ok(world.heard().some(one => one.matter === late && one.who === 'villageClerk'))
  world.does('villageCommittee', 'withdraw', id, { why: '目录将调整' })
  assert.deepEqual([world.matter(id).stage, world.matter(late).stage], ['dropped', 'moot'])
  assert.throws(() => world.opensAnother(pointsProposal, 'villager', proposal, 'propose'), /not-designing/)
  met.refusals.add('not-designing').add('bad-input scheme')
})
