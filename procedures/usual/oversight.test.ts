import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noErrand } from '../../test/helpers/errand.ts'
import { law, people } from '../../test/helpers/world.ts'
import type { Matter } from '../../kernel/matter.ts'
import { clock, regionOfOffice, type Actor } from '../../kernel/post.ts'
import { may } from '../../kernel/who.ts'
import { procedures } from '../index.ts'
import { oversightSteps } from './oversight.ts'

const overseen = procedures.filter(one => one.steps['askExtension'] !== undefined)

const held = (office: string): Matter => ({ ...noErrand(), seq: 1, region: '630202001001', holder: { office } })

const takes = (step: string, actor: Actor, office: string): readonly string[] =>
  overseen.filter(one => may(one.steps[step]?.by ?? [], actor, held(office))).map(one => one.name)

const all = overseen.map(one => one.name)

test('a grid worker does not answer, stop the clock or ask for time in the name of the committee', () => {
  assert.ok(all.length >= 2)
  for (const step of ['answerOrder', 'askExtension', 'stop', 'resume']) {
    assert.deepEqual(takes(step, people.gridWorker, '630202001001/committee'), [], step)
    assert.deepEqual(takes(step, people.committee, '630202001001/committee'), all, step)
  }
})

test('a department neither supervises another office nor decides on its time, whoever leads it', () => {
  const bureau: Actor = { ...people.countyLead, office: '630202/transport' }
  for (const step of ['supervise', 'grantExtension', 'refuseExtension', 'resume']) {
    for (const office of ['630202/water', '630202001/gov', '630202001001/committee']) assert.deepEqual(takes(step, bureau, office), [], `${step} ${office}`)
    assert.deepEqual(takes(step, people.countyLead, '630202/water'), all, step)
    assert.deepEqual(takes(step, { ...bureau, region: '6302', office: '6302/water' }, '630202/water'), all, `${step} from the same department of the city`)
  }
})

test('a late matter is told, level by level, to posts that can do something about it, and to no lead of another department', () => {
  const now = new Date('2026-06-16T01:00:00Z')
  const told = (office: string, escalated: number) => oversightSteps([]).escalate.then({
    matter: { ...held(office), facts: { escalated } }, facts: {}, input: {}, needs: {}, actor: clock, now, written: now, law,
  }).effects?.flatMap(one => (one.do === 'notify' && !('office' in one.to && one.to.office === office) ? [one.to] : [])) ?? []
  for (const [office, level] of [['630202/water', 0], ['630202/water', 1], ['630202001/gov', 1], ['630202001001/committee', 0]] as const) {
    for (const to of told(office, level)) {
      assert.ok('office' in to, `${office}: those of one office, not every lead of a region`)
      for (const kind of to.kinds ?? ['dispatcher']) assert.deepEqual(takes('supervise', { ...people.countyLead, kind, region: regionOfOffice(to.office), office: to.office }, office), all, `${office} ${to.office} ${kind}`)
    }
  }
  assert.ok(told('630202/water', 1).some(to => 'office' in to && to.office === '6302/water'), 'the same department one level up')
})
