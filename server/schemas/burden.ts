import { Type } from 'typebox'
import type { Page } from '../wire.ts'
import type { Burden, BurdenCalendar, BurdenFigures, BurdenIssuers, BurdenTask, RefusedAttempt, VillageDatum, WorkKind } from '../wire/burden.ts'
import { citationSchema, idSchema, instantSchema, officeSchema, regionSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'

const n = Type.Integer({ minimum: 0 })
const dayText = Type.String({ format: 'date' })

/** A month in an address or an answer. */
export const monthSchema = Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$', description: 'A month, YYYY-MM. 月份。' })
export const kinds: readonly WorkKind[] = ['assist', 'entrust', 'emergency', 'own', 'outside']
export const kindOfWork = Type.Unsafe<WorkKind>({ type: 'string', enum: [...kinds], description: 'On what ground it was given. 依据类型。' })

const figures = describes<BurdenFigures>()(Type.Object({
  tasks: n, forms: n, fields: n, minutes: n, assist: n, entrust: n, emergency: n, own: n, outside: n, unestimated: n, promised: n, delivered: n, running: n, refused: n,
}, { $id: 'BurdenFigures', description: 'What was given within a span: minutes are spread evenly over a task’s days. 时段内交办；跨月任务的工时按天分摊。' }))

const place = Type.Object({
  region: regionSchema, figures, month: Type.Object({ minutes: n, forms: n }), communities: n, over: n, near: n,
  standing: Type.Optional(Type.Unsafe<'over' | 'near' | 'within'>({ type: 'string', enum: ['over', 'near', 'within'] })),
}, { $id: 'BurdenPlace' })

export const burdenSchema = describes<Burden>()(Type.Object({
  region: regionSchema, asOf: instantSchema, months: Type.Array(monthSchema),
  ceiling: Type.Object({ minutes: n, forms: n, near: n, source: wordsSchema }, { description: 'Of one community and month. 一个村（社区）一个月。' }),
  rows: Type.Array(place), total: place, trend: Type.Array(Type.Object({ month: monthSchema, tasks: n, forms: n, minutes: n, over: n })),
}, { $id: 'Burden', description: 'Who is loaded with what. 村（社区）负担。' }))

export const issuersSchema = describes<BurdenIssuers>()(Type.Object({
  region: regionSchema, asOf: instantSchema, months: Type.Array(monthSchema),
  rows: Type.Array(Type.Object({
    office: Type.Optional(officeSchema), figures, communities: n, disowned: n, refusedBy: Type.Array(Type.Object({ code: Type.String(), rule: wordsSchema, n })),
  }, { $id: 'BurdenIssuer' })),
}))

const next = Type.Optional(Type.String())

export const tasksSchema = describes<Page<BurdenTask>>()(Type.Object({
  rows: Type.Array(Type.Object({
    matter: idSchema, number: Type.String(), title: wordsSchema, community: regionSchema, issuer: Type.Optional(officeSchema), kind: kindOfWork, manner: wordsSchema,
    since: dayText, until: dayText, minutes: n, fields: n, promised: n, delivered: n, state: wordsSchema,
  }, { $id: 'BurdenTask' })), next,
}))

export const refusedSchema = describes<Page<RefusedAttempt>>()(Type.Object({
  rows: Type.Array(Type.Object({
    id: Type.String(), at: instantSchema, office: officeSchema, rule: wordsSchema, basis: Type.Array(citationSchema), item: Type.Optional(Type.String()), communities: n, names: Type.Array(regionSchema),
  }, { $id: 'RefusedAttempt', description: 'Work that the gate refused. 被准入规则拒绝的交办。' })), next,
}))

export const calendarSchema = describes<BurdenCalendar>()(Type.Object({
  region: regionSchema, month: monthSchema, today: dayText, cut: Type.Boolean(),
  rows: Type.Array(Type.Object({
    matter: idSchema, title: wordsSchema, issuer: Type.Optional(officeSchema), kind: kindOfWork, manner: wordsSchema, since: dayText, until: dayText, communities: n,
    community: Type.Optional(regionSchema), minutes: n, open: Type.Boolean(),
  }, { $id: 'PlannedWork' })),
}))

export const villageDataSchema = describes<readonly VillageDatum[]>()(Type.Array(Type.Object({
  name: Type.String(), value: Type.String(), asOf: dayText, until: dayText, valid: Type.Boolean(),
}, { $id: 'VillageDatum' })))
