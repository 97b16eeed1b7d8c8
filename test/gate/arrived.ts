import assert from 'node:assert/strict'
import { kindOfOffice } from '../../kernel/post.ts'
import type { Version } from '../helpers/work-register.ts'

export type Order = { readonly matter: string; readonly region: string; readonly until: string; readonly offices: readonly string[] }

/** What stood at the moment something arrived, said without the gate's help. */
export type World = { readonly day: string; readonly now: string; readonly versions: readonly Version[]; readonly orders: readonly Order[] }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const namesOf = (rows: unknown): readonly string[] => (Array.isArray(rows) ? (rows as readonly { readonly name?: string }[]).flatMap(row => row.name ?? []) : [])
const daysOf = (from: string, until: string): readonly string[] => {
  const [first, last] = [Date.parse(from), Date.parse(until)]
  return Array.from({ length: Math.max(0, (last - first) / 86_400_000) + 1 }, (_, n) => new Date(first + n * 86_400_000).toISOString().slice(5, 10))
}

/**
 * Art. 7, 23, 24.2, 50.2, as one who never saw the gate would check them: what reached a community stands on its county's list, today and to
 * its last day, for the office that asked, in season, with every condition; or under an order in force that reaches there and lasts as long.
 */
export const rightly = (village: string, facts: { readonly [fact: string]: unknown }, { day, now, versions, orders }: World): void => {
  const [issuer, until, from] = [textOf(facts['issuer']), textOf(facts['until']), textOf(facts['from'])]
  if (facts['ground'] === 'emergency') {
    assert.ok(orders.some(order => village.startsWith(order.region) && (['lead', 'gov', 'centre'].includes(kindOfOffice(issuer)) || order.offices.includes(issuer)) && order.until > now && `${until}T15:59:59Z` < order.until), `no order carries it: ${JSON.stringify(facts)}`)
    return
  }
  const inForce = versions.filter(version => version.since <= until && (version.until === undefined || version.until > day))
  const found = inForce.map(version => version.items.find(item => item.code === facts['item']))
  const first = found[0]
  assert.ok(inForce[0] && inForce[0].since <= day && first, `on no list in force: ${JSON.stringify(facts)}`)
  assert.ok(found.every(item => item !== undefined), `withdrawn before its last day: ${JSON.stringify(facts)}`)
  assert.equal(facts['ground'], first.kind, 'owed is what the list makes owed')
  assert.equal(first.office, kindOfOffice(issuer), 'for the office that answers for it')
  assert.deepEqual(first.conditions.filter(name => !namesOf(facts['conditions']).includes(name)), [], `without its conditions: ${JSON.stringify(facts)}`)
  const { season } = first
  if (season) for (const one of daysOf(from, until)) assert.ok(season.from <= season.to ? season.from <= one && one <= season.to : one >= season.from || one <= season.to, `out of season: ${one}`)
}
