import { randomUUID } from 'node:crypto'
import { whyNotConfirm, whyNotPropose, type WantedPost } from '../../kernel/appoint.ts'
import { legalDay } from '../../kernel/calendar.ts'
import { system } from '../../kernel/post.ts'
import { isFinal } from '../../kernel/procedure.ts'
import { refuse, Refused } from '../../kernel/refusal.ts'
import { isObject, words, type JsonObject } from '../../kernel/words.ts'
import { actIn } from '../../store/act.ts'
import type { Tx } from '../../store/database.ts'
import { versionOf, type House, type Loader } from '../../store/house.ts'
import { standFast } from '../posts-standing.ts'
import { textIn, textsIn } from './row.ts'

type Held = Omit<WantedPost, 'office'> & { readonly post: string; readonly name: string; readonly office: string | null; readonly planned: boolean }

const heldOn = (tx: Tx, { county, old, source, at }: { readonly county: string; readonly old: readonly string[]; readonly source: string; readonly at: string }): Promise<readonly Held[]> =>
  tx.query<Held>(
    `select p.id as post, p.account, a.name, p.kind, p.office, p.region, p.clearance, m.post is not null as planned
     from post p join account a on a.id = p.account left join post_move m on m.county = $1 and m.post = p.id and m.source = $4::uuid and m.from_region = p.region and m.done is null
     where p.region = any($2::text[]) and p.ended is null and (p.until is null or p.until > $3::timestamptz) order by p.region, a.pinyin, p.id`, [county, `{${old.join(',')}}`, at, source])

/** Posts that stand, or are given for a day to come, on grids of before; and the grids of their village that stand beside them. */
export const gridPosts: Loader = async (tx, ask) => {
  const [county, source, at, old] = [textIn(ask, 'county'), textIn(ask, 'matter'), textIn(ask, 'at'), textsIn(ask, 'old')]
  if (old.length === 0) return { posts: [], beside: [] }
  const held = await heldOn(tx, { county, old, source, at })
  const beside = await tx.query<{ code: string }>(
    `select code from region where parent = left($1, 12) and not code = any($2::text[]) and until is null order by code`, [old[0] ?? '', `{${old.join(',')}}`])
  return { posts: held.map(({ office, ...one }) => ({ ...one, ...(office !== null && { office }) })), beside: beside.map(one => one.code) }
}

/** The post from which the lead last said where posts go. */
const decidedFrom = async (tx: Tx, county: string, matter: string): Promise<string> => {
  const [entry] = await tx.query<{ post: string | null }>(
    `select actor ->> 'post' as post from entry where county = $1 and matter = $2::uuid and step in ('adopt', 'place') order by seq desc limit 1`, [county, matter])
  if (!entry?.post) throw new Error(`where posts go was decided from no post in ${matter}`)
  return entry.post
}

/**
 * Takes down where posts go once another person confirmed it (Art. 20.2): both must hold their posts at this very moment, and reach as far, as when
 * a post is given. It is carried out on its day, or now where that has come. Throws `Refused`, and nothing is written.
 */
export const recordMoves = async (tx: Tx, house: House, row: JsonObject, at: Date): Promise<void> => {
  const [county, source, by, since] = [textIn(row, 'county'), textIn(row, 'source'), textIn(row, 'by'), textIn(row, 'since')]
  const moves = (Array.isArray(row['moves']) ? row['moves'] : []).filter(isObject).map(one => ({ post: textIn(one, 'post'), from: textIn(one, 'from'), to: textIn(one, 'to') }))
  const from = await decidedFrom(tx, county, source)
  const standing = await standFast(tx, [from, by], at)
  const [decider, confirmer] = [standing.get(from), standing.get(by)]
  if (!decider || !confirmer) throw new Error('both stood a moment ago')
  const held = new Map((await heldOn(tx, { county, old: [...new Set(moves.map(one => one.from))], source, at: at.toISOString() })).map(one => [one.post, one]))
  for (const move of moves) {
    const one = held.get(move.post)
    if (one?.region !== move.from) throw new Refused(refuse('posts-changed', words('原网格的岗位有变化', 'Posts of the old grids have changed'), { remedy: words('请由负责人重新确定岗位去向', 'Ask the lead to say anew where posts go') }))
    const wanted: WantedPost = { account: one.account, kind: one.kind, clearance: one.clearance, region: move.to === 'end' ? move.from : move.to, ...(one.office !== null && { office: one.office }) }
    const refused = whyNotPropose(decider, wanted) ?? whyNotConfirm(confirmer, wanted, decider.account)
    if (refused) throw new Refused(refused)
  }
  await tx.query(
    `insert into post_move (county, post, source, from_region, to_region, since, decided, confirmed)
     select $1, r.post, $2::uuid, r."from", nullif(r."to", 'end'), $3::date, $4::uuid, $5::uuid from jsonb_to_recordset($6::text::jsonb) as r(post uuid, "from" text, "to" text)
     on conflict (county, post, source) do update set to_region = excluded.to_region, decided = excluded.decided, confirmed = excluded.confirmed where post_move.done is null`,
    [county, source, since, from, by, JSON.stringify(moves)])
  if (since <= legalDay(at)) await carryOut(tx, house, { county, source }, at)
}

type Moving = { readonly post: string; readonly from: string; readonly to: string | null }

/** Moves the posts of a change whose day has come: each sees its new grid from this moment and no longer the rest. Its appointment goes along, with an entry of its own. */
export const carryOut = async (tx: Tx, house: House, { county, source }: { readonly county: string; readonly source: string }, at: Date): Promise<void> => {
  const due = await tx.query<Moving>(`select post, from_region as "from", to_region as "to" from post_move where county = $1 and source = $2::uuid and done is null order by post`, [county, source])
  for (const one of due) {
    const moved = one.to === null
      ? await tx.query(`update post set ended = $3::timestamptz, until = greatest(since, $3::timestamptz) where id = $1::uuid and region = $2 and ended is null and (until is null or until > $3::timestamptz) returning id`, [one.post, one.from, at.toISOString()])
      : await tx.query(`update post set region = $4 where id = $1::uuid and region = $2 and ended is null and (until is null or until > $3::timestamptz) returning id`, [one.post, one.from, at.toISOString(), one.to])
    if (moved.length === 0) continue
    await tx.query(`update post_move set done = $3::timestamptz where county = $1 and post = $2::uuid and source = $4::uuid`, [county, one.post, at.toISOString(), source])
    await takeAlong(tx, house, county, one, at)
  }
}

/** The appointment of a post bears its id; that of a grid worker (Art. 21.3) is the one it points to. */
const takeAlong = async (tx: Tx, house: House, county: string, { post, from, to }: Moving, at: Date): Promise<void> => {
  const matters = await tx.query<{ id: string; procedure: string; version: string; stage: string; region: string }>(
    `select id, procedure, version::text as version, stage, region from matter where county = $1 and procedure in ('appointment', 'grid-appointment')
       and (id = $2::uuid or id in (select other from link where county = $1 and matter = $2::uuid and kind = 'grid-appointment')) order by procedure`, [county, post])
  for (const matter of matters) {
    if (matter.region !== from || isFinal(versionOf(house, matter.procedure, matter.version), matter.stage)) continue
    const act = { id: randomUUID(), matter: matter.id, county }
    if (to !== null) await actIn(tx, house, system, { ...act, step: 'rezone', input: { newPlace: to } }, at)
    // Its own appointment hears of it from there.
    else if (matter.procedure === 'appointment') await actIn(tx, house, system, { ...act, step: 'gridEnded', input: {} }, at)
  }
}
