import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { region, text } from '../kernel/facts.ts'
import { need, procedure } from '../kernel/procedure.ts'
import { anyResident } from '../kernel/who.ts'
import { words } from '../kernel/words.ts'
import { procedures } from '../procedures/index.ts'
import { registerRecorders } from '../registers/serving.ts'
import { houseOver } from '../test/helpers/world.ts'
import type { Database } from './database.ts'
import { complete, IncompleteHouse, missing, namedBy } from './house.ts'

// Gives points, and needs to know the stock.
const gift = procedure('gift', {
  title: words('礼品', 'Gift'), since: '2023-02-01', basis: ['25.3'],
  facts: { text: text({ zh: '内容', en: 'Text', class: 'public' }), village: region({ zh: '村', en: 'Village', class: 'public' }) },
  heading: 'text', place: 'village', list: { columns: ['text'] },
  needs: { left: need<number>('stock', () => ({})) },
  stages: { given: { ...words('已发', 'Given'), final: true } },
  steps: {
    give: {
      ...words('发放', 'Give'), opens: 'given', by: [anyResident], asks: ['text', 'village'], needs: ['left'], basis: ['25.3'],
      then: c => ({
        effects: [
          { do: 'record', register: 'points', row: { text: c.input.text ?? '' } },
          {
            do: 'record',
            register: 'toString', row: {},
          },
        ],
      }),
    },
  },
})
const stock = () => Promise.resolve(3)
const keep = () => Promise.resolve()

test('a loader or recorder that a procedure names and nobody gives is said in both languages, each by its name', () => {
  assert.deepEqual(namedBy(gift), { loaders: ['stock'], recorders: ['points', 'toString'] })
  assert.deepEqual(missing({ procedures: [gift], loaders: { stock }, recorders: { points: keep, toString: keep } }), [])
  assert.deepEqual(missing({ procedures: [gift], loaders: {}, recorders: { points: keep } }).map(one => one.en), ['gift: loader stock', 'gift: recorder toString'], 'what every object has is no recorder')
})

test('a house that lacks one is refused, with a message that names it', () => {
  const house = { ...houseOver({} as Database), procedures: [gift], loaders: { stock }, recorders: {} }
  assert.throws(() => complete(house), (error: unknown) =>
    error instanceof IncompleteHouse && /拒绝启动[^]*gift：登记“points”[^]*refusing to start[^]*gift: recorder points/.test(error.message))
  const whole = { ...house, recorders: { points: keep, toString: keep } }
  assert.equal(complete(whole), whole)
})

test('every register that a procedure’s file names is seen by the check at start, and kept', async () => {
  const seen = new Set(procedures.flatMap(one => namedBy(one).recorders))
  const written = new Set<string>()
  for await (const file of glob('procedures/**/*.ts', { cwd: new URL('..', import.meta.url).pathname })) {
    if (file.endsWith('.test.ts')) continue
    const source = await readFile(new URL(`../${file}`, import.meta.url), 'utf8')
    for (const [, name = ''] of source.matchAll(/\bregister:\s*['"`]([^'"`]+)/g)) written.add(name)
    assert.doesNotMatch(source, /\bdo:\s*'record',\s*(?!\s|register:\s*')/, `${file}: name the register where the step is, so that the check at start sees it`)
  }
  assert.ok(written.size > 0)
  assert.deepEqual([...written].toSorted(), [...seen].toSorted())
  for (const name of seen) assert.ok(Object.hasOwn(registerRecorders, name), name)
})
