import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { met, play } from '../../../test/helpers/play.ts'
import { people } from '../../../test/helpers/world.ts'
import { listComment, type ListAt } from './list-comment.ts'
import { listProposal } from './list-proposal.ts'

const list = people.resident.account
const comment = { list, place: '630202001001', item: 'zz-01', stance: 'conditions', comment: '每次入户须有民政干部同行' }

const commenting = (at: ListAt | null = { procedure: 'work-list', stage: 'consulting', county: '630202', holder: '630202/gov' }) => play(listComment, '2026-06-10 10:00', { loads: { 'list-at': () => at ?? undefined } })

test('23.1: a community says what it thinks of an item, and is answered by those who drafted it', () => {
  const game = commenting()
  const id = game.opens('committee', comment, 'comment')
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder, game.matter(id).links, game.due(id)], ['waiting', { office: '630202/gov' }, [{ kind: 'on', matter: list }], '2026-07-09 18:00'])
  assert.deepEqual(game.heard().map(one => one.who), ['countyClerk'])
  assert.equal(game.refused('committee', 'answer', id, { outcome: 'adopted', reply: '已修改条件' }).code, 'not-yours')
  game.does('countyClerk', 'answer', id, { outcome: 'partly', reply: '条件改为“民政干部陪同或提前培训”' })
  assert.deepEqual([game.matter(id).stage, game.counts, game.heard().map(one => one.who)], ['answered', { commented: 1, answered: 1, adopted: 1 }, ['committee']])
})

test('townships comment too; nobody for another, on no other county’s list, and only while it is consulted on', () => {
  const game = commenting()
  const town = game.opens('townLead', { list, place: '630202001', stance: 'agree', comment: '同意' }, 'comment')
  game.does('countyClerk', 'answer', town, { outcome: 'declined', reply: '没有需要修改的内容' })
  assert.equal(game.counts['adopted'], undefined)
  assert.throws(() => game.opens('townLead', comment, 'comment'), /your own community or township/)
  assert.throws(() => commenting(null).opens('committee', comment, 'comment'), /no list of this county/)
  assert.throws(() => commenting({ procedure: 'work-list', stage: 'consulting', county: '630203', holder: '630203/gov' }).opens('committee', comment, 'comment'), /no list of this county/)
  assert.throws(() => commenting({ procedure: 'work-list', stage: 'answering', county: '630202', holder: '630202/gov' }).opens('committee', comment, 'comment'), /not-consulting/)
  met.refusals.add('not-consulting')
  assert.throws(() => game.opens('resident', comment, 'comment'), /not-yours/)
})

test('what is not answered in time is asked for, again and again; a comment is taken back, and falls with its list', () => {
  const game = commenting()
  const [late, gone, fell] = [game.opens('committee', comment, 'comment'), game.opens('committee', comment, 'comment'), game.opens('committee', comment, 'comment')]
  game.does('committee', 'withdraw', gone)
  game.platform('drop', fell)
  assert.deepEqual([gone, fell].map(id => game.matter(id).stage), ['moot', 'moot'])
  game.heard()
  game.until('2026-07-10 09:00')
  assert.deepEqual(game.heard().map(one => one.who), ['countyClerk', 'countyLead'])
  assert.notEqual(game.due(late, 'escalation'), undefined)
  game.until('2026-07-20 09:00')
  assert.ok(game.heard().length >= 2)
})

const wish = { county: '630202', wish: 'withdraw', item: 'wt-01', what: '经济普查入户登记退出清单', why: '普查已于去年结束' }

test('23.1: any office or community proposes a change of the lists, and is answered in time', () => {
  const game = play(listProposal)
  const id = game.opens('committee', wish, 'propose')
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder, game.matter(id).facts['office']], ['proposed', { office: '630202/gov' }, '630202001001/committee'])
  game.heard()
  game.does('countyClerk', 'answer', id, { outcome: 'taken', reply: '列入明年修订' })
  assert.deepEqual([game.counts, game.heard().map(one => one.who)], [{ proposed: 1, answered: 1, taken: 1 }, ['committee']])
  const other = game.opens('transport', { ...wish, wish: 'add', item: undefined, what: '增加公路巡查协助', why: '村道多，巡查人手不足' } as never, 'propose')
  game.does('countyLead', 'answer', other, { outcome: 'declined', reply: '属交通部门职责事项' })
  assert.equal(game.counts['taken'], 1)
  assert.throws(() => game.opens('committee', { ...wish, item: undefined } as never, 'propose'), /"item"/)
  const back = game.opens('handler', wish, 'propose')
  game.does('handler', 'withdraw', back)
  const late = game.opens('gridWorker', wish, 'propose')
  game.heard()
  game.until('2026-07-20 09:00')
  assert.ok(game.heard().some(one => one.who === 'countyLead'))
  assert.notEqual(game.due(late, 'escalation'), undefined)
})

test('every step is taken and every refusal met in some scenario', () => {
  for (const { steps } of [listComment, listProposal]) assert.deepEqual(Object.keys(steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = ['./list-comment.ts', './list-proposal.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '')
  assert.deepEqual([codes.length, codes.filter(code => !met.refusals.has(code))], [1, []])
})
