import { clock, system, type Actor } from '../../kernel/post.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { act } from '../../store/act.ts'
import type { House } from '../../store/house.ts'
import type { DemoCity } from './city.ts'
import { castOf, type Cast } from './history/cast.ts'
import type { KeepPaper } from './keep-paper.ts'
import { demoPeople } from './people.ts'
import { randomFor } from './random.ts'

/** Where a part of the demo is played by real steps, taken as people take them, so that whoever it concerns is told: one township of a county. */
export type Stage = {
  readonly house: House
  readonly city: DemoCity
  readonly county: string
  readonly cast: Cast
  readonly now: Date
  readonly township: string
  readonly villages: readonly string[]
  /** Puts a paper of somebody’s own where a step may name it; one that is there already stays as it is. */
  readonly keep: KeepPaper
}

const hour = 3_600_000
export const hoursBefore = ({ now }: Stage, hours: number): Date => new Date(now.getTime() - hours * hour)

/** The township of the one-click committee where it lies in the county, else the first with communities enough; its villages, that one first. */
const where = (city: DemoCity, county: string, cast: Cast): Pick<Stage, 'township' | 'villages'> | undefined => {
  const seats = new Set(demoPeople(city).map(seat => seat.account))
  const manned = city.regions.map(region => region.code).filter(code => code.length === 12 && code.startsWith(county) && cast.committee(code) !== undefined)
  const theirs = manned.find(code => seats.has(cast.committee(code)?.account ?? ''))
  const township = theirs?.slice(0, 9) ?? [...Map.groupBy(manned, code => code.slice(0, 9))].find(([, villages]) => villages.length >= 3)?.[0]
  const villages = manned.filter(code => code.slice(0, 9) === township)
  return township === undefined || villages.length < 3 ? undefined : { township, villages: [...(theirs === undefined ? [] : [theirs]), ...villages.filter(code => code !== theirs)].slice(0, 3) }
}

/** One stage for each county that has a township with people enough. */
export const stagesOf = (house: House, city: DemoCity, now: Date, keep: KeepPaper): readonly Stage[] => {
  const cast = castOf(city)
  return city.counties.flatMap(county => {
    const found = where(city, county, cast)
    return found ? [{ house, city, county, cast, now, keep, ...found }] : []
  })
}

type Row = { readonly id: string; readonly seq: number }

/** Acts as people acted, each once: the same act again, where the making of the city was interrupted, is answered and not taken. */
export const player = ({ house, city, county, keep }: Stage, procedure: string, name: string) => {
  const id = randomFor(city.seed, procedure, county, name).uuid()
  const turns = new Map<string, number>()
  /** How often a step was taken before: the second is another act than the first. */
  const turnOf = (matter: string, step: string): readonly number[] => {
    const before = turns.get(`${matter} ${step}`) ?? 0
    turns.set(`${matter} ${step}`, before + 1)
    return before === 0 ? [] : [before]
  }
  let at = new Date(0)
  const rows = (condition: string, values: readonly unknown[]) => house.database.scoped(system, tx => tx.query<Row>(
    `select m.id, m.seq from matter m where m.county = $1 and ${condition} order by m.opened, m.id`, [county, ...values]))
  const take = async (actor: Actor, matter: string, step: string, input: JsonObject = {}, fires?: string): Promise<void> => {
    const [row] = await rows('m.id = $2::uuid', [matter])
    const key = randomFor(city.seed, procedure, county, name, step, matter, ...turnOf(matter, step)).uuid()
    const answer = await act(house, actor, { id: key, matter, county, seq: row?.seq ?? 0, step, input, ...(fires !== undefined && { fires }) }, at)
    if (isRefusal(answer)) throw new Error(`the demo could not ${step} in ${name}: ${JSON.stringify(answer)}`)
  }
  let papers = 0
  return {
    id, take,
    /** A paper that somebody keeps to give with a step; the same for the same place in the story. */
    paper: async (actor: Actor, title: string): Promise<string> => {
      const paper = randomFor(city.seed, procedure, county, name, 'paper', papers++).uuid()
      await keep({ id: paper, giver: actor, name: title, at })
      return paper
    },
    /** What followed from it, of a place or for an office. */
    child: async (kind: string, by: 'region' | 'office', code: string): Promise<string> => (await rows(
      `m.procedure = $3 and m.${by === 'region' ? 'region' : `facts ->> 'office'`} = $4 and exists (select from link l where l.county = m.county and l.matter = m.id and l.other = $2::uuid)`, [id, kind, code]))[0]?.id ?? '',
    on: (when: Date): void => { at = when },
    /** The clock’s own step, at the moment the stage ran out: holidays move it. */
    runsOut: async (matter: string, step: string): Promise<Date> => {
      const [row] = await house.database.scoped(system, tx => tx.query<{ due: Date }>('select due from matter where county = $1 and id = $2::uuid and due is not null', [county, matter]))
      // Played again, it ran out already.
      if (row) at = new Date(row.due)
      await take(clock, matter, step, {}, 'stage')
      return at
    },
    /** Whether it was taken; a refusal at the gate is part of the play. */
    opens: async (step: string, actor: Actor, input: JsonObject): Promise<boolean> => !isRefusal(await act(house, actor, { id, procedure, step, input }, at)),
  }
}
