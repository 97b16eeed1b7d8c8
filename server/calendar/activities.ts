import { legalDay } from '../../kernel/calendar.ts'
import { system } from '../../kernel/post.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { versionOf, type House } from '../../store/house.ts'
import type { Language } from '../views/reader.ts'
import type { Item } from './text.ts'

/** A kind of public activity, by the facts of its procedure that say when, where and what: public ones alone are shown. `off`: those in which it is called off. */
type Activity = { readonly procedure: string; readonly day: string; readonly time: string; readonly where: string; readonly off: readonly string[] }

/** What anybody may come to. A kind more is a line more, once its procedure is declared. */
export const activities: readonly Activity[] = [
  { procedure: 'deliberation', day: 'meetingOn', time: 'meetingTime', where: 'where', off: ['dropped', 'annulled'] },
  { procedure: 'hearing-round', day: 'day', time: 'time', where: 'where', off: ['cancelled'] },
  { procedure: 'law-talk', day: 'day', time: 'time', where: 'spot', off: ['cancelled'] },
]

/** Activities in one calendar at most, the nearest first. */
const most = 500
/** Days for which one that is over, or was called off, stays in it. */
const kept = 30

type Row = { readonly id: string; readonly procedure: string; readonly version: string; readonly stage: string; readonly title: string; readonly day: string; readonly facts: JsonObject; readonly seq: number; readonly updated: Date }

/** Public activities of a place and all below it, each on its legal day: meetings that were called, rounds in which residents are heard, law talks. No person is named. */
export const activityItems = (house: House, region: string, language: Language, now: Date): Promise<readonly Item[]> =>
  house.database.scoped(system, async tx => (await tx.query<Row>(
    `select m.id, m.procedure, m.version::text as version, m.stage, m.title, m.facts ->> a.day as day, m.facts, m.seq, m.updated
     from jsonb_to_recordset($3::text::jsonb) as a(procedure text, day text) join matter m on m.procedure = a.procedure
     where m.published and not m.confined and m.region >= $1 and m.region < $2 and m.facts ->> a.day >= $4 order by m.facts ->> a.day, m.id limit ${most}`,
    [region, `${region}:`, JSON.stringify(activities), legalDay(new Date(now.getTime() - kept * 86_400_000))]))
    .flatMap(({ id, procedure, version, stage, title, day, facts, seq, updated }): readonly Item[] => {
      const kind = activities.find(one => one.procedure === procedure)
      if (kind === undefined) return []
      const declared = versionOf(house, procedure, version)
      const open = (name: string): string | undefined => { const value = facts[name]; return declared.facts[name]?.class === 'public' && typeof value === 'string' ? value : undefined }
      const [time, place] = [open(kind.time), open(kind.where)]
      const named = declared.facts[declared.heading]?.class === 'public' ? `${declared.title[language]} · ${title}` : declared.title[language]
      return open(kind.day) === undefined ? [] : [{ id, summary: time === undefined ? named : `${named} · ${time}`, due: new Date(`${day}T00:00:00Z`), allDay: true, ...(place !== undefined && { place }), seq, stamp: updated, off: kind.off.includes(stage) }]
    }))
