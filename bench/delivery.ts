import { randomUUID } from 'node:crypto'
import type { Actor } from '../kernel/post.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { makeHouse } from '../server/assemble.ts'
import { act } from '../store/act.ts'
import { keysFrom } from '../store/seal.ts'
import { asAdmin } from './parts/admin.ts'
import { baseName, ensureBase, openAt } from './parts/base.ts'
import type { Bench } from './parts/bench.ts'
import { machine } from './parts/machine.ts'
import { table } from './parts/markdown.ts'
import type { Options } from './parts/options.ts'
import { keep } from './parts/results.ts'
import { say } from './parts/say.ts'
import { median, ms, ratio } from './parts/stats.ts'
import { secret } from './parts/world.ts'

/** Turns taken between the ways, so that what drifts on the machine drifts for all. */
const turns = 9

type Way = { readonly name: string; readonly before: readonly string[] }

const run = async (options: Options): Promise<void> => {
  const matters = options.whole('matters')
  const repeat = options.whole('repeat')
  const name = baseName(matters)
  const made = await ensureBase(matters, { rebuild: options.on('rebuild'), asIs: options.on('as-is') })
  const [village, resident, dispatcher] = await asAdmin(name, async client => {
    const [home] = (await client.query<{ account: string; region: string }>('select id as account, home as region from account where length(home) = 12 and not exists (select from post where post.account = account.id) order by id limit 1')).rows
    const [post] = (await client.query<{ account: string; office: string; region: string }>(`select account, office, region from post where kind = 'dispatcher' and region = left($1, 9) limit 1`, [home?.region])).rows
    if (!home || !post) throw new Error('the database holds no resident with a dispatcher')
    return [home.region, { account: home.account, kind: 'resident', region: home.region, clearance: 'public' } satisfies Actor, post] as const
  })
  const [on, off] = ['enable', 'disable'].map(how => `alter table entry ${how} trigger entry_deliver; alter table notice ${how} trigger notice_deliver`)
  const listening = `insert into webhook (id, account, program, region, office, url, turned, made) values (gen_random_uuid(), '${dispatcher.account}', gen_random_uuid(), '${dispatcher.region}', '${dispatcher.office}', 'https://example.invalid/', now(), now())`
  const ways: readonly Way[] = [
    { name: 'without the triggers', before: ['delete from webhook', off ?? ''] }, { name: 'with them, nobody listening', before: ['delete from webhook', on ?? ''] },
    { name: 'with a program that listens to the place', before: ['delete from webhook', on ?? '', listening] },
  ]
  const database = openAt(name, 1)
  const times = new Map<string, number[]>(ways.map(way => [way.name, []]))
  try {
    const { house } = await makeHouse(database, keysFrom(secret))
    for (let turn = 0; turn < turns; turn += 1) {
      for (const way of ways) {
        await asAdmin(name, async client => { for (const text of way.before) await client.query(text) })
        const taken: number[] = []
        for (let i = 0; i < repeat; i += 1) {
          const began = performance.now()
          const receipt = await act(house, resident, { id: randomUUID(), procedure: 'request', step: 'report', input: { text: '村口路灯不亮，晚上看不见路', place: village } })
          taken.push(performance.now() - began)
          if (isRefusal(receipt)) throw new Error(receipt.why.en)
        }
        times.get(way.name)?.push(median(taken))
      }
    }
  } finally {
    await asAdmin(name, async client => { for (const text of ['delete from webhook', 'delete from delivery', on ?? '']) await client.query(text) })
    await database.close()
  }
  const figures = ways.map(way => [way.name, median(times.get(way.name) ?? [])] as const)
  for (const [way, figure] of figures) say(`${way}: ${figure.toFixed(2)} ms`)
  const least = figures[0]?.[1] ?? 1
  await keep('delivery.md', [
    '# What it costs a step that others may be told of it',
    await machine(),
    `Database ${made}. Milliseconds of the step \`report\` (an entry and a notice to an office) through one session; ${turns} turns of ${repeat} steps each, taken in alternation, median of the turns’ medians.`,
    table(['the step', 'ms', 'ratio'], figures.map(([way, figure]) => [way, ms(figure), ratio(figure / least)])),
  ].join('\n\n'))
}

export const delivery: Bench = {
  about: 'a step with and without the triggers that put what is to be sent out on the queue',
  options: {
    matters: { preset: '10000', about: 'how many matters: the database of `queue` is used, or made' },
    rebuild: { preset: 'off', about: 'make the database anew' },
    'as-is': { preset: 'off', about: 'measure a database made by an older version as it stands' },
    repeat: { preset: '100', about: 'steps in each turn' },
  },
  run,
}
