import { ancestor, parentOf } from '../../../kernel/region.ts'
import type { MatterRow, MatterView, Me } from '../../../server/wire.ts'
import { askAnew as ask, send } from '../../parts/api.ts'
import * as paths from '../../parts/paths.ts'
import { isClosed } from '../../parts/stages.ts'
import { communityOf, workPlace, workScope } from '../place.ts'
import { dropPagesBefore, heldAnswer, holdFor, most } from './answers.ts'
import { gather, type Gathered } from './gather.ts'
import { registerWorker } from '../worker/register.ts'
import { fetchKey } from './server-key.ts'
import { heard, lockOf } from './pin.ts'

/** How many matters had no room on this phone. */
export type Left = Pick<Gathered<MatterRow>, 'left' | 'more'>

/**
 * Reads one's area as one would page by page, so that it is there without a signal: by the same questions, under the same rights, entered in the same log of
 * readings. A matter that has not moved since is not read again. Answers how much had no room.
 */
export const takeAlong = async (me: Me, unsent: number, tell: (done: number, of: number) => void): Promise<Left> => {
  const lock = await lockOf()
  if (lock?.account !== me.account) return { left: 0, more: false }
  const began = Date.now()
  await fetchKey()
  const place = workPlace(me)?.code
  await holdFor(place ?? '')
  await ask(paths.me())
  await ask(paths.categories())
  await ask(paths.regionsIn(''))
  for (let code = place; code !== undefined; code = parentOf(code)) await ask(paths.regionsIn(code))
  const community = communityOf(me)
  for (const code of new Set([place, community, place === undefined ? undefined : ancestor(place, 'township')])) if (code !== undefined) await ask(paths.officesFor(code)).catch(() => undefined)
  await ask(paths.notices())
  await ask(paths.matters({ scope: workScope(me) }))
  const { rows, ...left } = await gather<MatterRow>(cursor => ask(paths.matters({ scope: workScope(me), limit: 50, ...(cursor !== undefined && { cursor }) })), row => !isClosed(row.procedure, row.stage), most - others)
  let done = 0
  for (const row of rows) {
    await readMatter(row)
    done += 1
    tell(done, rows.length)
  }
  if (community !== undefined) await households(community)
  // Said to be there only once the pages themselves are.
  if ('serviceWorker' in navigator && await registerWorker().then(() => true, () => false)) await navigator.serviceWorker.ready
  await send({ path: `/api/outbox/copies/${lock.copy}`, body: { unsent } })
  await heard()
  await dropPagesBefore(began)
  return left
}

/** Room on the shelf for what is no matter: lists, forms, places, households. */
const others = 300

const readMatter = async (row: MatterRow): Promise<void> => {
  const question = paths.matter(row.id)
  const held = (await heldAnswer(question))?.answer as MatterView | undefined
  if (held?.seq !== row.seq) await ask(question)
}

/** The roll, for whoever reads it by duty; others are refused, and hold none. */
const households = async (village: string): Promise<void> => {
  try {
    let cursor: string | undefined
    do cursor = (await ask(paths.people(village, cursor))).next
    while (cursor !== undefined)
  } catch {
    // Not theirs to read, or the signal went: the next time.
  }
}
