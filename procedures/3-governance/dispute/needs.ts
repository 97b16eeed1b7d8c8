import { need } from '../../../kernel/procedure.ts'
import type { Offered } from './offered.ts'
import { policeOf } from './police.ts'

const officesIn = (...values: readonly unknown[]): readonly string[] => values.flat().filter((one): one is string => typeof one === 'string')

export const needs = {
  /** Of the offices named, those in which somebody could accept what comes. */
  staffed: need<readonly string[]>('staffed', c => ({ offices: officesIn(c.facts['body'], c.facts['joint'], c.facts['court']), at: c.now.toISOString() })),
  /** Of the police who answer for the place, those where somebody could take a warning. */
  police: need<readonly string[]>('staffed', c => ({ offices: policeOf(c.matter.region), at: c.now.toISOString() })),
  /** Who of the body that has the dispute mediates today; which of them live with a side. */
  offered: need<readonly Offered[]>('mediators', c => ({
    county: c.matter.county, at: c.now.toISOString(), office: c.matter.facts['body'] ?? null, sides: c.matter.parties.flatMap(one => (one.role === 'disputant' && one.account !== undefined ? [one.account] : [])),
  })),
  /** Every danger that was ever noted: sensitive, and so masked in the matter as a step sees it. */
  dangers: need<readonly string[]>('ever-told', c => ({ county: c.matter.county, matter: c.matter.id, fact: 'danger' })),
}

export type Needed = typeof needs
