import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCsv } from './csv.ts'

test('records know the line they begin on, also behind quoted line ends', () => {
  const { records, unclosed } = readCsv('\uFEFFa,b\r\n"x\ny","say ""hi"", so"\n\nlast,\r')
  assert.deepEqual(records, [
    { line: 1, fields: ['a', 'b'] },
    { line: 2, fields: ['x\ny', 'say "hi", so'] },
    { line: 5, fields: ['last', ''] },
  ])
  assert.equal(unclosed, undefined)
})

test('a quote that never closes is reported with its line', () => {
  assert.equal(readCsv('a,b\n1,"2\n3,4\n').unclosed, 2)
})

test('any table survives being written and read again', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '村', ',', '"', '\n', ' ') })
  const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`
  fc.assert(fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), table => {
    const text = table.map(row => row.map(quote).join(',')).join('\n')
    assert.deepEqual(readCsv(text).records.map(record => record.fields), table)
  }))
})
