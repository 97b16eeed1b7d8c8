import { canonical } from '../../kernel/canonical.ts'
import { apart, dueOf, isLate } from '../../kernel/fold.ts'
import { legalDay } from '../../kernel/calendar.ts'
import { isOpen, type Procedure } from '../../kernel/procedure.ts'
import type { House } from '../house.ts'
import { toMatter } from '../matter-row.ts'
import { differsBeside } from './beside.ts'
import { hashOf, verifyChain } from './chain.ts'
import type { Erased, Note } from './fault.ts'
import { verifyFileRows } from './files.ts'
import type { Row, Whole } from './read.ts'
import { replay, type Replayed } from './replay.ts'

/** Holds one matter against its entries: the chain, every sealed value, the row, the rows beside it and its files. Returns what was erased. */
export const verifyMatter = (house: House, whole: Whole, note: Note): readonly Erased[] => {
  const { row, entries } = whole
  const procedure = declared(house, whole)
  if (!procedure) {
    note('projection', `the row’s procedure ${row.procedure} of ${row.version} is not declared here`)
    return []
  }
  verifyChain(house.keys, row, procedure.name, entries, note)
  const replayed = replay(house.keys, procedure, whole, note)
  for (const column of differs(procedure, replayed, row)) note('projection', `the row’s ${column} is not what the entries give`)
  for (const table of differsBeside(replayed.matter, replayed.since, whole.beside)) note('projection', `its rows in ${table} are not what the entries give`)
  verifyFileRows(whole.files, replayed.files, note)
  return replayed.erased
}

/** The declaration the matter was opened under, as its first entry says: the row's own word is what is held against it. */
const declared = (house: House, { row, entries: [first] }: Whole): Procedure | undefined => {
  const find = (name: string, since: string): Procedure | undefined => house.procedures.find(one => one.name === name && one.since === since)
  const proved = first && house.procedures.find(one => one.since === first.version && hashOf(house.keys, row, one.name, first) === first.hash)
  return proved ?? find(row.procedure, first?.version ?? row.version) ?? find(row.procedure, row.version)
}

/** A number that no entry keeps yet can only be of the right form: the county, the year, and a serial. */
const wellFormed = ({ number, county, opened }: Row): boolean => {
  const start = `${county}-${legalDay(opened).slice(2, 4)}-`
  return number.startsWith(start) && /^\d{7,}$/.test(number.slice(start.length))
}

// The row's own parties are those shown; hidden ones stand in `party` alone.
const differs = (procedure: Procedure, { matter, number }: Replayed, row: Row): readonly string[] => {
  const kept: { readonly [column: string]: unknown } = {
    ...toMatter(row, row.parties, row.links), title: row.shown_title, facts: row.shown_facts,
    'internal part': [row.inside_region, row.inside_office, row.title, row.inside_facts], due: row.due?.toISOString(), late: row.late, open: row.open, published: row.published, number: row.number,
  }
  const { shown, internal } = apart(procedure, matter)
  const wanted: { readonly [column: string]: unknown } = {
    ...matter, ...shown, 'internal part': [matter.region, matter.holder?.office ?? null, internal.title, internal.facts], parties: matter.parties.filter(party => !party.hidden), due: dueOf(matter), late: isLate(matter),
    open: isOpen(procedure, matter.stage), published: procedure.stages[matter.stage]?.published === true,
    number: number ?? (wellFormed(row) ? row.number : undefined),
  }
  return Object.keys(wanted).filter(column => canonical(kept[column]) !== canonical(wanted[column]))
}
