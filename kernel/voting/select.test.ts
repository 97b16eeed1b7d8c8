import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figure, type Rule } from '../../regulation/rules.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import { canDecide, explainSelected, placeOf, select, subjects, touches, type Asked, type Selected, type Subject } from './select.ts'
import { tracks, type TrackName } from './track.ts'

const law = { figure }
const day = '2026-06-01'
const ask = (asked: Partial<Asked> & Pick<Asked, 'subject'>): Selected | Refusal => select({ place: 'village', day, law, ...asked })
const chosen = (asked: Partial<Asked> & Pick<Asked, 'subject'>): Selected => { const answer = ask(asked); return isRefusal(answer) ? assert.fail(answer.why.en) : answer }
const refused = (asked: Partial<Asked> & Pick<Asked, 'subject'>): Refusal => { const answer = ask(asked); return isRefusal(answer) ? answer : assert.fail(`went to ${answer.track}`) }

test('a household vote on collective assets is refused, and the right body named', () => {
  for (const wish of [{ body: 'assembly' }, { unit: 'household' }, { body: 'representatives' }, { body: 'assembly', unit: 'household' }] as const) {
    const no = refused({ subject: 'collectiveAssets', ...wish })
    assert.equal(no.code, 'wrong-body')
    assert.match(no.why.zh, /按户表决.*无效.*农村集体经济组织法.*第二十七条/)
    assert.match(no.remedy?.zh ?? '', /农村集体经济组织成员大会/)
  }
  const yes = chosen({ subject: 'collectiveAssets' })
  assert.equal(yes.track, 'collective')
  assert.equal(yes.unit, 'member')
  assert.equal(yes.notice?.days, 10)
  assert.equal(yes.online.allowed, true)
  assert.deepEqual(yes.proxies.household, true)
  assert.deepEqual(yes.pass.map(bar => [bar.whole, bar.share.num, bar.share.den]), [['roll', 2, 3]])
})

test('the covenant is adopted by the assembly only; a points scheme also by representatives whom it authorised', () => {
  assert.equal(chosen({ subject: 'covenant' }).track, 'assembly')
  for (const body of ['representatives', 'group', 'collective', 'owners'] as const) {
    const no = refused({ subject: 'covenant', body })
    assert.equal(no.code, 'wrong-body')
    assert.match(no.remedy?.zh ?? '', /“村民会议”$/)
  }
  assert.match(chosen({ subject: 'pointsScheme', body: 'representatives' }).note?.zh ?? '', /授权/)
})

test('an assembly is convened by adults or by households, each with its own quorum, ten days ahead', () => {
  const byAdults = chosen({ subject: 'covenant', unit: 'adult' })
  assert.deepEqual(byAdults.quorum.map(bar => bar.share), [{ num: 1, den: 2, strict: true }])
  const byHouseholds = chosen({ subject: 'covenant', unit: 'household' })
  assert.deepEqual(byHouseholds.quorum.map(bar => bar.share), [{ num: 2, den: 3, strict: false }])
  assert.equal(byHouseholds.notice?.days, 10)
  assert.equal(byHouseholds.online.allowed, false)
  assert.ok(byHouseholds.unconfirmed.length > 0, 'the amendment of 2026 is still to be compared, and the page says so')
  assert.equal(refused({ subject: 'covenant', unit: 'owner' }).code, 'wrong-unit')
})

test('the urban assembly is blocked with the reason until the justice office has entered its figures; talk is not', () => {
  for (const subject of ['covenant', 'pointsScheme', 'residentsAffairs', 'publicAffairs'] as const) {
    const no = refused({ subject, place: 'residents' })
    assert.equal(no.code, 'track-blocked')
    assert.match(no.remedy?.zh ?? '', /城市居民委员会组织法/)
    assert.equal(chosen({ subject, place: 'residents', body: 'consultation' }).votes, false)
  }
  const adopted = (['residents-assembly.quorum', 'residents-assembly.pass'] as const).map(name => ({
    name, unit: 'fraction', value: { num: 1, den: 2, strict: true }, from: '2026-05-01', kind: 'national', source: { zh: '核对后录入', en: 'entered after reading' }, checked: '2026-05-01', confirmed: true,
  }) as const satisfies Rule)
  const open = select({ subject: 'covenant', place: 'residents', day, law: { figure: (name, on) => figure(name, on, adopted) } })
  assert.equal(isRefusal(open), false)
})

test('owners vote by area and heads, by name; weighty matters take three quarters of each', () => {
  const ordinary = chosen({ subject: 'propertyOrdinary', place: 'residents' })
  assert.deepEqual(ordinary.quorum.map(bar => [bar.of, bar.share.num, bar.share.den]), [['area', 2, 3], ['units', 2, 3]])
  assert.deepEqual(ordinary.pass.map(bar => [bar.of, bar.whole, bar.share.strict]), [['area', 'present', true], ['units', 'present', true]])
  assert.deepEqual(chosen({ subject: 'propertyWeighty', place: 'residents' }).pass.map(bar => [bar.share.num, bar.share.den]), [[3, 4], [3, 4]])
  assert.equal(refused({ subject: 'propertyOrdinary', manner: 'secret' }).code, 'no-secret-by-area')
  assert.equal(refused({ subject: 'propertyWeighty', body: 'owners' }).code, 'wrong-body', 'weighty matters don’t pass by the ordinary majority')
  assert.equal(ordinary.notice?.days, 15)
})

test('what is outside the village’s power or against the law goes to no vote, whatever its subject', () => {
  for (const subject of Object.keys(subjects) as Subject[]) {
    for (const touch of Object.keys(touches) as (keyof typeof touches)[]) {
      if (touch === 'nothing') continue
      assert.equal(refused({ subject, touches: touch }).code, touch === 'law' ? 'against-law' : 'not-in-power')
    }
  }
})

test('consultation votes on nothing and adopts nothing', () => {
  const talk = chosen({ subject: 'talk' })
  assert.deepEqual([talk.track, talk.votes, talk.unit, talk.quorum, talk.manners], ['consultation', false, undefined, [], []])
  assert.equal(refused({ subject: 'covenant', body: 'consultation', adopts: true }).code, 'wrong-body')
  assert.equal(refused({ subject: 'talk', adopts: true }).code, 'wrong-body')
  assert.equal(refused({ subject: 'talk', unit: 'adult' }).code, 'wrong-unit')
})

test('四议两公开 leads to the villagers’ assembly or representatives and to no other body', () => {
  assert.equal(chosen({ subject: 'publicWorks', course: 'four' }).course, 'four')
  assert.equal(refused({ subject: 'collectiveAssets', course: 'four' }).code, 'four-needs-village')
  assert.equal(refused({ subject: 'groupAffairs', course: 'four' }).code, 'four-needs-village')
})

test('every body that may decide something can be chosen for it or says why not, and explains itself in both languages', () => {
  for (const place of ['village', 'residents'] as const) {
    for (const subject of Object.keys(subjects) as Subject[]) {
      for (const body of Object.keys(tracks) as TrackName[]) {
        const answer = ask({ subject, place, body })
        const able = canDecide(subject, place).includes(body)
        if (isRefusal(answer)) assert.equal(answer.code, able ? 'track-blocked' : 'wrong-body', `${subject} ${body}`)
        else {
          assert.ok(able || body === 'consultation')
          const said = explainSelected(answer)
          assert.match(said.zh, body === 'consultation' ? /不作表决/ : /依据：《/)
          assert.doesNotMatch(said.zh + said.en, /undefined|NaN/)
        }
      }
    }
  }
})

test('a place is a village or a community by its code, and a park is neither', () => {
  assert.equal(placeOf('630202001001'), 'residents')
  assert.equal(placeOf('630202101201'), 'village')
  assert.equal(placeOf('630202101201003'), 'village')
  assert.equal(placeOf('630202101400'), undefined)
  assert.equal(placeOf('630202'), undefined)
})
