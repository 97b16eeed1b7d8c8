import type { Loader } from '../store/house.ts'
import type { LiveDirectory } from '../registers/live-directory.ts'
import { ownWeek } from '../registers/own-week.ts'
import { registerLoaders } from '../registers/serving.ts'
import { ledgerLoaders } from '../ledgers/serving.ts'
import type { FactKind } from '../kernel/fact.ts'
import { procedures } from '../procedures/index.ts'
import { isUuid } from '../kernel/facts.ts'

/**
 * Another matter, as far as joining needs it; only of the same county and only what the asker may see. It is held until the asker's step is
 * done: what is being resolved or joined elsewhere just now is waited for, and nothing is joined to it unseen. Two that are joined to each
 * other at once wait crosswise: the database ends one, and `act` asks it again.
 */
const matter: Loader = async (tx, ask) => {
  if (!isUuid(ask['id'])) return undefined
  const [row] = await tx.query<{ id: string; stage: string; procedure: string; county: string; number: string }>(
    'select id, stage, procedure, county, number from matter where county = $1 and id = $2::uuid for share', [ask['county'], ask['id']])
  return row
}

const contacts: ReadonlySet<FactKind> = new Set(['personName', 'phone', 'idNumber', 'people'])

/** The matter of a number, wherever it lies: who asks to read it knows the number and sees nothing yet. Which of its facts are contacts, where only those are asked for. */
const grantable: Loader = async (tx, ask) => {
  const number = typeof ask['number'] === 'string' ? ask['number'].trim() : ''
  const [row] = await tx.query<{ id: string; region: string; procedure: string; version: string }>('select id, region, procedure, version from app_numbered($1)', [number])
  const declared = row && procedures.find(one => one.name === row.procedure && one.since === row.version)
  if (!row || !declared) return undefined
  const facts = Object.entries(declared.facts).filter(([, fact]) => contacts.has(fact.kind)).map(([name]) => name)
  return { id: row.id, region: row.region, ...(ask['part'] === 'contact' && { facts }) }
}

/** What is counted of each procedure, as targets name it: `guidance.held`. */
const measures: Loader = () => Promise.resolve(procedures.flatMap(one => Object.keys(one.measures).map(name => `${one.name}.${name}`)))

const title = (name: string): string => procedures.findLast(one => one.name === name)?.title.zh ?? name

/** The asker’s own week, its procedures by their names. */
const week: Loader = async (tx, { account, county, region, at }) => {
  if (typeof account !== 'string' || typeof county !== 'string' || typeof region !== 'string' || typeof at !== 'string') return undefined
  const found = await ownWeek(tx, { account, county, region, at: new Date(at) })
  return { ...found, done: found.done.map(one => ({ ...one, name: title(one.procedure) })) }
}

/** What steps may need to know, by the names that procedures use. */
export const loaders = (directory: LiveDirectory): { readonly [name: string]: Loader } => ({ ...registerLoaders(directory), ...ledgerLoaders, matter, grantable, measures, 'own-week': week })
