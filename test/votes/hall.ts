import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test, type TestContext } from 'node:test'
import { figure } from '../../regulation/rules.ts'
import { isRefusal, Refused, type Refusal } from '../../kernel/refusal.ts'
import { system } from '../../kernel/post.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { sealBallot } from '../../kernel/voting/envelope.ts'
import type { Choice } from '../../kernel/voting/track.ts'
import { cast, type Cast, type CastReceipt } from '../../registers/ballots/cast.ts'
import type { House } from '../../store/house.ts'
import { openTestDatabase, type TestDatabase } from '../helpers/database.ts'
import { live } from '../helpers/live.ts'
import { instant } from '../helpers/play.ts'
import { fillWorld, houseOver, idOf, people } from '../helpers/world.ts'


// A village of ten households, whose votes the parts of this suite bring as far as they need.

export let database: TestDatabase
export let house: House
export const county = '630202'
export const village = '630202101201'
export const now = instant('2026-06-08 10:00')
export const until = '2026-06-20T10:00:00.000Z'

/** Ten households of three, each person with an account of their own; of the third the decade does not tell whether they are eighteen. */
export const homes = Array.from({ length: 10 }, (_, at) => ({ code: `${village}-${String(at + 1).padStart(4, '0')}`, id: idOf(`home ${at}`), people: [`王家${at}甲`, `王家${at}乙`, `王家${at}丙`] }))

before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
  await database.scoped(system, async tx => {
    for (const { code, id, people: names } of homes) {
      await tx.query(`insert into household (county, id, code, village, team, address, since) values ($1, $2::uuid, $3, $4, '一社', $5, '2023-02-01')`, [county, id, code, village, `一社${code.slice(-2)}号`])
      for (const [at, name] of names.entries()) {
        await tx.query('insert into person (county, id, village, household, name, pinyin, born_decade, head) values ($1, $2::uuid, $3, $4::uuid, $5, $5, $6, $7::boolean)', [county, idOf(`person ${name}`), village, id, name, [1970, 1980, 2000][at], at === 0])
        await tx.query('insert into account (id, name, pinyin, home, person, created) values ($1::uuid, $2, $2, $3, $4::uuid, now())', [idOf(name), name, village, idOf(`person ${name}`)])
      }
    }
  })
})
after(() => database.close())

/** A matter to hang a vote on: which procedure it is of does not matter to the registers. */
export const aMatter = async (): Promise<string> => live(house).opens('resident', { text: '村内道路是否硬化，请大家商议', place: village })

export const hand = async (register: string, row: JsonObject, at = now): Promise<Refusal | undefined> => {
  try {
    await database.scoped(system, async tx => house.recorders[register]?.(tx, { county, ...row }, at) ?? assert.fail(register))
    return undefined
  } catch (error) {
    return error instanceof Refused ? error.refusal : assert.fail(error as Error)
  }
}
export const done = async (register: string, row: JsonObject, at = now): Promise<void> => { const no = await hand(register, row, at); if (no) assert.fail(`${register}: ${no.why.en}`) }
export const ask = async <T>(loader: string, matter: string): Promise<T> => await database.scoped(system, async tx => house.loaders[loader]?.(tx, { county, matter }) ?? assert.fail(loader)) as T
export const code = (answer: CastReceipt | Refusal | undefined): string => (answer === undefined ? 'done' : isRefusal(answer) ? answer.code : 'done')
export const voted = (vote: Cast, at = now): Promise<CastReceipt | Refusal> => cast(database, vote, at)
export const taken = (answer: CastReceipt | Refusal): CastReceipt => (isRefusal(answer) ? assert.fail(answer.why.en) : answer)

export const paper = (count: number, more: (at: number) => object = () => ({})): JsonObject =>
  ({ kind: 'adult', from: 'paper', place: village, units: Array.from({ length: count }, (_, at) => ({ number: at + 1, name: `李${at + 1}号`, ...more(at + 1) })) })

/** The law as it stands, with online voting confirmed for the assembly: it ships switched off. */
export const houseOnline = (): void => {
  const confirmed = { name: 'village-assembly.online', unit: 'yesNo', value: true, from: '2026-01-01', kind: 'local', source: { zh: '司法行政部门确认', en: 'confirmed by the justice office' }, checked: '2026-01-01', confirmed: true } as const
  Object.assign(house, { law: { ...house.law, figure: (name: Parameters<typeof figure>[0], on: string) => figure(name, on, [confirmed]) } })
}

/** A roll of the register's households, frozen, and a vote over it. */
export const anAssembly = async (more: JsonObject = {}, roll: JsonObject = { kind: 'household', from: 'register', place: village }): Promise<string> => {
  houseOnline()
  const matter = await aMatter()
  await done('roll', { matter, ...roll })
  await done('roll-freeze', { matter })
  await done('poll-open', { matter, question: '是否硬化村内道路', track: 'assembly', manner: 'secret', online: true, day: '2026-06-08', until, ...more })
  return matter
}

export const keyOf = async (matter: string): Promise<Uint8Array<ArrayBuffer>> => {
  const [row] = await database.scoped(system, tx => tx.query<{ key: Uint8Array }>('select key from poll where matter = $1::uuid', [matter]))
  return new Uint8Array(row?.key ?? assert.fail('no key'))
}
export const ballot = async (matter: string, choice: Choice): Promise<Uint8Array<ArrayBuffer>> => sealBallot(await keyOf(matter), matter, choice)
export const accountOf = (number: number, which: 0 | 1 | 2 = 0): string => idOf(homes[number - 1]?.people[which] ?? assert.fail())
export const castBy = async (matter: string, number: number, choice: Choice, which: 0 | 1 | 2 = 0) => voted({ account: accountOf(number, which), matter, number, envelope: await ballot(matter, choice) })

export const sheetOf = (matter: string, who: 'committee' | 'gridWorker' | 'westCommittee', more: JsonObject): JsonObject => ({ matter, place: '会场', counter: people[who].account, file: randomUUID(), ...more })

/** Who counted holds the attendance book against its pages. */
export const bookChecked = (matter: string, who: 'committee' | 'gridWorker' = 'gridWorker'): Promise<void> => done('book-check', { matter, account: people[who].account })

export type RawRow = { readonly xmin: string; readonly ctid: string; readonly row: JsonObject }

export const raw = (table: string, matter: string): Promise<readonly RawRow[]> =>
  database.owner(tx => tx.query<RawRow>(`select t.xmin::text as xmin, t.ctid::text as ctid, to_jsonb(t) as row from ${table} t where matter = '${matter}' order by t.ctid`))

/** A race needs two connections; PGlite has one. */
export const race = (name: string, run: () => Promise<void>): void => {
  test(name, async (t: TestContext) => {
    if (database.kind === 'pglite') t.skip('PGlite is one connection: nothing can meet in it')
    else await run()
  })
}
