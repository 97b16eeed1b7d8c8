import { Type } from 'typebox'
import type { CalendarAddress, CalendarView } from '../wire/calendar.ts'
import { idSchema, instantSchema } from './common.ts'
import { describes } from './describes.ts'

export const calendarsSchema = describes<readonly CalendarView[]>()(Type.Array(Type.Object({
  id: idSchema, post: idSchema, language: Type.Union([Type.Literal('zh'), Type.Literal('en')]), made: instantSchema, used: Type.Optional(instantSchema),
}, { $id: 'Calendar', description: 'A calendar of a post’s deadlines. 岗位时限日历。' })))

export const calendarAddressSchema = describes<CalendarAddress>()(Type.Object({ url: Type.String({ description: 'Whoever has it reads number, kind and date of what is due. 持有者可见编号、种类和到期时间。' }) }, { $id: 'CalendarAddress' }))
