import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choice, rows, text, whole } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'
import { cellsIn, isTable } from './clipboard.ts'
import { append, inOrder, insertRow, judgeCell, paste, removeRow, setCell, type Table } from './edit.ts'

const fact = rows({
  code: text({ zh: '编码', en: 'Code', max: 5 }),
  kind: choice({ own: words('自有', 'Own') }, { zh: '类别', en: 'Kind' }),
  minutes: whole({ zh: '用时', en: 'Time', max: 60 }),
}, { zh: '事项', en: 'Items', optional: ['minutes'] })
const start: Table = { rows: [{ code: 'a', kind: 'own' }, { code: 'b' }], faults: [{ fact: 'items', row: 1, column: 'kind', why: words('请填写类别', 'Kind is needed') }] }
const marks = (table: Table) => table.faults.map(one => `${one.row} ${one.column}`)

test('what a spreadsheet copies is read cell by cell, with quotes, line ends inside, and inches', () => {
  assert.deepEqual(cellsIn('a\tb\r\nc\t\r\n'), [['a', 'b'], ['c', '']])
  assert.deepEqual(cellsIn('"第一行\n第二行"\t"说""好"""\n5" 管\t"未完'), [['第一行\n第二行', '说"好"'], ['5" 管', '"未完']])
  assert.deepEqual([isTable('a'), isTable('a\n'), isTable('a\tb'), isTable('a\nb')], [false, false, true, true])
})

test('a mended cell loses its fault, and one that was left is judged; an empty one is not scolded at once', () => {
  assert.deepEqual(marks(setCell(start, 1, 'kind', 'own')), [])
  assert.deepEqual(marks(judgeCell(setCell(start, 0, 'minutes', 90), 'items', fact, 0, 'minutes')), ['1 kind', '0 minutes'])
  assert.equal(judgeCell({ rows: [{}], faults: [] }, 'items', fact, 0, 'code').faults.length, 0)
  assert.deepEqual(marks(judgeCell(start, 'items', fact, 1, 'kind')), ['1 kind'], 'still empty')
})

test('faults stay with their rows as rows come and go', () => {
  assert.deepEqual(marks(insertRow(start, 1)), ['2 kind'])
  assert.deepEqual(marks(insertRow(start, 2)), ['1 kind'])
  assert.deepEqual([marks(removeRow(start, 0)), marks(removeRow(start, 1))], [['0 kind'], []])
  const more = append({ ...start, rows: [...start.rows, {}] }, start)
  assert.deepEqual([more.rows.length, marks(more)], [4, ['1 kind', '3 kind']])
})

test('pasted cells are read by their columns, judged, and lie over what stood there; rows are added', () => {
  const table = paste(start, 'items', fact, 1, 'kind', [['自有', '30 '], ['别的', '90'], ['', '']], 100)
  assert.deepEqual(table.rows, [{ code: 'a', kind: 'own' }, { code: 'b', kind: 'own', minutes: 30 }, { kind: '别的', minutes: 90 }, { kind: null, minutes: null }])
  assert.deepEqual(inOrder(fact, table.faults).map(one => `${one.row} ${one.column}`), ['2 kind', '2 minutes'])
  assert.equal(paste(start, 'items', fact, 1, 'minutes', [['1', 'beyond'], ['2'], ['3']], 3).rows.length, 3, 'no more rows than may be')
})
