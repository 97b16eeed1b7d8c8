import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { atLeast, moreThanHalf, reaches, type Fraction } from '../../regulation/fraction.ts'
import { figure } from '../../regulation/rules.ts'
import { isRefusal } from '../refusal.ts'
import { partyReview } from './course.ts'
import { select, type Asked } from './select.ts'
import { needed, shareWords } from './share.ts'
import { noVotes, squareMetres, tally, type Figures, type Measure, type Tally } from './tally.ts'

const law = { figure }
const day = '2026-06-01'
const measureOf = (asked: Partial<Asked> & Pick<Asked, 'subject'>): Measure => {
  const chosen = select({ place: 'village', day, law, ...asked })
  if (isRefusal(chosen) || chosen.unit === undefined) return assert.fail('no vote')
  return { ...chosen, unit: chosen.unit }
}
const counted = (measure: Measure, figures: Figures): Tally => { const answer = tally(measure, figures); return isRefusal(answer) ? assert.fail(answer.why.en) : answer }

const households = measureOf({ subject: 'covenant', unit: 'household' })
const adults = measureOf({ subject: 'covenant', unit: 'adult' })
const group = measureOf({ subject: 'groupAffairs', unit: 'household' })
const representatives = measureOf({ subject: 'publicAffairs' })
const members = measureOf({ subject: 'collectiveAssets' })
const ordinary = measureOf({ subject: 'propertyOrdinary', place: 'residents' })
const weighty = measureOf({ subject: 'propertyWeighty', place: 'residents' })

test('the tally explains itself in both languages', () => {
  const result = counted(households, { roll: { units: 412 }, present: { units: 281 }, votes: { for: 160, against: 100, abstain: 20, spoilt: 1 } })
  assert.equal(result.outcome, 'passed')
  assert.match(result.words.en, /^412 households; 275 needed \(at least 2\/3\); 281 present; 141 to pass \(more than half of those present\); 160 for \(100 against, 20 abstained, 1 spoilt\): passed, by Organic Law/)
  assert.match(result.words.zh, /^名册共412户，须有275户参加（三分之二以上），实际参加281户；通过须141票（参加表决的过半数），同意160票（反对100票、弃权20票、废票1张）：通过。依据：《村民委员会组织法》第二十二条/)
})

// The thresholds table, row by row with its edges: roll, present, for → outcome.
const table: readonly (readonly [name: string, measure: Measure, roll: number, present: number, yes: number, outcome: Tally['outcome']])[] = [
  ['assembly of adults, exactly half present', adults, 100, 50, 50, 'no-quorum'],
  ['assembly of adults, one over half', adults, 100, 51, 26, 'passed'],
  ['assembly of adults, half of an odd number present', adults, 101, 51, 26, 'passed'],
  ['assembly of adults, exactly half of those present', adults, 100, 60, 30, 'failed'],
  ['assembly of adults, empty roll', adults, 0, 0, 0, 'no-quorum'],
  ['assembly of households, exactly two thirds', households, 300, 200, 101, 'passed'],
  ['assembly of households, one short of two thirds', households, 300, 199, 199, 'no-quorum'],
  ['assembly of households, two thirds of a number that has none', households, 100, 66, 66, 'no-quorum'],
  ['assembly of households, rounded up', households, 100, 67, 34, 'passed'],
  ['group, exactly two thirds', group, 30, 20, 11, 'passed'],
  ['group, exactly half of those present', group, 30, 20, 10, 'failed'],
  ['representatives, exactly two thirds', representatives, 45, 30, 16, 'passed'],
  ['representatives, half of those present', representatives, 45, 30, 15, 'failed'],
  ['members, exactly two thirds attend and pass', members, 300, 200, 200, 'passed'],
  ['members, two thirds of those present are not two thirds of all', members, 300, 250, 199, 'failed'],
  ['members, two thirds of all', members, 300, 250, 200, 'passed'],
  ['members, too few', members, 300, 199, 199, 'no-quorum'],
]
for (const [name, measure, roll, present, yes, outcome] of table) {
  test(name, () => assert.equal(counted(measure, { roll: { units: roll }, present: { units: present }, votes: { ...noVotes, for: yes } }).outcome, outcome))
}

const owned = (measure: Measure, [rollArea, roll]: readonly [number, number], [area, units]: readonly [number, number], [yesArea, yes]: readonly [number, number]): Tally['outcome'] =>
  counted(measure, { roll: { units: roll, area: rollArea }, present: { units, area }, votes: { ...noVotes, for: yes }, area: { ...noVotes, for: yesArea } }).outcome

test('owners: two thirds of area and of heads take part, then more than half of each, or three quarters of each', () => {
  const roll = [30_000_00, 300] as const
  assert.equal(owned(ordinary, roll, [20_000_00, 200], [10_000_01, 101]), 'passed')
  assert.equal(owned(ordinary, roll, [19_999_99, 200], [19_999_99, 200]), 'no-quorum', 'a hundredth of a square metre short')
  assert.equal(owned(ordinary, roll, [20_000_00, 199], [20_000_00, 199]), 'no-quorum', 'enough area, one head short')
  assert.equal(owned(ordinary, roll, [20_000_00, 200], [10_000_00, 101]), 'failed', 'exactly half of the area')
  assert.equal(owned(ordinary, roll, [20_000_00, 200], [10_000_01, 100]), 'failed', 'exactly half of the heads')
  assert.equal(owned(weighty, roll, [20_000_00, 200], [15_000_00, 150]), 'passed', 'exactly three quarters')
  assert.equal(owned(weighty, roll, [20_000_00, 200], [14_999_99, 150]), 'failed')
  assert.equal(owned(weighty, roll, [20_000_00, 200], [15_000_00, 149]), 'failed')
})

test('figures that can’t be are refused, not computed', () => {
  const of = (figures: Figures) => { const answer = tally(households, figures); return isRefusal(answer) ? answer.code : answer.outcome }
  assert.equal(of({ roll: { units: 10 }, present: { units: 11 }, votes: noVotes }), 'figures-conflict')
  assert.equal(of({ roll: { units: 10 }, present: { units: 8 }, votes: { ...noVotes, for: 5, against: 4 } }), 'figures-conflict')
  assert.equal(of({ roll: { units: 10 }, present: { units: 8 }, votes: { ...noVotes, for: 4.5 } }), 'figures-conflict')
  assert.equal(of({ roll: { units: 10 }, present: { units: 8 }, votes: { ...noVotes, for: -1 } }), 'figures-conflict')
  const noArea = tally(ordinary, { roll: { units: 3 }, present: { units: 3 }, votes: { ...noVotes, for: 3 } })
  assert.ok(isRefusal(noArea))
})

const anyShare: fc.Arbitrary<Fraction> = fc.constantFrom(moreThanHalf, atLeast(2, 3), atLeast(3, 4), atLeast(4, 5), atLeast(1, 10))

test('what is needed is the least that reaches the share: one fewer never does', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), anyShare, (whole, share) => {
    const least = needed(whole, share) ?? assert.fail()
    assert.ok(Number.isInteger(least) && least <= whole)
    assert.ok(reaches(least, whole, share))
    assert.ok(!reaches(least - 1, whole, share))
  }))
  assert.equal(needed(0, moreThanHalf), undefined)
})

test('no floating point: thirds of numbers beyond 2^53 / 3 are still exact', () => {
  const whole = 9_007_199_254_740_990
  assert.equal(needed(whole, atLeast(2, 3)), 6_004_799_503_160_660)
  assert.equal(counted(members, { roll: { units: whole }, present: { units: whole }, votes: { ...noVotes, for: 6_004_799_503_160_659 } }).outcome, 'failed')
  assert.equal(counted(members, { roll: { units: whole }, present: { units: whole }, votes: { ...noVotes, for: 6_004_799_503_160_660 } }).outcome, 'passed')
})

const anyMeasure = fc.constantFrom(households, adults, group, representatives, members)
const anyFigures = fc.tuple(fc.nat(2000), fc.nat(2000), fc.nat(2000), fc.nat(2000)).map(([a, b, c, d]) => {
  const [yes, no, present, roll] = [a, b, c, d].toSorted((x, y) => x - y) as [number, number, number, number]
  return { roll: { units: roll }, present: { units: present }, votes: { ...noVotes, for: yes, against: no - yes } } satisfies Figures
})

test('monotone: a vote that turns to “for” never loses what was passed, nor one to “against” win it', () => {
  fc.assert(fc.property(anyMeasure, anyFigures, (measure, figures) => {
    const before = counted(measure, figures).outcome
    if (figures.votes.against > 0) {
      const after = counted(measure, { ...figures, votes: { ...figures.votes, for: figures.votes.for + 1, against: figures.votes.against - 1 } }).outcome
      if (before === 'passed') assert.equal(after, 'passed')
      assert.equal(after === 'no-quorum', before === 'no-quorum', 'how people vote is no matter of the quorum')
    }
    const larger = counted(measure, { ...figures, roll: { units: figures.roll.units + 1 } }).outcome
    if (before !== 'passed') assert.notEqual(larger, 'passed', 'nor does a longer roll')
  }))
})

test('the outcome is what a recount by plain fractions gives', () => {
  fc.assert(fc.property(anyMeasure, anyFigures, (measure, figures) => {
    const { roll, present, votes } = figures
    const times = (part: number, whole: number, { num, den, strict }: Fraction) => whole > 0 && (strict ? part * den > whole * num : part * den >= whole * num)
    const met = measure.quorum.every(bar => times(present.units, roll.units, bar.share))
    const passed = measure.pass.every(bar => times(votes.for, bar.whole === 'roll' ? roll.units : present.units, bar.share))
    assert.equal(counted(measure, figures).outcome, !met ? 'no-quorum' : passed ? 'passed' : 'failed')
  }))
})

test('a Party members’ meeting: two thirds attend, and over half of those due agree, not of those present', () => {
  const review = (due: number, present: number, yes: number) => { const answer = partyReview({ due, present, for: yes }, day, law); return isRefusal(answer) ? answer.code : [answer.held, answer.passed] }
  assert.deepEqual(review(30, 20, 16), [true, true])
  assert.deepEqual(review(30, 20, 15), [true, false])
  assert.deepEqual(review(30, 19, 19), [false, false])
  assert.deepEqual(review(0, 0, 0), [false, false])
  assert.equal(review(30, 31, 16), 'figures-conflict')
  assert.equal(review(30, 20, 21), 'figures-conflict')
  const said = partyReview({ due: 30, present: 20, for: 16 }, day, law)
  assert.ok(!isRefusal(said))
  assert.equal(said.words.zh, '应到党员30人，须到20人（三分之二以上），实到20人；须16人同意（应到党员过半数），同意16人：审议通过。')
})

test('shares and areas are written as the law writes them', () => {
  assert.deepEqual([moreThanHalf, atLeast(2, 3), atLeast(3, 4), { num: 2, den: 3, strict: true }].map(one => shareWords(one).zh), ['过半数', '三分之二以上', '四分之三以上', '超过三分之二'])
  assert.deepEqual([squareMetres(8950), squareMetres(5), squareMetres(120_000_00)], ['89.50', '0.05', '120000.00'])
})
