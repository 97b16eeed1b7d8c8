import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysAfter, legalDay } from '../../kernel/calendar.ts'
import { isRunning } from '../../kernel/clock.ts'
import { isFinal } from '../../kernel/procedure.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { dispute } from '../../procedures/3-governance/dispute/dispute.ts'
import { disputeKinds, type DisputeKind } from '../../procedures/3-governance/dispute/kinds.ts'
import { lastDay } from '../../procedures/3-governance/dispute/limits.ts'
import type { Dispute } from '../../procedures/3-governance/dispute/facts.ts'
import { tracks, trackOf } from '../../procedures/3-governance/dispute/tracks.ts'
import { law, people, type Name } from '../helpers/world.ts'
import { choices } from '../model/random.ts'
import { factsOf, registered, sheet } from './begin.ts'

const doers: readonly Name[] = ['resident', 'dispatcher', 'mediator', 'otherMediator', 'judge', 'labourBureau', 'landBureau', 'police']
const bodies = ['630202001/mediation', '630202/mediation-labour', '630202/court', '630202/human-resources', '630202/natural-resources', '630202001/police-station', undefined]

/** What ends a life or sends it back: taken more rarely, so that lives come to their later stages. */
const rare: ReadonlySet<string> = new Set(['decline', 'withdraw', 'close', 'giveUp', 'stopTalking', 'fail', 'refuseApplication', 'notSettled', 'reopen', 'breach'])

type Draw = (below: number) => number

/** Something sensible to give for each step, now and then something that is not. */
const inputFor = (step: string, draw: Draw, today: string): JsonObject => {
  const oneOf = <T>(list: readonly T[]): T => list[draw(list.length)] as T
  const day = (): string => daysAfter(today, -draw(4))
  const given: { readonly [step: string]: () => object } = {
    tellMissing: () => ({ missing: '请补身份证明' }), complete: () => ({ completed: '已经补了' }), decline: () => ({ declineGround: 'outside', why: '不在本地', otherWays: '请到所在地登记' }),
    accept: () => ({ danger: oneOf(['none', 'none', 'violence']) }), warnPolice: () => ({ danger: oneOf(['violence', 'crime']), warning: '手臂有伤痕' }),
    interrupt: () => ({ interruption: 'claimed', interruptedOn: day() }), noteSince: () => ({ since: daysAfter(today, -draw(1200)) }), withdraw: () => ({ why: '双方和好了' }),
    choose: () => { if (draw(2) === 0) return { track: 'people', body: '630202001/mediation' }; const body = oneOf(bodies); return { track: oneOf(Object.keys(tracks)), ...(body !== undefined && { body }) } },
    hearSide: () => ({ seatNumber: 1 + draw(2), answer: oneOf(['agrees', 'agrees', 'agrees', 'refuses']), heardHow: 'phone' }), say: () => ({ answer: 'agrees' }),
    takeBack: () => ({ seatNumber: 1 + draw(2), heardHow: 'paper', sheet }), attempt: () => ({ seatNumber: 2, attemptWay: 'phone', attemptOn: today, attemptNote: '没有人接' }), giveUp: () => ({ seatNumber: 2, why: '联系不上', otherWays: '可以起诉' }),
    preferMediator: () => ({ seatNumber: 1 + draw(2), preferred: oneOf([people.mediator, people.otherMediator]).account }), nameMediator: () => ({ mediator: people.mediator.account, chosenHow: 'chosen' }), challenge: () => ({ challenge: '与对方是亲戚' }), decideChallenge: () => ({ verdict: 'upheld', why: '确有亲属关系', mediator: people.otherMediator.account }),
    replaceMediator: () => ({ mediator: oneOf([people.mediator, people.otherMediator]).account, why: '另有任务' }), tellRights: () => ({ seatNumber: 1 + draw(2), sheet }),
    holdSession: () => ({ heldOn: today, format: oneOf(['apart', 'together']), minutes: '双方说明依据', language: 'zh', readAloud: true }), extend: () => ({ extendUntil: daysAfter(today, 10 + draw(40)), sheet }),
    stopTalking: () => ({ seatNumber: 1 + draw(2), why: '不再同意调解' }), fail: () => ({ why: '差距太大', otherWays: '可以起诉' }),
    agree: () => ({ issues: '界线在哪里', terms: '各让一步', agreedOn: day(), plan: [{ dueOn: daysAfter(today, draw(40)) }, { dueOn: daysAfter(today, draw(80)) }] }), agreeOrally: () => ({ issues: '界线在哪里', terms: '各让一步', agreedOn: day(), readAloud: true }),
    sign: () => { const signer = oneOf(['side', 'side', 'mediator', 'seal']); return { signer, signedOn: day(), sheet, ...(signer === 'side' && { seatNumber: 1 + draw(2) }) } }, reopen: () => ({ why: '文本有误' }),
    perform: () => ({ dueNumber: 1 + draw(2), performedOn: today, performedNote: '已经付清' }), askAfter: () => ({ visitedOn: today, visitNote: '双方满意' }), breach: () => ({ performedNote: '没有履行', otherWays: '可以起诉' }), resumePerformance: () => ({ performedNote: '继续履行' }),
    askConfirmation: () => ({ court: '630202/court', sheet }), confirmAgreement: () => ({ rulingNumber: '司确 1 号', decidedOn: today }), rejectConfirmation: () => ({ why: '内容不明确', decidedOn: today }), enforce: () => ({ enforcedOn: today }),
    applied: () => ({ appliedOn: today }), refuseApplication: () => ({ courseNote: '不属管辖' }), prolong: () => ({ courseNote: '案情复杂' }), recordResult: () => ({ result: oneOf(['granted', 'settled']), resultNote: '作出裁决', decidedOn: day() }), notSettled: () => ({ why: '没有和解' }),
    close: () => ({ closing: oneOf(['leftToSides', 'unreachable']), why: '当事人另寻途径', otherWays: '可以起诉' }),
  }
  return JSON.parse(JSON.stringify(given[step]?.() ?? {})) as JsonObject
}

/** What most agreements stand on first: a mediator, sides who know their rights, minutes. Some are tried without. */
const ready = ({ facts: { mediator, seats = [], readAloud } }: Dispute): string =>
  (mediator === undefined ? 'nameMediator' : seats.some(seat => seat.informed !== true) ? 'tellRights' : readAloud === true ? 'agree' : 'holdSession')

/** What must hold of a dispute whatever was done to it. */
const holds = (matter: Dispute, now: Date): void => {
  const { facts: f, stage, clocks } = matter
  const seats = f.seats ?? []
  const days = [...seats.map(seat => seat.signedOn), f.mediatorSigned, ...(trackOf(f.track).seal ? [f.sealedOn] : [])]
  if (['mediating', 'signing'].includes(stage)) {
    assert.ok(seats.every(seat => seat.consent === 'agreed'), 'who refused is not mediated with')
    assert.notEqual(f.police, 'owed', 'the police come before mediation')
    assert.equal(trackOf(f.track).mediation, true)
  }
  if (stage === 'signing' || f.lateToSign === true) assert.equal(f.effectiveOn, undefined, 'what waits for a signature is not in effect')
  if (stage === 'performing' && f.form === 'written' && f.broken !== true) {
    assert.ok(days.every(day => day !== undefined), 'in effect only when all have signed')
    assert.equal(f.effectiveOn, days.map(String).toSorted().at(-1), 'in effect on the day of the last signature')
  }
  if (f.confirmation === 'asked' && f.effectiveOn !== undefined) assert.ok(!clocks['confirmation'])
  if (clocks['confirmation'] && isRunning(clocks['confirmation'])) assert.ok(legalDay(now) <= lastDay(law, 'judicial-confirmation.window', f.effectiveOn ?? '', legalDay(now)), 'no window is open longer than the law has it')
  if (f.confirmation !== undefined) assert.ok(!('unconfirmable' in disputeKinds[f.about as DisputeKind]), 'no court is asked for what none confirms')
  if (isFinal(dispute, stage)) assert.deepEqual(Object.entries(clocks).filter(([name, clock]) => isRunning(clock) && !['court', 'enforcement'].includes(name)), [], 'closed, nothing runs on but what a court has in hand')
  if (stage === 'closed') assert.ok(f.outcome, 'every end says what it is')
}

test('random lives of disputes: whoever does whatever, in whichever order and however late, what the law asks holds; and each comes to an end', () => {
  const command = fc.record({ kind: fc.constantFrom('step', 'step', 'step', 'step', 'wait'), seed: fc.integer({ min: 1, max: 2 ** 30 }) })
  let taken = 0
  const reached = new Set<string>()
  fc.assert(fc.property(fc.constantFrom(...Object.keys(disputeKinds)), fc.array(command, { minLength: 20, maxLength: 120, size: 'max' }), (about, commands) => {
    const begun = registered({ about })
    const { game, id } = begun
    const now = (): Dispute => game.matter(id)
    for (const { kind, seed } of commands) {
      const draw: Draw = choices(seed).below
      if (kind === 'wait') game.until(new Date(game.now().getTime() + 8 * 3_600_000 + draw(20) * 86_400_000).toISOString().slice(0, 16).replace('T', ' '))
      else {
        const stage = now().stage
        const there = Object.entries(dispute.steps).filter(([, step]) => step.from !== undefined && step.from !== 'open' && step.from.some(one => one === stage)).map(([name]) => name)
        // Some of what is tried is refused: then something else is.
        for (let tried = 0, done = there.length === 0; !done && tried < 5; tried += 1) {
          const drawn = there[draw(there.length)] ?? ''
          const step = drawn === 'agree' && draw(10) > 0 ? ready(now()) : drawn
          if (rare.has(step) && draw(20) > 0) continue
          const input = inputFor(step, draw, legalDay(game.now()))
          done = doers.some(who => game.tries(who, step, id, input) === undefined)
          if (done) taken += 1
        }
      }
      holds(now(), game.now())
      reached.add(now().stage)
    }
    // Left alone, its clocks bring it before somebody, and never let it stand without one.
    for (let month = 0; month < 6 && !isFinal(dispute, now().stage); month += 1) {
      game.until(new Date(game.now().getTime() + 8 * 3_600_000 + 30 * 86_400_000).toISOString().slice(0, 16).replace('T', ' '))
      holds(now(), game.now())
    }
    assert.ok(factsOf(begun)['sides'] !== undefined)
  }), { numRuns: Number(process.env['MODEL_RUNS'] ?? 160) })
  assert.ok(taken > 500 && reached.size > 7, `only ${taken} steps were taken, and ${[...reached].join()} reached`)
})
