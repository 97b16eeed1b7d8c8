import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { errand, noErrand } from '../test/helpers/errand.ts'
import { law, people, type Name } from '../test/helpers/world.ts'
import type { Law } from './clock.ts'
import { decide, offers, type Attempt, type Event } from './decide.ts'
import { files, whole } from './facts.ts'
import type { Procedure } from './procedure.ts'
import { apply } from './fold.ts'
import type { Matter } from './matter.ts'
import { clock, system, type Actor } from './post.ts'
import { isRefusal, type Refusal } from './refusal.ts'

const monday = new Date('2026-06-08T02:00:00Z')
const actors: { readonly [who: string]: Actor } = { ...people, clock, system }
type Who = Name | 'clock' | 'system'

const attempt = (matter: Matter, who: Who, step: string, input: unknown = {}, more: Partial<Attempt> = {}): Event | Refusal =>
  decide({ procedure: errand, matter, step, input, actor: actors[who] ?? assert.fail(who), now: monday, law, needs: {}, ...more })
const took = (answer: Event | Refusal): Event => (isRefusal(answer) ? assert.fail(JSON.stringify(answer)) : answer)
const refused = (answer: Event | Refusal): Refusal => (isRefusal(answer) ? answer : assert.fail('was not refused'))
const does = (matter: Matter, who: Who, step: string, input: unknown = {}, more: Partial<Attempt> = {}): Matter =>
  apply(errand, matter, (more.now ?? monday).toISOString(), took(attempt(matter, who, step, input, more)).outcome)

const asked = does(noErrand(), 'resident', 'ask', { what: '代买药', where: '630202001001', who: '王小明' })
const doing = does(asked, 'handler', 'take')

test('a step moves the matter, states its facts, and whoever comes to hold it takes part from then on', () => {
  assert.deepEqual([asked.stage, asked.title, asked.holder], ['asked', '代买药', { office: '630202001/gov' }])
  assert.deepEqual(asked.parties, [{ role: 'asker', account: people.resident.account }, { role: 'held', office: '630202001/gov' }])
  assert.deepEqual(doing.parties, asked.parties, 'the same office is not entered twice')
  assert.equal(took(attempt(noErrand(), 'resident', 'ask', { what: '代买药', where: '630202001001' })).outcome.counts?.['asked'], 1)
})

test('the event holds values unmasked, the matter only their masked form', () => {
  assert.equal(took(attempt(noErrand(), 'resident', 'ask', { what: '代买药', where: '630202001001', who: '王小明' })).outcome.set?.['who'], '王小明')
  assert.equal(asked.facts['who'], '王**')
})

test('each refusal is a value with its code, in both languages, with the article', () => {
  const met: readonly (readonly [code: string, refusal: Refusal])[] = [
    ['no-such-step', refused(attempt(asked, 'resident', 'fly'))],
    ['no-such-step', refused(attempt(asked, 'resident', 'constructor'))],
    ['no-such-step', refused(attempt(asked, 'resident', '__proto__'))],
    ['wrong-stage', refused(attempt(asked, 'handler', 'finish', { size: 'small' }))],
    ['wrong-stage', refused(attempt(noErrand(), 'resident', 'note'))],
    ['wrong-stage', refused(attempt(asked, 'resident', 'ask', { what: '代买药', where: '630202001001' }))],
    ['closed', refused(attempt({ ...doing, stage: 'over' }, 'handler', 'finish', { size: 'small' }))],
    ['not-yours', refused(attempt(asked, 'neighbour', 'note'))],
    ['not-yours', refused(attempt(asked, 'auditor', 'watch'))],
    ['not-yours', refused(attempt(asked, 'resident', 'remind'))],
    ['bad-input', refused(attempt(asked, 'handler', 'stop', {}))],
    ['too-small', refused(attempt(asked, 'handler', 'refuse'))],
    ['sunday', refused(attempt({ ...doing, stage: 'resting' }, 'handler', 'wake', {}, { now: new Date('2026-06-07T02:00:00Z') }))],
  ]
  for (const [code, refusal] of met) {
    assert.equal(refusal.code, code)
    assert.ok(refusal.why.zh && refusal.why.en && !`${refusal.why.zh}${refusal.why.en}`.includes('undefined'), JSON.stringify(refusal.why))
  }
  assert.deepEqual(refused(attempt(asked, 'handler', 'refuse')).basis, ['21.4'], 'a refusal without an article of its own stands under that of its step')
  assert.deepEqual(refused(attempt({ ...doing, stage: 'resting' }, 'handler', 'wake', {}, { now: new Date('2026-06-07T02:00:00Z') })).basis, ['25.3'])
})

test('input is judged fact by fact, and every fault is told at once', () => {
  const { faults } = refused(attempt(noErrand(), 'resident', 'ask', { what: 'x', where: '6302', size: 'huge', mood: 'good' }))
  assert.deepEqual(faults?.map(fault => fault.fact).toSorted(), ['mood', 'size', 'what', 'where'])
  for (const input of ['text', 7, [1], true]) assert.equal(refused(attempt(noErrand(), 'resident', 'ask', input)).code, 'bad-input')
  assert.deepEqual(refused(attempt(noErrand(), 'resident', 'ask', undefined)).faults?.map(fault => fault.fact), ['what', 'where'])
  for (const empty of [undefined, null, '']) took(attempt(noErrand(), 'resident', 'ask', { what: '代买药', where: '630202001001', size: empty }))
})

test('a list with nothing in it is not what a step asks for; where it may be left out it says that there is nothing', () => {
  const shown = { ...errand, facts: { ...errand.facts, proof: files({ zh: '照片', en: 'Photos' }) } }
  const asking = (proof: string): Procedure => ({ ...shown, steps: { ...shown.steps, take: { ...errand.steps['take'], asks: [proof] } } })
  const answer = attempt(asked, 'handler', 'take', { proof: [] }, { procedure: asking('proof') })
  assert.deepEqual(refused(answer).faults, [{ fact: 'proof', why: { zh: '请上传照片', en: 'Photos: add at least one file' } }])
  assert.deepEqual(took(attempt(asked, 'handler', 'take', { proof: [] }, { procedure: asking('proof?') })).outcome.set, { proof: [] })
})

test('whatever is given, decide answers, keeps nothing it did not ask for and answers the same again', () => {
  const input = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom('what', 'where', 'who', 'size', 'mood', '__proto__'), fc.oneof(fc.jsonValue(), fc.constant('630202001001'), fc.string())))
  fc.assert(fc.property(input, given => {
    const answer = attempt(noErrand(), 'resident', 'ask', given)
    assert.deepEqual(attempt(noErrand(), 'resident', 'ask', given), answer)
    if (!isRefusal(answer)) assert.ok(Object.keys(answer.outcome.set ?? {}).every(name => ['what', 'where', 'who', 'size'].includes(name)))
  }), { numRuns: 500 })
})

test('a stage has its own clock, started on entering it, and with it goes the clock of the one before', () => {
  assert.deepEqual([asked.clocks['stage']?.due, asked.clocks['stage']?.then], ['2026-06-09T10:00:00.000Z', 'remind'])
  assert.equal(asked.clocks['stage']?.source.article, '21.4')
  assert.equal(doing.clocks['stage']?.due, '2026-06-15T10:00:00.000Z')
  const rested = does(doing, 'handler', 'rest')
  assert.deepEqual(rested.clocks, {}, 'a stage that waits has none')
  const later = new Date('2026-06-10T02:00:00Z')
  assert.deepEqual(does(doing, 'handler', 'note', {}, { now: later }).clocks, doing.clocks, 'a step that stays touches none')
  assert.equal(does(doing, 'handler', 'again', {}, { now: later }).clocks['stage']?.started, later.toISOString(), 'a step that enters the same stage again starts it again')
})

test('the limit of a stage may depend on what the step needed to know', () => {
  assert.equal(does(asked, 'handler', 'take', {}, { needs: { weather: 'rain' } }).clocks['stage']?.period.amount, 15)
})

test('a clock beside the stage runs on where its step can be taken, and ends where it can’t', () => {
  const watched = does(asked, 'townLead', 'watch')
  assert.deepEqual(Object.keys(watched.clocks), ['stage', 'watch'])
  const taken = does(watched, 'handler', 'take')
  assert.deepEqual(taken.clocks['watch'], watched.clocks['watch'])
  assert.deepEqual(does(taken, 'handler', 'rest').clocks, {}, 'nobody looks at what rests')
  assert.deepEqual(Object.keys(does(taken, 'handler', 'finish', { size: 'large' }).clocks), ['stage'], 'nor at what is settled')
  assert.deepEqual(does(taken, 'handler', 'finish', { size: 'small' }).clocks, {}, 'what is over has no clock')
  assert.deepEqual(Object.keys(does(watched, 'townLead', 'unwatch').clocks), ['stage'])
})

test('a clock set aside for another stage goes on when the matter comes back, and is dropped where it goes elsewhere', () => {
  const slow: Procedure = {
    ...errand,
    stages: { ...errand.stages, doing: { zh: '在办', en: 'Being done', due: { then: 'remind', limit: () => 'request.handle', standsStillIn: ['resting'] } } },
    steps: { ...errand.steps, wake: { zh: '起', en: 'Wake', basis: [], from: ['resting'], to: ['doing', 'over'], by: errand.steps['rest'].by, asks: ['size'], then: c => ({ to: c.input['size'] === 'large' ? 'doing' : 'over' }) } },
  }
  const go = (matter: Matter, step: string, at: string, input: object = {}): Matter =>
    apply(slow, matter, at, took(attempt(matter, 'handler', step, input, { procedure: slow, now: new Date(at) })).outcome)
  const rested = go(doing, 'rest', '2026-06-10T02:00:00.000Z')
  assert.deepEqual([Object.keys(rested.clocks), rested.clocks['doing']?.stopped?.grounds], [['doing'], '歇息 (Resting)'])
  const back = go(rested, 'wake', '2026-06-12T02:00:00.000Z', { size: 'large' })
  assert.deepEqual([Object.keys(back.clocks), back.clocks['stage']?.due, back.clocks['stage']?.started], [['stage'], '2026-06-17T10:00:00.000Z', doing.clocks['stage']?.started])
  assert.deepEqual(go(rested, 'wake', '2026-06-12T02:00:00.000Z', { size: 'small' }).clocks, {})
})

test('a fact of its stage is cleared as the matter enters another, unless the step states it anew', () => {
  const passing: Procedure = { ...errand, facts: { ...errand.facts, times: whole({ zh: '次数', en: 'Times', ofStage: true }) } }
  const noted = does(doing, 'handler', 'note', {}, { procedure: passing })
  assert.equal(noted.facts['times'], 1)
  assert.deepEqual(took(attempt(noted, 'handler', 'note', {}, { procedure: passing })).outcome.set, { times: 2 })
  assert.deepEqual(took(attempt(noted, 'handler', 'rest', {}, { procedure: passing })).outcome.set, { times: null })
  assert.deepEqual(took(attempt(noted, 'handler', 'again', {}, { procedure: passing })).outcome.set, { times: null }, 'entered again is entered')
})

test('clocks are stopped on grounds, go on, and are extended', () => {
  const stopped = does(doing, 'handler', 'stop', { grounds: '等药到货' })
  assert.deepEqual(stopped.clocks['stage']?.stopped, { at: monday.toISOString(), grounds: '等药到货' })
  assert.deepEqual(does(stopped, 'handler', 'stop', { grounds: '再等' }).clocks, stopped.clocks, 'what stands still is not stopped again')
  assert.equal(does(stopped, 'handler', 'go', {}, { now: new Date('2026-06-10T02:00:00Z') }).clocks['stage']?.due, '2026-06-17T10:00:00.000Z')
  assert.equal(does(doing, 'handler', 'more').clocks['stage']?.due, '2026-06-17T10:00:00.000Z')
})

test('the clock takes its step once it has run out, not before, not twice, not while it stands still', () => {
  const fires = (matter: Matter, at: string, step = 'remind', name = 'stage') => attempt(matter, 'clock', step, {}, { fires: name, now: new Date(at) })
  const [before, due] = ['2026-06-09T09:59:59.999Z', '2026-06-09T10:00:00.000Z']
  assert.equal(refused(fires(asked, before)).code, 'not-due')
  const late = apply(errand, asked, due, took(fires(asked, due)).outcome)
  assert.equal(late.clocks['stage']?.fired, true)
  assert.equal(late.clocks['stage'].due, due, 'its date stays')
  assert.equal(refused(fires(late, due)).code, 'not-due')
  assert.equal(refused(fires(does(asked, 'handler', 'stop', { grounds: '等' }), due)).code, 'not-due')
  assert.equal(refused(fires(asked, due, 'look')).code, 'not-due', 'nor another step than its own')
  assert.equal(refused(fires(asked, due, 'look', 'watch')).code, 'not-due')
})

test('what is offered is what is taken: the same guards stand before a step is shown and when it is', () => {
  for (const who of Object.keys(people) as Name[]) {
    for (const step of Object.keys(errand.steps)) {
      for (const matter of [asked, doing, { ...doing, stage: 'resting' }, { ...doing, stage: 'over' }]) {
        const shut = offers(errand, matter, step, people[who], monday, law)
        const answer = attempt(matter, who, step, { grounds: '理由', size: 'large' })
        if (shut) assert.deepEqual(answer, shut)
        else assert.ok(!isRefusal(answer) || ['bad-input', 'too-small'].includes(answer.code), `${who} ${step}`)
      }
    }
  }
})

test('a figure adopted for a later day does not reach back', () => {
  const stricter: Law = { ...law, figure: (name, on) => (name === 'request.accept' && on >= '2026-06-10' ? { ...law.figure(name, on), value: 3, unit: 'workingDays' } : law.figure(name, on)) }
  const ask = { what: '代买药', where: '630202001001' }
  assert.equal(does(noErrand(), 'resident', 'ask', ask, { law: stricter }).clocks['stage']?.period.amount, 1)
  assert.equal(does(noErrand(), 'resident', 'ask', ask, { law: stricter, now: new Date('2026-06-09T16:00:00Z') }).clocks['stage']?.period.amount, 3, 'from its legal day, which begins at 16:00 UTC')
})
