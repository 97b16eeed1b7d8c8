import type { Actor } from '../../../kernel/post.ts'
import type { JsonObject } from '../../../kernel/words.ts'
import { inventName } from '../names.ts'
import type { Random } from '../random.ts'
import type { Cast } from './cast.ts'
import type { Course } from './course.ts'
import type { Telling } from './telling.ts'

/** 154 is assigned to no operator: an invented number rings nowhere. */
const inventPhone = (random: Random): string => `154${String(random.whole(0, 99_999_999)).padStart(8, '0')}`

/** Who reports; where nobody of that kind is there, the grid worker does. */
export const reporterFor = (random: Random, cast: Cast, by: Course['by'], village: string): Actor | undefined => {
  const worker = cast.gridWorker(village)
  switch (by) {
    case 'resident': {
      const [first, ...others] = cast.residents(village)
      // The first of a village is the one-click resident where there is one, who should find a list of their own.
      return first === undefined ? worker : random.chance(0.3) || others.length === 0 ? first : random.pick(others)
    }
    case 'gridWorker': return worker
    case 'committee': return cast.committee(village) ?? worker
    case 'hotline': return firstOf(random, cast.inOffice(`${village.slice(0, 4)}/hotline`, 'hotline')) ?? worker
  }
}

const firstOf = (random: Random, list: readonly Actor[]): Actor | undefined => (list.length === 0 ? undefined : random.pick(list))

/** What is given when a request is reported. A caller's name and number are taken down; a resident gives them or not. */
export const reportInput = (random: Random, cast: Cast, reporter: Actor, course: Course, telling: Telling, village: string): JsonObject => {
  const anonymous = course.anonymous && reporter.kind === 'resident'
  const caller = reporter.kind === 'hotline' ? inventName(random) : undefined
  const name = caller ?? (reporter.kind === 'resident' && (anonymous || random.chance(0.6)) ? cast.account(reporter.account)?.name : undefined)
  return {
    text: telling.text, place: village, spot: telling.spot, ...(course.given && { category: telling.category }),
    ...(anonymous && { anonymous: true }), ...(name !== undefined && { contactName: name, contactPhone: inventPhone(random) }),
  }
}
