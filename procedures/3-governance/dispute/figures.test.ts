import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countyFigures, townshipFigures } from './figures.ts'

const towns = ['630202001', '630202002', '630202003']
const cell = (region: string, measure: string, n: number) => ({ region, measure, n })

const given = (cells: Parameters<typeof countyFigures>[1], measure: string): readonly (number | undefined)[] => [countyFigures(towns, cells, 5).get(measure), ...towns.map(town => townshipFigures(town, towns, cells, 5).get(measure))]

test('28.1: what a township leaves out, the county less the other townships does not tell', () => {
  const cells = [cell('630202001', 'agreed', 12), cell('630202002', 'agreed', 2), cell('630202003', 'agreed', 30)]
  assert.deepEqual(given(cells, 'agreed'), [44, undefined, undefined, 30])
  const kinds = [cell('630202001', 'kind-water', 12), cell('630202002', 'kind-water', 2), cell('630202003', 'kind-water', 30), cell('630202001', 'kind-debt', 20), cell('630202002', 'kind-debt', 40), cell('630202003', 'kind-debt', 60)]
  assert.deepEqual(given(kinds, 'kind-water'), [44, undefined, undefined, 30])
  assert.deepEqual(given(kinds, 'kind-debt'), [120, undefined, undefined, 60], 'nor does a total less its other kinds')
})

test('28.1: what the county leaves out, its townships do not tell; a county of one township tells the same twice', () => {
  assert.deepEqual(given([cell('630202001', 'kind-water', 9), cell('630202002', 'kind-debt', 2)], 'kind-water'), [undefined, undefined, 0, 0])
  assert.deepEqual(countyFigures(['630202001'], [cell('630202001', 'closed', 7)], 5).get('closed'), 7)
  assert.deepEqual(townshipFigures('630202001', ['630202001'], [cell('630202001', 'closed', 7)], 5).get('closed'), 7)
})
