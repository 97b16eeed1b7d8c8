import type { Actor } from '../../../kernel/post.ts'
import type { Json } from '../../../kernel/words.ts'
import type { Database } from '../../../store/database.ts'
import type { Delivery } from '../queue.ts'

/** A CloudEvent 1.0 in structured mode. */
export type CloudEvent = {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: string
  readonly time: string
  readonly subject?: string
  readonly datacontenttype: 'application/json'
  readonly data: Json
}

export const media = 'application/cloudevents+json; charset=utf-8'

/**
 * What a program is told of an entry: which matter, which entry, where it came to stand. What was given in it is asked for at /api/matters, under
 * the rights of that moment. `undefined` where the program may not see the matter (any more).
 */
export const entryEvent = async (database: Database, actor: Actor, { of_county, matter, seq }: Delivery, publicUrl: string): Promise<CloudEvent | undefined> => {
  const [row] = await database.scoped(actor, tx => tx.query<{ number: string; procedure: string; stage: string; at: Date }>(
    `select m.number, m.procedure, e.stage, e.at from matter m join entry e on e.county = m.county and e.matter = m.id where m.county = $1 and m.id = $2::uuid and e.seq = $3::int`, [of_county, matter, seq]))
  if (!row || matter === null || seq === null) return undefined
  const { number, procedure, stage, at } = row
  return {
    specversion: '1.0', id: `${matter}.${seq}`, source: `${publicUrl}/api/matters`, type: 'shanzhi.matter.entry.v1', time: at.toISOString(), subject: number,
    datacontenttype: 'application/json', data: { id: matter, number, procedure, stage, seq },
  }
}

/** What is sent to try an address. */
export const trialEvent = ({ id, made }: Delivery, publicUrl: string): CloudEvent =>
  ({ specversion: '1.0', id, source: `${publicUrl}/api/me/webhooks`, type: 'shanzhi.trial.v1', time: made.toISOString(), datacontenttype: 'application/json', data: {} })
