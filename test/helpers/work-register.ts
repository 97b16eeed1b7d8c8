import { legalDay } from '../../kernel/calendar.ts'
import type { Duty, Giving, Item, Known } from '../../kernel/gate.ts'
import { officeCode, regionOfOffice } from '../../kernel/post.ts'
import { isGovernment } from '../../kernel/who.ts'
import type { JsonObject } from '../../kernel/words.ts'

/** A version of a county's list: its items, and from when until when it holds (first day no longer). */
export type Version = { readonly since: string; readonly until?: string; readonly items: readonly Omit<Item, 'since' | 'until'>[] }

type Row = { readonly matter: string; readonly community: string; readonly issuer: string; readonly item: string | null; readonly source: string | null; readonly until: string; open: boolean; state: string; [more: string]: unknown }

const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Lists, orders, given work and what villages gave, in memory: the registers as the gate's loader reads them, said plainly. */
export const workRegister = (start: { readonly versions?: readonly Version[]; readonly duties?: readonly Duty[]; readonly held?: readonly string[] } = {}) => {
  let versions = start.versions ?? []
  const given = new Map<string, Row>()
  const orders: { matter: string; region: string; until: string; offices: readonly string[] }[] = []
  const data: { village: string; name: string; value: string; until: string }[] = []
  const attempts: JsonObject[] = []

  const itemOn = (code: string, day: string): Item | undefined => {
    const ordered = versions.toSorted((a, b) => a.since.localeCompare(b.since))
    const found = ordered.find(version => (version.until === undefined || version.until > day) && version.items.some(item => item.code === code))
    const item = found?.items.find(one => one.code === code)
    if (!found || !item) return undefined
    const from = found.since > day ? found.since : day
    const without = ordered.find(version => version.since > from && !version.items.some(one => one.code === code))
    return { ...item, since: found.since, ...(without && { until: without.since }) }
  }

  const known = (giving: Giving, now: Date): Known => {
    const day = legalDay(now)
    const item = giving.item === undefined ? undefined : itemOn(giving.item, day)
    const duty = start.duties?.find(one => one.code === giving.duty && one.office === giving.by)
    const owed = giving.to.map(office => start.duties?.find(one => one.code === giving.item && one.office === office))
    const ordersFor = (named: boolean) => giving.to.map(office => orders.find(order =>
      regionOfOffice(office).startsWith(order.region) && order.until > now.toISOString() && (!named || isGovernment(giving.by) || order.offices.includes(giving.by))))
    const under = giving.emergency === true ? ordersFor(true) : []
    const first = under.every(order => order !== undefined) ? under.toSorted((a, b) => a.until.localeCompare(b.until))[0] : undefined
    const names = (giving.fields ?? []).map(field => field.name)
    const villages = giving.to.map(regionOfOffice)
    const from = (giving.from ?? day) > day ? giving.from ?? day : day
    return {
      listed: versions.some(version => version.since <= day && (version.until === undefined || version.until > day)),
      ...(item && { item }), ...(duty && { duty }), ...(owed[0] && owed.every(one => one !== undefined) && { owed: owed[0] }), ...(first && { emergency: { matter: first.matter, until: first.until } }), ...(under.includes(undefined) && !ordersFor(false).includes(undefined) && { unnamed: true }),
      running: [...given.values()].filter(row => row.open && (row.issuer === giving.by || row['kind'] === 'assist' || row['kind'] === 'entrust') && giving.item !== undefined && row.item === giving.item && row.source !== giving.of && row.until >= from && text(row['since']) <= (giving.until ?? '9999') && villages.includes(row.community))
        .map(row => ({ office: officeCode(row.community, row.community.length === 12 ? 'committee' : 'gov'), number: row.matter })),
      held: names.filter(name => start.held?.includes(name) || villages.every(village => data.some(one => one.village === village && one.name === name && one.until >= day))),
    }
  }

  return {
    known, given, attempts, data, orders,
    amend: (next: readonly Version[]): void => { versions = next },
    /** What the recorders keep. */
    keep: (register: string, row: JsonObject): void => {
      if (register === 'given-work') {
        const before = given.get(text(row['matter']))
        given.set(text(row['matter']), { ...before, ...row } as Row)
      }
      if (register === 'village-data') for (const one of row['rows'] as unknown as { name: string; value: string }[]) data.push({ ...one, village: text(row['village']), until: text(row['until']) })
    },
    /** The loaders of the commission chain, by name; `now` and `matter` say when it is and what stands where. */
    loads: (now: () => Date, beside: (id: string) => unknown = () => undefined) => ({
      gate: (ask: JsonObject): Known => known({
        to: textsIn(ask['to']), by: text(ask['by']), ...(typeof ask['item'] === 'string' && { item: ask['item'] }), ...(typeof ask['duty'] === 'string' && { duty: ask['duty'] }),
        ...(typeof ask['of'] === 'string' && { of: ask['of'] }), ...(typeof ask['from'] === 'string' && { from: ask['from'] }), ...(typeof ask['until'] === 'string' && { until: ask['until'] }),
      }, now()),
      'village-known': (ask: JsonObject) => textsIn(ask['names']).flatMap(name => {
        const row = data.find(one => one.village === ask['village'] && one.name === name)
        return row ? [{ name, value: row.value }] : start.held?.includes(name) ? [{ name, value: '123' }] : []
      }),
      beside: (ask: JsonObject) => beside(text(ask['id'])),
    }),
  }
}

export type WorkRegister = ReturnType<typeof workRegister>
