import { Type } from 'typebox'
import type { GridWorkersView, MyWeek } from '../wire.ts'
import { instantSchema, regionSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'
import { bandSchema, sizeSchema } from './grids.ts'

const daySchema = Type.String({ format: 'date', description: 'Legal day. 法定日。' })

export const myWeekSchema = describes<MyWeek>()(Type.Object({
  from: daySchema, to: daySchema, done: Type.Array(Type.Object({ procedure: Type.String(), title: wordsSchema, count: Type.Integer() })),
  waiting: Type.Integer({ description: 'Matters of one’s area that fall due within seven days. 七天内到期的事项。' }),
}, { $id: 'MyWeek', description: 'One’s own last seven days, from records. 本人近七天的办理记录。' }))

export const gridWorkersSchema = describes<GridWorkersView>()(Type.Object({
  region: regionSchema, asOf: instantSchema, villages: Type.Integer(), vacant: Type.Integer({ description: 'Villages without a full-time grid worker. 没有专职网格员的村（社区）。' }),
  rows: Type.Array(Type.Object({ village: regionSchema, full: Type.Integer(), part: Type.Integer(), vacant: Type.Boolean() })), band: bandSchema, sizes: Type.Array(sizeSchema),
}, { $id: 'GridWorkers', description: 'Grid workers by village; nobody is named. 各村（社区）网格员配置，不列姓名。' }))
