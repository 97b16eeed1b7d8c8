import { proxiesOf } from '../../kernel/voting/select.ts'
import { proxyRefusal } from '../../kernel/voting/proxy.ts'
import { trackOf, ways, type Way } from '../../kernel/voting/track.ts'
import { refuse, Refused } from '../../kernel/refusal.ts'
import { isObject, words, type JsonObject } from '../../kernel/words.ts'
import type { Law } from '../../kernel/clock.ts'
import type { Tx } from '../../store/database.ts'
import { linesOf, type RollLine } from '../rolls/unit.ts'
import { isOnePerson } from './counts.ts'
import { handIn, no, openBook, pollOf, textOf, type Poll } from './poll.ts'

type Came = { readonly number: number; readonly way: Way; readonly holder: number | null; readonly holderName: string | null; readonly written: boolean }

const cameOf = (row: JsonObject): Came => ({
  number: row['number'] as number, way: row['way'] as Way, holder: typeof row['holder'] === 'number' ? row['holder'] : null,
  holderName: textOf(row['holderName']) || null, written: row['written'] === true,
})

/**
 * Enters who came, who sent somebody and who handed in a paper, in the one book that phones sign too: `rows` as `attendanceRows` gives them. Refuses all of
 * them where one is not on the roll, is there already (naming them, and how they came), or sends somebody whom the law of that body does not let stand.
 */
export const recordAttendance = async (tx: Tx, row: JsonObject, law: Law): Promise<void> => {
  const [county, matter] = [textOf(row['county']), textOf(row['matter'])]
  const came = (Array.isArray(row['rows']) ? row['rows'].filter(isObject) as readonly JsonObject[] : []).map(cameOf)
  const proxies = came.some(one => one.way === 'proxy')
  // Who stands for how many is counted: two such lists are entered one after the other.
  const poll = await openBook(tx, matter, proxies ? 'update' : 'share')
  const lines = new Map((await linesOf(tx, county, matter)).map(line => [line.number, line]))
  const strange = came.filter(one => !lines.has(one.number)).map(one => one.number)
  if (strange.length > 0) throw no('not-on-roll', `名册上没有${numbers(strange).zh}`, `Not on the roll: ${numbers(strange).en}`, ['请核对序号', 'Check the numbers'])
  if (proxies) await judgeProxies(tx, poll, came, lines, law)
  const entered = await tx.query<{ number: number }>(
    `insert into attendance (county, matter, number, way, holder, holder_name) select $1, $2::uuid, number, way, holder, "holderName"
     from jsonb_to_recordset($3::text::jsonb) as r(number int, way text, holder int, "holderName" text) order by number on conflict do nothing returning number`, [county, matter, JSON.stringify(came)])
  await handIn(tx, poll, row['hand'])
  const fresh = new Set(entered.map(one => one.number))
  const again = came.filter((one, at) => !fresh.has(one.number) || came.findIndex(other => other.number === one.number) !== at).map(one => one.number)
  if (again.length > 0) throw new Refused(await alreadyIn(tx, county, matter, again))
}

const numbers = (list: readonly number[]) => words(list.slice(0, 50).map(n => `${n}号`).join('、'), list.slice(0, 50).join(', '))

const alreadyIn = async (tx: Tx, county: string, matter: string, list: readonly number[]) => {
  const there = await tx.query<{ number: number; way: Way }>('select number, way from attendance where county = $1 and matter = $2::uuid and number = any($3::text::int[]) order by number', [county, matter, `{${list.join(',')}}`])
  return refuse('already-took-part', words(
    `已在签到册上：${there.map(one => `${one.number}号（${ways[one.way].zh}）`).join('、')}`, `In the attendance book already: ${there.map(one => `${one.number} (${ways[one.way].en.toLowerCase()})`).join(', ')}`), {
    remedy: words('一个表决单位只能参加一次；请去掉这些序号', 'Each takes part once: leave these numbers out'),
    detail: there.map(one => ({ number: one.number, way: one.way })),
  })
}

type Sent = Pick<Came, 'number' | 'holder' | 'holderName'>

/** Who holds a proxy: a number on the roll, also where the name of one that stands there once was written; else the name, however it is spaced. */
const holderOf = ({ holder, holderName }: Sent, named: ReadonlyMap<string, readonly RollLine[]>): number | string => {
  const name = tidy(holderName ?? '')
  const [line, other] = named.get(name) ?? []
  return holder ?? (line && !other ? line.number : name)
}

const tidy = (name: string): string => name.replaceAll(/\s/g, '')

/** Proxies of one list against the law of the body, the book, and each other: who has sent somebody is not there to stand for others. */
const judgeProxies = async (tx: Tx, { county, matter, place, track, day }: Poll, came: readonly Came[], lines: ReadonlyMap<number, RollLine>, law: Law): Promise<void> => {
  const rule = proxiesOf(trackOf(track), law, day)
  const named = Map.groupBy(lines.values(), line => tidy(line.name))
  const before = await tx.query<Sent>(`select number, holder, holder_name as "holderName" from attendance where county = $1 and matter = $2::uuid and way = 'proxy'`, [county, matter])
  const sent: Sent[] = [...before]
  for (const one of came.filter(each => each.way === 'proxy')) {
    const key = holderOf(one, named)
    const holder = one.holder === null ? undefined : lines.get(one.holder)
    const said = holder?.name ?? one.holderName ?? ''
    if (key === one.number || (one.holder !== null && !holder)) throw no('proxy-refused', `${one.number}号的受托人序号不对`, `Number ${one.number}: no such person to stand for them`)
    const household = lines.get(one.number)?.household ?? null
    const sameHousehold = household !== null && (holder ? holder.household === household : await livesIn(tx, county, place, household, said))
    const refused = proxyRefusal(rule, { number: one.number, holder: said, sameHousehold, written: one.written, already: sent.filter(other => holderOf(other, named) === key).length })
    if (refused) throw new Refused(refused)
    sent.push(one)
    const twiceRemoved = sent.find(other => other.number === key || holderOf(other, named) === one.number)
    if (twiceRemoved) throw passedOn(twiceRemoved.number === key ? [twiceRemoved.number, one.number] : [one.number, twiceRemoved.number])
  }
}

const passedOn = ([away, giver]: readonly [away: number, giver: number]): Refused =>
  no('proxy-refused', `${away}号自己已委托他人，不能再代理${giver}号`, `Number ${away} has sent somebody and can’t stand for number ${giver}`, ['请改由到会的人代理，或者先撤去误登的委托', 'Let somebody who is here stand for them, or take back the proxy entered by mistake'])

const livesIn = async (tx: Tx, county: string, place: string, household: string, name: string): Promise<boolean> =>
  (await tx.query('select from person p join household h on h.county = p.county and h.id = p.household where p.county = $1 and p.village = left($2, 12) and h.code = $3 and p.name = $4 limit 1', [county, place, household, name])).length > 0

/** Takes back an entry of the sign-in table that was a slip; a vote that was cast stays. */
export const strikeAttendance = async (tx: Tx, row: JsonObject): Promise<void> => {
  const [county, matter, number] = [textOf(row['county']), textOf(row['matter']), row['number'] as number]
  await handIn(tx, await openBook(tx, matter, 'update'), row['hand'])
  const gone = await tx.query(
    `delete from attendance a where county = $1 and matter = $2::uuid and number = $3::int and way <> 'phone'
       and not exists (select from named_ballot b where b.county = a.county and b.matter = a.matter and b.number = a.number) returning number`, [county, matter, number])
  if (gone.length === 0) throw no('not-in-book', `签到册上没有可以撤去的${number}号`, `There is no entry of number ${number} to take back`, ['手机投票和已录入的记名票不能撤去', 'A vote cast by phone or by name can’t be taken back'])
}

/** One of the counters holds the book against its signed pages: `{ account }`. Whoever wrote in it does not. */
export const checkBook = async (tx: Tx, row: JsonObject): Promise<void> => {
  const [county, matter, account] = [textOf(row['county']), textOf(row['matter']), textOf(row['account'])]
  const poll = await pollOf(tx, matter, 'update')
  if (!poll?.closed) throw no('voting-on', '表决还没有结束', 'Voting has not ended')
  const counted = await tx.query('select from count_sheet where county = $1 and matter = $2::uuid and counter = $3::uuid limit 1', [county, matter, account])
  if (counted.length === 0) throw no('not-a-counter', '签到册由录入计票单的人核对', 'One of those who counted checks the book', ['请先录入计票单', 'Enter your count first'])
  const hands = await tx.query<{ account: string }>('select account from book_hand where county = $1 and matter = $2::uuid', [county, matter])
  for (const hand of hands) if (await isOnePerson(tx, hand.account, account)) throw no('same-hand', '登记到会的人不能自己核对', 'Whoever entered the book does not check it', ['请另一名计票人核对', 'Leave it to the other counter'])
  await tx.query('update poll set checked = $3::uuid where county = $1 and matter = $2::uuid', [county, matter, account])
}
