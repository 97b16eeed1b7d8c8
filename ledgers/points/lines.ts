import { refuse, Refused } from '../../kernel/refusal.ts'
import { words, type JsonObject } from '../../kernel/words.ts'
import type { House, Recorder } from '../../store/house.ts'
import type { Tx } from '../../store/database.ts'
import { pointsLineIds, type SaidLine } from '../../store/points-line-id.ts'
import { stableId } from '../../store/stable-id.ts'
import { balanceOf, balances, resolve, transfer, type Move } from '../ledger.ts'
import { places } from './places.ts'

const text = (row: JsonObject, name: string): string => { const value = row[name]; return typeof value === 'string' ? value : '' }
const whole = (row: JsonObject, name: string): number => Number(row[name])
const listIn = (row: JsonObject, name: string): readonly JsonObject[] => (Array.isArray(row[name]) ? row[name].filter((one): one is JsonObject => typeof one === 'object' && one !== null && !Array.isArray(one)) : [])

type Kind = 'award' | 'opening' | 'deduction'

/** Lines and their transfers, pending until they were shown to the village. A deduction is spoken for from the moment it is decided. */
const enter = async (tx: Tx, house: House, row: JsonObject, kind: Kind, lines: readonly SaidLine[], at: Date): Promise<void> => {
  const [county, village, matter] = [text(row, 'county'), text(row, 'village'), text(row, 'matter')]
  const place = places(village)
  const scorer = text(row, 'scorer') || null
  const ids = pointsLineIds({ matter, kind, scorer }, lines)
  const given = lines.map((line, n) => ({ ...line, id: ids[n] ?? '' }))
  await transfer(tx, house.keys, given.map(({ id, household, points }): Move => ({
    id, county, amount: points, pending: true, matter, at, ...(kind === 'deduction' ? { from: place.household(household), to: place.issued } : { from: place.issued, to: place.household(household) }),
  })))
  await tx.query(
    `insert into points_line (county, id, village, household, kind, item, what, points, day, scheme, evidence, matter, scorer, at)
     select $1, id, $2, household, $3, item, what, points, day, scheme, evidence, $4::uuid, $5::uuid, $6::timestamptz
     from jsonb_to_recordset($7::text::jsonb) as r(id uuid, household text, item text, what text, points bigint, day date, scheme uuid, evidence text)`,
    [county, village, kind, matter, scorer, at.toISOString(), JSON.stringify(given)])
}

const lineOf = (row: JsonObject): SaidLine => ({ household: text(row, 'household'), item: text(row, 'item'), what: text(row, 'what'), points: whole(row, 'points'), day: text(row, 'day'), scheme: text(row, 'scheme'), evidence: text(row, 'evidence') })

/** What a household owes is settled out of what it now has, as far as that goes. */
const settleOwed = async (tx: Tx, house: House, { county, village, matter, at, households }: { readonly county: string; readonly village: string; readonly matter: string; readonly at: Date; readonly households: readonly string[] }): Promise<void> => {
  const of = { county, ledger: 'points' as const, region: village, owners: households }
  const owed = await balances(tx, { ...of, kind: 'receivable' })
  if ([...owed.values()].every(one => one.posted === 0)) return
  const has = await balances(tx, { ...of, kind: 'household' })
  const place = places(village)
  await transfer(tx, house.keys, [...owed].flatMap(([household, { posted }]): readonly Move[] => {
    const amount = Math.min(-posted, has.get(household)?.free ?? 0)
    return amount > 0 ? [{ county, from: place.household(household), to: place.receivable(household), amount, matter, at }] : []
  }))
}

type Standing = { readonly id: string; readonly household: string; readonly kind: Kind; readonly points: string; readonly state: string; readonly held: string | null; readonly ended: boolean }

const find = async (tx: Tx, county: string, posting: string, line: number): Promise<Standing> => {
  const [row] = await tx.query<Standing>(
    `select l.id, l.household, l.kind, l.points::text as points, l.state, l.held, coalesce(m.stage = 'settled', false) as ended
     from points_line l left join matter m on m.county = l.county and m.id = l.posting where l.county = $1 and l.posting = $2::uuid and l.line = $3::int for update of l`, [county, posting, line])
  if (!row) throw new Refused(refuse('no-line', words('公示中没有这一条', 'The posting has no such line')))
  return row
}

type Ending = { readonly county: string; readonly village: string; readonly matter: string; readonly at: Date }

const post = async (tx: Tx, house: House, { county, village, matter, at }: Ending, lines: readonly Pick<Standing, 'id' | 'household'>[]): Promise<void> => {
  if (lines.length === 0) return
  await resolve(tx, house.keys, { county, ids: lines.map(one => one.id), as: 'post', matter, at })
  await tx.query(`update points_line set state = 'posted' where county = $1 and id = any($2::uuid[])`, [county, `{${lines.map(one => one.id).join(',')}}`])
  await settleOwed(tx, house, { county, village, matter, at, households: [...new Set(lines.map(one => one.household))] })
}

/** A deduction that is struck frees what was spoken for: what is owed goes first. */
const strike = async (tx: Tx, house: House, { county, village, matter, at }: Ending, lines: readonly Pick<Standing, 'id' | 'household'>[], reason: string): Promise<void> => {
  if (lines.length === 0) return
  const ids = lines.map(one => one.id)
  await resolve(tx, house.keys, { county, ids, as: 'void', reason, matter, at })
  await tx.query(`update points_line set state = 'void' where county = $1 and id = any($2::uuid[])`, [county, `{${ids.join(',')}}`])
  await settleOwed(tx, house, { county, village, matter, at, households: [...new Set(lines.map(one => one.household))] })
}

/** What steps hand to the ledger of points. */
export const lineRecorders = (of: () => House): { readonly [name: string]: Recorder } => ({
  'points-award': (tx, row, at) => enter(tx, of(), row, 'award', listIn(row, 'lines').map(lineOf), at),
  'points-deduction': (tx, row, at) => enter(tx, of(), row, 'deduction', [lineOf(row)], at),
  'points-opening': (tx, row, at) => enter(tx, of(), row, 'opening', listIn(row, 'lines').map(line => ({ ...lineOf(line), item: '-', what: '期初余额', day: text(row, 'day'), scheme: text(row, 'scheme'), evidence: text(row, 'title') })), at),

  'points-void': async (tx, row, at) => {
    const lines = await tx.query<Pick<Standing, 'id' | 'household'>>(`select id, household from points_line where county = $1 and matter = $2::uuid and state = 'pending' and posting is null for update`, [row['county'], row['matter']])
    await strike(tx, of(), { county: text(row, 'county'), village: text(row, 'village'), matter: text(row, 'matter'), at }, lines, text(row, 'reason'))
  },

  // By household and day, so that each finds its own together; numbered from 1. Those alone of the matters that are told so: what was given meanwhile waits for the next. Lines that were moved back are shown as that.
  'points-shown': async (tx, row) => {
    await tx.query(
      `update points_line l set posting = $3::uuid, line = n.line from (
         select id, row_number() over (order by household, day, what, id)::int as line from points_line
           where county = $1 and village = $2 and state = 'pending' and posting is null and matter in (select jsonb_array_elements_text($4::text::jsonb)::uuid)) n
       where l.county = $1 and l.id = n.id`, [row['county'], row['village'], row['posting'], JSON.stringify(row['matters'] ?? [])])
    await tx.query(
      'update points_line set reversed_in = $3::uuid where county = $1 and village = $2 and reversed_in is null and reversed_by in (select jsonb_array_elements_text($4::text::jsonb)::uuid)',
      [row['county'], row['village'], row['posting'], JSON.stringify(row['corrections'] ?? [])])
  },

  'points-posted': async (tx, row, at) => {
    const lines = await tx.query<Pick<Standing, 'id' | 'household'>>(
      `select id, household from points_line where county = $1 and posting = $2::uuid and state = 'pending' and held is null order by line for update`, [row['county'], row['posting']])
    await post(tx, of(), { county: text(row, 'county'), village: text(row, 'village'), matter: text(row, 'posting'), at }, lines)
  },

  'points-held': async (tx, row) => {
    const { id, state, held } = await find(tx, text(row, 'county'), text(row, 'posting'), whole(row, 'line'))
    if (state !== 'pending') throw new Refused(refuse('window-closed', words('公示期已满，该条已经入账或撤销', 'The time for objections is over; the line was posted or struck')))
    if (held !== null) throw new Refused(refuse('held-already', words('该条已有人提出异议，正在处理', 'An objection to this line is being decided already')))
    await tx.query('update points_line set held = $3::uuid where county = $1 and id = $2::uuid', [row['county'], id, row['matter']])
  },

  // A line that stands goes on with its posting; where that was posted meanwhile, it is posted now.
  'points-ruled': async (tx, row, at) => {
    const ending: Ending = { county: text(row, 'county'), village: text(row, 'village'), matter: text(row, 'matter'), at }
    const found = await find(tx, ending.county, text(row, 'posting'), whole(row, 'line'))
    if (found.state !== 'pending') return
    await tx.query('update points_line set held = null where county = $1 and id = $2::uuid', [ending.county, found.id])
    if (text(row, 'outcome') === 'strikes') await strike(tx, of(), ending, [found], text(row, 'reason'))
    else if (found.ended) await post(tx, of(), ending, [found])
  },

  // What the household spent already can’t be taken from it: it is owed.
  'points-reversed': async (tx, row, at) => {
    const [county, village, matter, reason] = [text(row, 'county'), text(row, 'village'), text(row, 'matter'), text(row, 'reason')]
    const { id, household, kind, points, state } = await find(tx, county, text(row, 'posting'), whole(row, 'line'))
    if (state !== 'posted') throw new Refused(refuse('not-posted', words('该条没有入账，或者已经冲正', 'The line was never posted, or was moved back already')))
    const place = places(village)
    const amount = Number(points)
    const base = { county, matter, at }
    if (kind === 'deduction') {
      await transfer(tx, of().keys, [{ ...base, from: place.issued, to: place.household(household), amount, reverses: id, reason }])
      await settleOwed(tx, of(), { ...base, village, households: [household] })
    } else {
      // Its account is locked first, so that nothing is spent between looking and taking.
      await tx.query(`select app_lock_ledger($1, 'points', $2, 'household', $3)`, [county, village, household])
      const { free } = await balanceOf(tx, county, place.household(household))
      const back = Math.min(free, amount)
      await transfer(tx, of().keys, [
        ...(back > 0 ? [{ ...base, from: place.household(household), to: place.issued, amount: back, reverses: id, reason }] : []),
        ...(amount > back ? [{ ...base, from: place.receivable(household), to: place.issued, amount: amount - back, reverses: id, reason }] : []),
      ])
    }
    await tx.query(`update points_line set state = 'reversed', reversed_by = $3::uuid where county = $1 and id = $2::uuid`, [county, id, matter])
  },

  // Whatever is free as it is done; what is owed goes with who joined. What stays with the code, stays.
  'points-carry': async (tx, row, at) => {
    const [county, village, matter, household, successor] = [text(row, 'county'), text(row, 'village'), text(row, 'matter'), text(row, 'household'), text(row, 'successor')]
    const place = places(village)
    await tx.query(`select app_lock_ledger($1, 'points', $2, 'household', $3)`, [county, village, household])
    const [has, owes] = [await balanceOf(tx, county, place.household(household)), await balanceOf(tx, county, place.receivable(household))]
    const base = { county, from: place.household(household), matter, at, reason: '积分结转' }
    const all = (to: Move['to']): readonly Move[] => (has.free > 0 ? [{ ...base, to, amount: has.free }] : [])
    const moves: readonly Move[] = text(row, 'way') === 'split' ? listIn(row, 'shares').map(one => ({ ...base, to: place.household(text(one, 'household')), amount: whole(one, 'points') }))
      : text(row, 'way') === 'close' ? all(place.issued)
        : [...all(place.household(successor)), ...(owes.posted < 0 ? [{ ...base, from: place.receivable(successor), to: place.receivable(household), amount: -owes.posted }] : [])]
    await transfer(tx, of().keys, moves)
    const gained = text(row, 'way') === 'split' ? listIn(row, 'shares').map(one => text(one, 'household')) : text(row, 'way') === 'join' ? [successor] : []
    if (gained.length > 0) await settleOwed(tx, of(), { county, village, matter, at, households: gained })
  },

  redemption: async (tx, row, at) => {
    const [county, village, matter] = [text(row, 'county'), text(row, 'village'), text(row, 'matter')]
    const place = places(village)
    await transfer(tx, of().keys, [
      { id: stableId('redemption', matter, 'points'), county, from: place.household(text(row, 'household')), to: place.redeemed, amount: whole(row, 'points'), pending: true, matter, at },
      { id: stableId('redemption', matter, 'goods'), county, from: place.shelf(text(row, 'reward')), to: place.handed, amount: whole(row, 'pieces'), pending: true, matter, at },
    ]).catch(outOfStock)
  },
  'redemption-end': async (tx, row, at) => {
    const [county, village, matter, household, as] = [text(row, 'county'), text(row, 'village'), text(row, 'matter'), text(row, 'household'), text(row, 'as') === 'post' ? 'post' : 'void'] as const
    await resolve(tx, of().keys, { county, ids: [stableId('redemption', matter, 'points'), stableId('redemption', matter, 'goods')], as, matter, at, reason: text(row, 'reason') || null })
    // Points that are free again go first against what is owed.
    if (as === 'void') await settleOwed(tx, of(), { county, village, matter, at, households: [household] })
  },
  'reward-stock': async (tx, row, at) => {
    const [county, village, matter] = [text(row, 'county'), text(row, 'village'), text(row, 'matter')]
    const place = places(village)
    await transfer(tx, of().keys, listIn(row, 'goods').map((one): Move => ({
      county, amount: whole(one, 'pieces'), matter, at, ...(text(row, 'way') === 'in' ? { from: place.supplied, to: place.shelf(text(one, 'reward')) } : { from: place.shelf(text(one, 'reward')), to: place.lost }),
    })))
  },
})

/** Two asked for the last of it at the same moment: which floor it was is for them to see. */
const outOfStock = (error: unknown): never => {
  if (error instanceof Refused && error.refusal.code === 'below-zero') {
    throw new Refused(refuse('out-of-stock', words('物品或积分刚刚被用掉', 'Stock or points were spoken for just now'), { remedy: words('请刷新后按现有数量办理', 'Look again, and go by what is there now') }))
  }
  throw error
}
