import type { Row } from './rule.ts'
import { checked } from './source.ts'

const article15 = {
  from: '2023-02-01', kind: 'regulation', article: '15.1', checked, confirmed: true,
  source: { zh: '本条例第十五条第一款', en: 'This regulation, Art. 15.1' },
} as const

/** Art. 15.1: so many square metres of floor for every so many households, as a planning standard “in principle”. */
export const facilityRules = [
  { name: 'space-standard.area', value: 30, unit: 'squareMetres', ...article15 },
  { name: 'space-standard.households', value: 100, unit: 'count', ...article15 },
] as const satisfies readonly Row[]
