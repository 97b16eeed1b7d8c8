import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Citation } from '../regulation/citation.ts'
import { procedures } from '../procedures/index.ts'
import { check } from './check.ts'
import { account, region, text, whole } from './facts.ts'
import { procedure, within, type Procedure, type Stage, type Step } from './procedure.ts'
import { anyResident, post, theClock } from './who.ts'
import { words } from './words.ts'

const facts = { text: text({ zh: '内容', en: 'Text' }), village: region({ zh: '村', en: 'Village' }), secret: text({ zh: '隐私', en: 'Secret', class: 'sensitive' }) }

const sound: Procedure = procedure('greeting', {
  title: { zh: '问候', en: 'Greeting' }, since: '2023-02-01', basis: ['25.3'],
  facts, heading: 'text', place: 'village',
  stages: { sent: { zh: '已发出', en: 'Sent', due: within('request.accept', 'lapse') }, read: { zh: '已读', en: 'Read', final: true } },
  steps: {
    send: { zh: '发出', en: 'Send', opens: 'sent', by: [anyResident], asks: ['text', 'village'], basis: ['25.3'] },
    read: { zh: '阅读', en: 'Read', from: ['sent'], to: 'read', by: [post('committee')], basis: ['25.3'] },
    lapse: { zh: '逾期', en: 'Lapse', from: ['sent'], to: 'read', by: [theClock], basis: [] },
  },
  measures: { sent: words('发出', 'Sent') },
  list: { columns: ['text'] },
})

const withStage = (name: string, stage: Partial<Stage>): Procedure =>
  ({ ...sound, stages: { ...sound.stages, [name]: { zh: '环节', en: 'Stage', ...sound.stages[name], ...stage } } })
const withStep = (name: string, step: Partial<Step>): Procedure =>
  ({ ...sound, steps: { ...sound.steps, [name]: { zh: '动作', en: 'Step', by: [anyResident], basis: [], ...sound.steps[name], ...step } } })
const due = (then: string) => within('request.accept', then)

test('a sound declaration has no fault, and so has every procedure of the regulation', () => {
  assert.deepEqual(check(sound), [])
  for (const one of procedures) assert.deepEqual(check(one), [], `${one.name} of ${one.since}`)
})

test('something may be noted of what has ended, as long as it moves nowhere', () => {
  assert.deepEqual(check(withStep('note', { from: ['read'] })), [])
})

// Each a small fault in an otherwise sound declaration, and the one sentence that names it.
const faulty: readonly (readonly [what: string, declaration: Procedure, named: string])[] = [
  ['a step kept from the sides that moves the matter', withStep('read', { notForSides: true }), 'step read is kept from the sides and moves the matter'],
  ['a step kept from the sides that asks for what is not', withStep('note', { from: ['sent'], asks: ['secret'], notForSides: true }), 'step note is kept from the sides and asks for secret, which is not'],
  ['what is kept from the sides, shared with them', { ...sound, facts: { ...sound.facts, aside: text({ zh: '另说', en: 'Aside', class: 'sensitive', shared: true, notForSides: true }) } }, 'aside is kept from the sides, and stands open to them'],
  ['nobody can begin it', { ...sound, steps: Object.fromEntries(Object.entries(sound.steps).filter(([name]) => name !== 'send')) }, 'no step opens it'],
  ['a document of a step that is none', { ...sound, documents: { note: { zh: '文书', en: 'Note', basis: [], from: ['sendd'], uses: ['text'], make: () => ({ issuer: '', title: '', body: [], signed: [], day: '2026-06-08' }) } } }, 'document note is issued by sendd, which is no step'],
  ['it never ends', withStage('read', { final: undefined, due: due('lapse') } as never), 'no stage is final'],
  ['a stage can’t be reached', withStage('lost', { final: true }), 'stage lost can\'t be reached'],
  ['a stage is left by nothing', { ...withStep('wait', { from: ['sent'], to: 'held' }), stages: { ...sound.stages, held: { zh: '搁置', en: 'Held', waits: words('等', 'waits') } } }, 'stage held is a dead end'],
  ['a stage has no way to the end', {
    ...withStep('wait', { from: ['sent', 'other'], to: 'held' }),
    stages: { ...sound.stages, held: { zh: '搁置', en: 'Held', waits: words('等', 'waits') } },
  }, 'stage held has no way to the end'],
  ['a final stage is left', withStep('again', { from: ['read'], to: 'sent' }), 'final stage read is left by a step'],
  ['a stage has neither limit nor reason', withStage('sent', { due: undefined } as never), 'stage sent has neither a time limit nor a reason for none'],
  ['a limit leads to no step', withStage('sent', { due: due('lpase') }), 'the time limit of sent leads to lpase, which is no step'],
  ['a limit leads to a step the clock may not take', withStage('sent', { due: due('read') }), 'the time limit of sent leads to read, which the clock may not take'],
  ['a limit leads to a step not taken there', withStep('lapse', { from: ['read'] }), 'the time limit of sent leads to lapse, which can\'t be taken there'],
  ['a clock stands still nowhere', withStage('sent', { due: { ...due('lapse'), standsStillIn: ['raed'] } }), 'the clock of sent stands still in raed, which is no other stage'],
  ['a clock stands still in its own stage', withStage('sent', { due: { ...due('lapse'), standsStillIn: ['sent'] } }), 'the clock of sent stands still in sent, which is no other stage'],
  ['a step is held by nobody', withStep('read', { by: [] }), 'nobody holds step read'],
  ['a step is taken nowhere', withStep('idle', {}), 'step idle can be taken nowhere'],
  ['a step is taken from an empty list', withStep('idle', { from: [] }), 'step idle can be taken nowhere'],
  ['a step leads to several stages and nothing chooses', withStep('read', { to: ['read', 'sent'] }), 'step read leads to several stages and nothing chooses'],
  ['a step asks for no fact', withStep('read', { asks: ['mood'] }), 'step read asks for mood, which is no fact'],
  ['a step asks for no fact that may be left out', withStep('read', { asks: ['mood?'] }), 'step read asks for mood, which is no fact'],
  ['a step asks for a fact where a choice no step gives was made', withStep('read', { asks: [{ fact: 'text', where: 'village', is: 'here' }] }), 'step read asks for text where village is here, which can\'t be'],
  ['a step needs what is not declared', withStep('read', { needs: ['roll'] }), 'step read needs roll, which is not declared'],
  ['an opening step does not ask for the place', withStep('send', { asks: ['text'] }), 'step send opens without asking for village'],
  ['an opening step lets the place be left out', withStep('send', { asks: ['text', 'village?'] }), 'step send opens without asking for village'],
  ['a step cites what does not exist', withStep('read', { basis: ['25.9' as Citation] }), 'step read cites 25.9, which does not exist'],
  ['the whole cites what does not exist', { ...sound, basis: ['53' as Citation] }, 'procedure cites 53, which does not exist'],
  ['a fact cites what does not exist', { ...sound, facts: { ...facts, age: whole({ zh: '年龄', en: 'Age', basis: ['6.8' as Citation] }) } }, 'fact age cites 6.8, which does not exist'],
  ['what is not covered cites what does not exist', { ...sound, notCovered: [{ basis: '0' as Citation, why: words('无', 'none') }] }, 'notCovered cites 0, which does not exist'],
  ['a rate counts no measure', { ...sound, rates: { all: { ...words('率', 'Rate'), of: 'sent', among: 'due' } } }, 'rate all counts due, which is no measure'],
  ['a rate excludes what is no measure', { ...sound, rates: { all: { ...words('率', 'Rate'), of: 'sent', among: 'sent', without: { among: 'left', why: words('因', 'why') } } } }, 'rate all counts left, which is no measure'],
  ['the heading is sensitive', { ...sound, heading: 'secret' }, 'the heading secret is no public or internal fact'],
  ['the heading is no fact', { ...sound, heading: 'title' }, 'the heading title is no public or internal fact'],
  ['a hidden fact stands open in the row', { ...sound, facts: { ...facts, kept: whole({ zh: '数', en: 'Number', hidden: true }) } }, 'the hidden fact kept stands open to lists or to search'],
  ['what is of one office is shared', { ...sound, facts: { ...facts, kept: whole({ zh: '数', en: 'Number', class: 'sensitive', ofOffice: true, shared: true }) } }, 'kept is of the office that gave it, and stands open to others'],
  ['what is of one office is internal', { ...sound, facts: { ...facts, kept: whole({ zh: '数', en: 'Number', ofOffice: true }) } }, 'kept is of the office that gave it, and stands open to others'],
  ['a hidden fact is searched', { ...sound, facts: { ...facts, kept: whole({ zh: '数', en: 'Number', class: 'confidential', hidden: true, search: 'exact' }) } }, 'the hidden fact kept stands open to lists or to search'],
  ['a person is of what is no office', { ...sound, facts: { ...facts, who: account({ zh: '人', en: 'Who', of: 'text' }) } }, 'who is said to be of text, which is no office'],
  ['a number is a row of what is no table', { ...sound, facts: { ...facts, side: whole({ zh: '方', en: 'Side', rowOf: 'text' }) } }, 'side is said to be a row of text, which is no such table'],
  ['the place is no region', { ...sound, place: 'text' }, 'the place text is no region'],
]

for (const [what, declaration, named] of faulty) {
  test(`found: ${what}`, () => {
    const found = check(declaration)
    assert.ok(found.includes(named), found.join('\n'))
  })
}

test('wrong names do not compile', () => {
  procedure('wrong', {
    title: { zh: '错', en: 'Wrong' }, since: '2023-02-01', basis: ['25.3'], facts, heading: 'text', place: 'village', list: { columns: ['text'] },
    stages: { sent: { zh: '已发出', en: 'Sent', waits: words('等', 'waits') }, read: { zh: '已读', en: 'Read', final: true } },
    steps: {
      // @ts-expect-error a stage that is not declared
      send: { zh: '发出', en: 'Send', opens: 'snet', by: [anyResident], asks: ['text', 'village'], basis: ['25.3'] },
      // @ts-expect-error a fact that is not declared
      read: { zh: '阅读', en: 'Read', from: ['sent'], to: 'read', by: [anyResident], asks: ['mood'], basis: ['25.3'] },
      // @ts-expect-error a citation that does not exist
      drop: { zh: '弃', en: 'Drop', from: ['sent'], to: 'read', by: [anyResident], basis: ['25.9'] },
    },
  })
})
