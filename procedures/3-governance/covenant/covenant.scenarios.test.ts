import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { JsonObject } from '../../../kernel/words.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { idOf, people } from '../../../test/helpers/world.ts'
import type { ListAt } from '../lists/list-comment.ts'
import { diff } from '../lists/diff.ts'
import type { Clause, CovenantInForce } from './clauses.ts'
import { covenantProposal } from './covenant-proposal.ts'
import { covenant } from './covenant.ts'
import { grounds, pointsTo, type GroundName } from './grounds.ts'

const village = '630202001001'
const vote = idOf('the vote')

const first: readonly Clause[] = [
  { number: '1', text: '红白事从简，不大操大办，不攀比彩礼', kind: 'duty' },
  { number: '2', text: '不往水渠里倒垃圾', kind: 'ban' },
  { number: '3', text: '带头移风易俗的，由村委会表扬', kind: 'reward', consequence: 'praise', concerns: '1' },
  { number: '4', text: '往水渠里倒垃圾的，由调解员上门批评教育', kind: 'penalty', consequence: 'talk', concerns: '2' },
]

const stands = (list: readonly Clause[]) => list.map(one => ({ number: one.number ?? '', verdict: 'stands' }))

type Registers = { base?: CovenantInForce; next?: number; unanswered: number; beforeVote?: boolean; resolved?: () => unknown }

/** Monday, 8 June 2026. */
const collecting = (registers: Registers = { unanswered: 0 }) => {
  const game = play(covenant, '2026-06-08 10:00', { loads: { 'covenant-latest': () => registers.base, 'covenant-next': () => registers.next ?? 1, 'covenant-proposals': () => registers.unanswered, 'topic-on': () => (registers.beforeVote === true ? '议事-1' : undefined), 'deliberation-at': () => registers.resolved?.() } })
  const id = game.opens('committee', { village, title: '东关社区居民公约', invites: '红白事、环境卫生、邻里相处' }, 'begin')
  return { game, id, registers, stage: () => game.matter(id).stage, facts: () => game.matter(id).facts }
}

const drafting = (list: readonly Clause[] = first, more: JsonObject = {}, registers: Registers = { unanswered: 0 }) => {
  const one = collecting(registers)
  one.game.until('2026-06-24 09:00')
  assert.equal(one.stage(), 'drafting')
  one.game.does('committee', 'draft', one.id, { clauses: list, ...more })
  one.game.heard()
  return one
}

const tabled = (...given: Parameters<typeof drafting>) => {
  const one = drafting(...given)
  one.game.does('committee', 'toReview', one.id)
  one.game.does('handler', 'review', one.id, { verdicts: stands(given[0] ?? first), opinion: '同意提交表决' })
  assert.equal(one.stage(), 'tabled')
  one.game.heard()
  return one
}

const filed = (inForceOn: string, ...given: Parameters<typeof drafting>) => {
  const one = tabled(...given)
  one.game.platform('adopt', one.id, { resolution: vote, passedOn: '2026-06-24', inForceOn })
  one.game.does('committee', 'file', one.id)
  one.game.does('townLead', 'acknowledge', one.id, { filedAs: '碾街备〔2026〕3 号' })
  assert.deepEqual([one.stage(), one.game.matter(one.id).holder], ['filed', { office: '630202001001/committee' }])
  one.game.heard()
  return one
}

test('26.1: a covenant is collected from residents, drafted, checked clause by clause by the township, adopted by the assembly, filed and published', () => {
  const { game, id, stage, facts } = collecting()
  assert.deepEqual([stage(), game.matter(id).holder, game.due(id)], ['collecting', { office: '630202001001/committee' }, '2026-06-23 23:59'])
  game.until('2026-06-24 09:00')
  assert.deepEqual(game.heard().map(one => one.who).includes('committee'), true)
  game.does('committee', 'draft', id, { clauses: first })
  assert.equal(facts()['changes'], '首次制定，共 4 条\nThe first, of 4 clauses')
  game.does('committee', 'toReview', id)
  assert.deepEqual([stage(), game.matter(id).holder], ['reviewing', { office: '630202001/gov' }])
  game.does('handler', 'review', id, { verdicts: stands(first) })
  assert.deepEqual([stage(), game.matter(id).holder], ['tabled', { office: '630202001001/committee' }])
  game.does('committee', 'putToVote', id)
  assert.deepEqual(game.opened.map(({ procedure, step, link, input }) => [procedure, step, link, input['subject'], input['adopts']]), [['deliberation', 'enter', 'adopts', 'covenant', id]])
  assert.equal(game.refused('committee', 'putToVote', id).code, 'vote-asked')
  assert.equal(game.refused('committee', 'adopt', id, { resolution: vote, passedOn: '2026-06-20', inForceOn: '2026-07-01' }).code, 'not-yours', 'adopted by nobody’s hand')
  game.platform('adopt', id, { resolution: vote, passedOn: '2026-06-24', inForceOn: '2026-08-01' })
  assert.deepEqual([stage(), game.matter(id).links], ['adopted', [{ kind: 'adopted-by', matter: vote }]])
  game.does('committee', 'file', id)
  game.does('townLead', 'acknowledge', id, { filedAs: '碾街备〔2026〕3 号' })
  game.does('committee', 'publish', id, { readOut: true })
  assert.deepEqual([stage(), game.due(id), facts()['since'], facts()['version']], ['published', '2026-07-31 23:59', '2026-08-01', '1'])
  const row = game.precedents.at(-1)
  assert.deepEqual([row?.['village'], row?.['version'], row?.['number'], row?.['since'], row?.['passed'], row?.['resolution'], (row?.['clauses'] as readonly unknown[]).length], [village, id, 1, '2026-08-01', '2026-06-24', vote, 4])
  game.until('2026-08-01 00:00')
  assert.equal(stage(), 'inForce')
})

test('26.1: a covenant is never in force back in time: one published after the day agreed holds from its publication', () => {
  const { game, id, stage, facts } = filed('2026-06-20')
  game.does('committee', 'publish', id)
  assert.deepEqual([stage(), facts()['since']], ['inForce', '2026-06-24'])
})

test('a clause that penalises unlawfully or touches statutory rights is sent back with its ground, and can’t come again unchanged', () => {
  const fined: Clause = { number: '4', text: '往水渠里倒垃圾的，罚款二百元', kind: 'penalty', consequence: 'talk', concerns: '2' }
  const { game, id, stage, facts } = drafting([...first.slice(0, 3), fined])
  game.does('committee', 'toReview', id)
  const back = (verdicts: readonly object[]) => game.refused('handler', 'review', id, { verdicts } as unknown as JsonObject)
  assert.equal(back(stands(first).slice(0, 3)).code, 'clause-by-clause', 'each clause is looked at')
  assert.equal(back([...stands(first), { number: '4', verdict: 'stands' }]).code, 'clause-by-clause', 'and once')
  assert.deepEqual(back([...stands(first).slice(0, 3), { number: '9', verdict: 'stands' }, { number: '4', verdict: 'stands' }]).faults?.map(one => one.column), ['number', 'why'], 'one that is not there; one whose words speak of a fine')
  assert.deepEqual(back([...stands(first).slice(0, 3), { number: '4', verdict: 'back' }]).faults?.map(one => one.column), ['ground', 'why'])
  assert.deepEqual(back([{ number: '1', verdict: 'stands', ground: 'fine' }, ...stands(first).slice(1, 3), { number: '4', verdict: 'stands', why: '这里不涉及罚款' }]).faults?.map(one => one.column), ['ground'])
  game.does('handler', 'review', id, { verdicts: [...stands(first).slice(0, 3), { number: '4', verdict: 'back', ground: 'fine', why: '村里没有罚款的权力' }] })
  assert.deepEqual([stage(), facts()['sentBack']], ['drafting', [{ number: '4', text: fined.text, ground: 'fine', why: '村里没有罚款的权力' }]])
  assert.ok(game.heard().some(one => one.who === 'committee' && one.words.includes('4')))
  assert.equal(game.refused('committee', 'toReview', id).code, 'sent-back-unchanged')
  game.does('committee', 'draft', id, { clauses: [...first.slice(0, 3), { ...fined, number: '7', text: '往水渠里倒垃圾的， 罚款二百元。' }] })
  assert.equal(game.refused('committee', 'toReview', id).code, 'sent-back-unchanged', 'nor under another number')
  game.does('committee', 'draft', id, { clauses: first })
  game.does('committee', 'toReview', id)
  assert.deepEqual([facts()['sentBack'], facts()['verdicts']], [undefined, undefined])
  game.does('townLead', 'review', id, { verdicts: stands(first) })
  assert.equal(stage(), 'tabled')
})

test('the words of a clause are pointed out on the grounds declared, each with its law; harmless ones are not', () => {
  const told: readonly (readonly [string, GroundName])[] = [
    ['违者罚款五百元', 'fine'], ['每户交保证金', 'fine'], ['不参加的停水停电', 'supply'], ['取消其低保资格', 'benefit'], ['停发惠农补贴', 'benefit'], ['村委会拒绝盖章', 'service'], ['在村口张榜公布姓名', 'shaming'], ['上黑榜', 'shaming'],
    ['强制参加义务劳动', 'compulsion'], ['收回承包地', 'property'], ['扣除其集体分红', 'property'], ['取消选举权', 'votes'], ['外嫁女不得参加', 'women'], ['家属不得享受', 'kin'], ['上报征信', 'credit'],
  ]
  for (const [text, ground] of told) assert.ok(pointsTo(text).includes(ground), `${text}: ${pointsTo(text).join()}`)
  for (const { text = '' } of first) assert.deepEqual(pointsTo(text), [], text)
  for (const { law } of Object.values(grounds)) assert.ok(law.zh.includes('《') && !/第.+条|Art/.test(law.zh + law.en), `${law.zh}: a law by its name, and no article that nobody confirmed`)
})

test('clauses hold together: a consequence of those a village may attach, answering a clause there is', () => {
  const wrong: readonly (readonly [Clause, string])[] = [
    [{ ...first[0], consequence: 'praise' }, 'kind'], [{ number: '5', text: '奖励带头的人', kind: 'reward', concerns: '1' }, 'consequence'], [{ number: '5', text: '奖励带头的人', kind: 'reward', consequence: 'talk', concerns: '1' }, 'consequence'],
    [{ number: '5', text: '批评违反的人', kind: 'penalty', consequence: 'praise', concerns: '2' }, 'consequence'], [{ number: '5', text: '奖励带头的人', kind: 'reward', consequence: 'praise' }, 'concerns'],
    [{ number: '5', text: '奖励带头的人', kind: 'reward', consequence: 'praise', concerns: '3' }, 'concerns'], [{ number: '5', text: '扣除相应积分', kind: 'penalty', consequence: 'points', concerns: '2' }, 'points'],
    [{ number: '5', text: '奖励带头的人', kind: 'reward', consequence: 'praise', points: 5, concerns: '1' }, 'points'], [{ ...first[1], number: '1' }, 'number'],
  ]
  const one = collecting()
  one.game.until('2026-06-24 09:00')
  assert.equal(one.game.refused('committee', 'toReview', one.id).code, 'no-draft')
  for (const [clause, column] of wrong) {
    const list = clause.number === '1' && column === 'kind' ? [clause, ...first.slice(1)] : [...first, clause]
    const refusal = one.game.refused('committee', 'draft', one.id, { clauses: list })
    assert.ok(refusal.faults?.some(fault => fault.column === column), `${JSON.stringify(clause)}: ${JSON.stringify(refusal.faults)}`)
  }
  one.game.does('committee', 'draft', one.id, { clauses: [...first, { number: '5', text: '往水渠里倒垃圾的，扣积分', kind: 'penalty', consequence: 'points', points: 5, concerns: '2' }] })
})

test('every proposal of a resident is answered before the draft goes to review', () => {
  const { game, id, registers } = drafting(first, {}, { unanswered: 2 })
  assert.equal(game.refused('committee', 'toReview', id).code, 'unanswered')
  registers.unanswered = 0
  game.does('committee', 'toReview', id)
})

const base: CovenantInForce = { version: people.resident.account, number: 1, title: '东关社区居民公约', since: '2024-03-01', clauses: first as CovenantInForce['clauses'] }
const amended: readonly Clause[] = [{ ...first[0], text: '红白事从简，一律不超过二十桌' }, ...first.slice(1, 3), { number: '6', text: '爱护公共健身器材', kind: 'duty' }]

test('an amendment is a new version, compared clause by clause with the one before, which gives way as it comes into force', () => {
  assert.throws(() => drafting(first, {}, { base, unanswered: 0 }), /the same as the version before/)
  assert.throws(() => drafting(amended, {}, { base, unanswered: 0 }), /"reason"/)
  const { game, id, stage, facts, registers } = filed('2026-07-01', amended, { reason: '按群众意见修订' }, { base, next: 4, unanswered: 0 })
  assert.equal(facts()['changes'], '增加 1 条，删去 1 条，修改 1 条\n1 added, 1 withdrawn, 1 changed')
  assert.deepEqual(diff(first.map(({ number = '', ...one }) => ({ code: number, ...one })), amended.map(({ number = '', ...one }) => ({ code: number, ...one }))).map(one => [one.change, one.code]), [['changed', '1'], ['added', '6'], ['withdrawn', '4']])
  registers.base = { ...base, version: people.neighbour.account, number: 2 }
  assert.equal(game.refused('committee', 'publish', id).code, 'overtaken')
  registers.base = { ...base, since: '2026-07-02' }
  assert.equal(game.refused('committee', 'publish', id).code, 'too-soon')
  registers.base = base
  game.does('committee', 'publish', id)
  assert.deepEqual([stage(), facts()['version'], game.matter(id).links.filter(link => link.kind === 'amends')], ['published', '4', [{ kind: 'amends', matter: base.version }]])
  game.until('2026-07-01 00:00')
  assert.deepEqual(game.toldOther, [{ do: 'tell', link: 'amends', step: 'supersede', input: {} }])
  game.platform('supersede', id)
  assert.equal(stage(), 'superseded')
  game.platform('restore', id)
  assert.equal(stage(), 'inForce', 'the version after it was annulled')
  game.platform('notAdopted', id, { resolution: vote, why: '人民法院撤销' })
  assert.equal(stage(), 'annulled')
  assert.deepEqual(game.toldOther.at(-1), { do: 'tell', link: 'amends', step: 'restore', input: {} }, 'and this one gives way to the one before')
})

test('a draft overtaken by a newer version goes to no review', () => {
  const { game, id, registers } = drafting()
  registers.base = base
  assert.equal(game.refused('committee', 'toReview', id).code, 'overtaken')
})

test('26.1: reviewed every term: it is asked for, late it shows and the township is told, and what came of it is public', () => {
  const resolutions: { now: { procedure: string; stage: string; region: string } | undefined } = { now: undefined }
  const { game, id, stage, facts, registers } = filed('2026-06-20')
  registers.resolved = () => resolutions.now
  game.does('committee', 'publish', id)
  game.heard()
  game.until('2031-06-30 00:00')
  assert.deepEqual([stage(), facts()['reviewDue'], game.heard().map(one => one.who)], ['inForce', '2031-06-24', ['gridWorker', 'committee']])
  game.until('2031-09-30 00:00')
  assert.match(JSON.stringify(facts()['reviewLate']), /逾期没有评估/)
  assert.ok(game.heard().some(one => one.who === 'townLead'))
  const kept = { reviewed: 'kept', reviewMet: '2031-09-29', reviewSays: '代表会议逐条评估，都合适' }
  assert.deepEqual(game.refused('committee', 'lookedOver', id, { ...kept, reviewMet: '2031-12-01' }).faults?.map(one => one.fact), ['reviewMet'])
  game.does('committee', 'lookedOver', id, kept)
  assert.deepEqual([stage(), facts()['reviewLate'], facts()['reviewed'], game.due(id)?.slice(0, 7)], ['inForce', undefined, 'kept', '2036-09'])
  const ended = { reviewed: 'ended', reviewMet: '2031-09-29', reviewSays: '村里已经合并，公约不再适用', endedBy: vote }
  for (const one of [undefined, { procedure: 'deliberation', stage: 'objecting', region: village }, { procedure: 'deliberation', stage: 'closed', region: '630202001002' }]) {
    resolutions.now = one
    assert.deepEqual(game.refused('committee', 'lookedOver', id, ended).faults?.map(fault => fault.fact), ['endedBy'], 'the assembly alone ends it')
  }
  resolutions.now = { procedure: 'deliberation', stage: 'closed', region: village }
  game.does('committee', 'lookedOver', id, ended)
  assert.deepEqual([stage(), game.precedents.at(-1)], ['ended', { county: '630202', version: id }])
})

test('what the assembly did not adopt is mended and voted on again; a vote annulled later takes the covenant out of force', () => {
  const one = tabled()
  one.game.platform('notVoted', one.id, { resolution: vote, why: '到会人数不足' })
  assert.deepEqual([one.stage(), one.facts()['putToVote']], ['tabled', undefined], 'a topic without a vote ends no draft')
  one.game.platform('notAdopted', one.id, { resolution: vote, why: '表决未通过' })
  assert.deepEqual([one.stage(), one.facts()['why']], ['drafting', '表决未通过'])
  one.game.does('committee', 'toReview', one.id)
  one.game.does('handler', 'review', one.id, { verdicts: stands(first) })
  one.game.platform('adopt', one.id, { resolution: vote, passedOn: '2026-06-24', inForceOn: '2026-06-25' })
  one.game.platform('notAdopted', one.id, { resolution: vote })
  assert.equal(one.stage(), 'drafting', 'not yet published, so it can be voted on again')
  const other = filed('2026-06-20')
  other.game.does('committee', 'publish', other.id)
  assert.equal(other.game.tries('platform', 'notAdopted', other.id, { resolution: people.stranger.account })?.code, 'wrong-stage', 'what another topic came to ends nothing')
  other.game.platform('notAdopted', other.id, { resolution: vote, why: '人民法院撤销' })
  assert.deepEqual([other.stage(), other.game.precedents.at(-1)], ['annulled', { county: '630202', version: other.id }])
})

test('filed with the township, which may order a correction: it is reviewed and voted on anew', () => {
  const { game, id, stage, facts } = tabled()
  game.platform('adopt', id, { resolution: vote, passedOn: '2026-06-24', inForceOn: '2026-07-01' })
  assert.equal(game.refused('committee', 'publish', id).code, 'wrong-stage', 'not before it is filed')
  game.does('committee', 'file', id)
  assert.equal(game.refused('committee', 'acknowledge', id, { filedAs: '自己备案' }).code, 'not-yours')
  game.does('handler', 'orderChange', id, { orderWhy: '第三条与上位法不符' })
  assert.deepEqual([stage(), facts()['passedOn'], game.matter(id).holder], ['drafting', undefined, { office: '630202001001/committee' }])
  game.does('committee', 'toReview', id)
})

test('26.1: once a draft is before the assembly nobody gives it up but the assembly: the topic ends first', () => {
  const { game, id, stage, registers } = tabled()
  game.does('committee', 'putToVote', id)
  registers.beforeVote = true
  assert.equal(game.refused('committee', 'dropDraft', id, { droppedWhy: '村委会不同意' }).code, 'before-vote')
  registers.beforeVote = false
  game.does('committee', 'dropDraft', id, { droppedWhy: '议题已终止，换届后再议' })
  assert.equal(stage(), 'dropped')
})

test('what is late is asked for; a draft may be given up, and its proposals fall', () => {
  const { game, id, stage } = drafting()
  game.until('2026-09-30 09:00')
  assert.ok(game.heard().some(one => one.who === 'townLead'))
  game.does('committee', 'dropDraft', id, { droppedWhy: '换届后再议' })
  assert.equal(stage(), 'dropped')
  assert.throws(() => play(covenant).opens('resident', { village, title: '东关社区居民公约', invites: '各项建议' }, 'begin'), /not-yours/)
})

const draft = people.handler.account
const asked = { covenant: draft, village, clause: '1', proposal: '席面不超过十五桌' }
const proposing = (at: ListAt | null = { procedure: 'covenant', stage: 'collecting', county: '630202', holder: '630202001001/committee' }) => play(covenantProposal, '2026-06-09 10:00', { loads: { 'list-at': () => at ?? undefined } })

test('26.1: residents propose and are answered; for who has no phone it is entered with the sheet they signed', () => {
  const game = proposing()
  const id = game.opens('resident', asked, 'propose')
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder, game.matter(id).links, game.matter(id).parties[0]?.hidden], ['waiting', { office: '630202001001/committee' }, [{ kind: 'on', matter: draft }], true])
  game.heard()
  assert.equal(game.refused('neighbour', 'answer', id, { outcome: 'declined', reply: '不采纳这一条' }).code, 'not-yours')
  game.does('committee', 'answer', id, { outcome: 'partly', reply: '写进第一条，定为二十桌' })
  assert.deepEqual([game.matter(id).stage, game.heard().map(one => one.who)], ['answered', ['resident']])
  const sheet = idOf('a sheet')
  assert.equal(game.refusedToOpen('gridWorker', { ...asked, whose: '马奶奶', sheet: [] }, 'enterFor').faults?.[0]?.fact, 'sheet')
  const paper = game.opens('gridWorker', { ...asked, whose: '马奶奶', sheet: [sheet] }, 'enterFor')
  assert.equal(game.matter(paper).facts['onPaper'], true)
  assert.notEqual(game.matter(paper).facts['whose'], '马奶奶', 'the name stands masked')
  game.until('2026-07-30 09:00')
  assert.ok(game.heard().some(one => one.who === 'committee'))
  game.platform('drop', paper)
  const back = game.opens('resident', asked, 'propose')
  game.does('resident', 'withdraw', back)
  assert.deepEqual([paper, back].map(one => game.matter(one).stage), ['moot', 'moot'])
})

test('nobody proposes to another village’s covenant, to none, or once it is no longer open', () => {
  assert.equal(proposing().refusedToOpen('stranger', asked, 'propose').code, 'another-village')
  assert.equal(proposing(null).refusedToOpen('resident', asked, 'propose').faults?.[0]?.fact, 'covenant')
  assert.equal(proposing({ procedure: 'covenant', stage: 'tabled', county: '630202', holder: '630202001001/committee' }).refusedToOpen('resident', asked, 'propose').code, 'not-collecting')
  assert.equal(proposing({ procedure: 'covenant', stage: 'collecting', county: '630202', holder: '630202001002/committee' }).refusedToOpen('committee', { ...asked, whose: '马奶奶', sheet: [draft] }, 'enterFor').code, 'another-village')
})

test('every step is taken and every refusal met in some scenario', () => {
  for (const { steps } of [covenant, covenantProposal]) assert.deepEqual(Object.keys(steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = ['./covenant.ts', './covenant-proposal.ts', './review.ts', './clauses.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...new Set([...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? ''))]
  assert.deepEqual([codes.length > 6, codes.filter(code => !met.refusals.has(code))], [true, []])
})
