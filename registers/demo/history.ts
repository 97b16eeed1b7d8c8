import { holidayYears } from '../../regulation/holidays.ts'
import { figure } from '../../regulation/rules.ts'
import { legalDay, makeCalendar, type Calendar } from '../../kernel/calendar.ts'
import type { Period } from '../../kernel/period.ts'
import { ancestor, isWithin } from '../../kernel/region.ts'
import type { Life } from '../../store/bulk.ts'
import type { DemoCity } from './city.ts'
import { alwaysFirst, castOf, type Cast } from './history/cast.ts'
import { drawCourse, type Course } from './history/course.ts'
import { live } from './history/life.ts'
import { reporterFor } from './history/opening.ts'
import { paceOf } from './history/pace.ts'
import { scribeOf } from './history/scribe.ts'
import type { Tale } from './history/tale.ts'
import { plainCourse, staged, type Staged } from './history/staged.ts'
import { retell, tell, type Telling } from './history/telling.ts'
import { inventGrids, spotIn } from './grids.ts'
import { randomFor, type Random } from './random.ts'

/** A life to load. With `joins`, it was joined to another that is still being handled: load that one first, in a call before. */
export type PlannedLife = Life & { readonly joins?: string }

export type HistoryWish = {
  readonly seed: number
  readonly now: Date
  readonly count: number
  readonly city: DemoCity
  /** Working days; those of the published years by default. It must be the calendar the lives are decided under. */
  readonly calendar?: Calendar
}

const days = 90
const day = 86_400_000

type World = HistoryWish & { readonly calendar: Calendar; readonly cast: Cast; readonly villages: readonly (readonly [code: string, weight: number])[] }

const periodOf = (name: 'request.verify' | 'request.handle', on: Date): Period => {
  const { value: amount, unit } = figure(name, legalDay(on))
  return { amount, unit }
}

/** The focus village and its town see more, so that each one-click person finds work. */
const weigh = ({ focus, regions }: DemoCity): readonly (readonly [string, number])[] => {
  const villages = regions.filter(region => region.code.length === 12).map(region => region.code)
  const inTown = villages.filter(village => isWithin(village, focus.township)).length
  const elsewhere = villages.length - inTown || 1
  return villages.map(village => [village, village === focus.village ? 5 : isWithin(village, focus.township) ? 25 / inTown : 70 / elsewhere])
}

/** More of what is recent: a queue is made of the last days. */
const openedAt = (random: Random, { now, calendar }: World): Date => {
  const past = now.getTime() - random.next() ** 1.4 * days * day
  const at = paceOf(calendar, random).home(new Date(past - 3_600_000), 0, 1)
  return at > now ? new Date(now.getTime() - random.whole(1, 50) * 60_000) : at
}

const place = (world: World, village: string): { readonly name: string; readonly kind: 'residents' | 'village' | 'zone' } => {
  const region = world.city.directory.region(village)
  if (region?.kind !== 'residents' && region?.kind !== 'village' && region?.kind !== 'zone') throw new Error(`no village ${village}`)
  return { name: region.name, kind: region.kind }
}

const taleOf = (world: World, random: Random, village: string, telling: Telling, course: Course, opened: Date): Tale => {
  const { cast, city, calendar, now } = world
  const reporter = reporterFor(random, cast, course.by, village)
  if (reporter === undefined) throw new Error(`nobody to report in ${village}`)
  const limit = city.directory.category(telling.category)?.limit?.period ?? periodOf('request.handle', opened)
  return { random, pace: paceOf(calendar, random), cast, directory: city.directory, village, telling, course, reporter, scribe: scribeOf(opened, now), limit, verifying: periodOf('request.verify', opened) }
}

/** What lay forgotten for months would be a scandal, not a demo: it was handled late. */
const recentEnough = (course: Course, opened: Date, now: Date): Course =>
  course.turn === 'forgotten' && now.getTime() - opened.getTime() > 30 * day ? { ...course, turn: 'plain', pace: 'late' } : course

const handledNow: ReadonlySet<string> = new Set(['accept', 'note', 'assign', 'coHandle', 'answerOrder'])

/** Another resident reports the same within days, and the dispatcher joins it to the one being handled. */
const follow = (world: World, random: Random, main: Life, tale: Tale): PlannedLife | undefined => {
  const dispatched = main.acts.find(act => act.step === 'dispatch')?.at
  const neighbours = world.cast.residents(tale.village).filter(one => one.account !== tale.reporter.account)
  if (dispatched === undefined || neighbours.length === 0) return undefined
  const opened = tale.pace.home(dispatched, 0.5, 50)
  const scribe = scribeOf(opened, world.now)
  const { category, spot } = tale.telling
  scribe.take(opened, 'report', random.pick(neighbours), { text: retell(random, tale.telling), place: tale.village, category, spot })
  const dispatcher = world.cast.dispatcher(random, ancestor(tale.village, 'township') ?? '')
  return scribe.take(tale.pace.office(scribe.at, 0.2, 3), 'join', dispatcher, { main: main.id }) ? { id: random.uuid(), procedure: 'request', acts: scribe.acts, joins: main.id } : undefined
}

/** How far back the search for a staged life's beginning goes, and in which steps, hours. */
const [furthest, stride] = [24 * 21, 2]

/** The latest beginning from which the life has come to its step by now: the work it leaves to do is fresh. */
const stage = (world: World, first: Cast, { category, course, until, before }: Staged, i: number): PlannedLife | undefined => {
  const { now, seed, city: { focus } } = world
  const { name, kind } = place(world, focus.village)
  for (let hours = stride; hours < furthest; hours += stride) {
    const random = randomFor(seed, 'staged', i)
    const opened = paceOf(world.calendar, random).home(new Date(now.getTime() - hours * 3_600_000), 0, 0.5)
    const tale = taleOf({ ...world, cast: first }, random, focus.village, tell(random, name, kind, category), { ...plainCourse, ...course }, opened)
    live(tale, opened)
    const at = tale.scribe.acts.findIndex(act => act.step === (until ?? before))
    if (at !== -1) return { id: random.uuid(), procedure: 'request', acts: tale.scribe.acts.slice(0, until === undefined ? at : at + 1) }
  }
  return undefined
}

/** Most reports come with a point, as phones give it: somewhere in the schematic area of their village. */
const locating = (city: DemoCity): ((life: PlannedLife) => PlannedLife) => {
  const shapes = new Map(inventGrids(city).shapes.map(one => [one.code, one.shape]))
  return life => {
    const [first, ...others] = life.acts
    const random = randomFor(city.seed, 'point', life.id)
    const shape = shapes.get(typeof first?.input['place'] === 'string' ? first.input['place'] : '')
    if (!first || !shape || !random.chance(0.7)) return life
    const [lon, lat] = spotIn(random, shape)
    return { ...life, acts: [{ ...first, input: { ...first.input, point: { lon, lat, datum: 'wgs84', metres: random.whole(5, 40) } } }, ...others] }
  }
}

/**
 * Plans the last ninety days of an invented city: `count` requests with the acts people took on them up to `now`, oldest first (among
 * them some that stand ready for each one-click person), and behind them a few that were joined to one still being handled. Pure; the
 * same wish gives the same plan.
 *
 * The plan holds what people did. What the clock does in between (escalation, passing on unverified, closing unanswered) belongs to
 * whoever loads it, as `loadLives` does; the plan reckons with it.
 */
export const planHistory = (wish: HistoryWish): readonly PlannedLife[] => {
  const { seed, now, count, city } = wish
  const world: World = { ...wish, calendar: wish.calendar ?? makeCalendar(holidayYears), cast: castOf(city), villages: weigh(city) }
  const chosen = castOf(city, alwaysFirst)
  const first: Cast = { ...chosen, residents: village => chosen.residents(village).slice(0, 1) }
  const lives = staged.slice(0, count).flatMap((one, i) => stage(world, first, one, i) ?? [])
  const joined: PlannedLife[] = []
  for (let i = lives.length; i < count; i++) {
    const random = randomFor(seed, 'matter', i)
    const village = random.weighted(world.villages)
    const { name, kind } = place(world, village)
    const opened = openedAt(random, world)
    const course = recentEnough(drawCourse(random), opened, now)
    const tale = taleOf(world, random, village, tell(random, name, kind), course, opened)
    live(tale, opened)
    const main = { id: random.uuid(), procedure: 'request', acts: tale.scribe.acts }
    lives.push(main)
    const last = main.acts.at(-1)
    const other = last && handledNow.has(last.step) && random.chance(0.25) ? follow(world, random, main, tale) : undefined
    if (other) joined.push(other)
  }
  const byOpening = (a: PlannedLife, b: PlannedLife): number => (a.acts[0]?.at.getTime() ?? 0) - (b.acts[0]?.at.getTime() ?? 0)
  const located = locating(city)
  return [...lives.toSorted(byOpening), ...joined.toSorted(byOpening)].map(located)
}
