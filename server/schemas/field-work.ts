import { Type } from 'typebox'
import type { GridWorkersView, MyWeek, SubsidyLedger } from '../wire.ts'
import { idSchema, instantSchema, regionSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'

const daySchema = Type.String({ format: 'date', description: 'Legal day. 法定日。' })

export const myWeekSchema = describes<MyWeek>()(Type.Object({
  from: daySchema, to: daySchema, done: Type.Array(Type.Object({ procedure: Type.String(), title: wordsSchema, count: Type.Integer() })),
  waiting: Type.Integer({ description: 'Matters of one’s area that fall due within seven days. 七天内到期的事项。' }),
}, { $id: 'MyWeek', description: 'One’s own last seven days, from records. 本人近七天的办理记录。' }))

export const gridWorkersSchema = describes<GridWorkersView>()(Type.Object({
  region: regionSchema, asOf: instantSchema, villages: Type.Integer(), vacant: Type.Integer({ description: 'Villages without a full-time grid worker. 没有专职网格员的村（社区）。' }),
  soon: Type.Integer({ description: 'Days within which a term ends soon. 任期将满的天数。' }), band: Type.Object({ least: Type.Integer(), most: Type.Integer() }, { description: 'Households of a grid of moderate size. 规模适度的户数。' }),
  rows: Type.Array(Type.Object({
    village: regionSchema, full: Type.Integer(), part: Type.Integer(), vacant: Type.Boolean(), grids: Type.Integer(), unmanned: Type.Integer({ description: 'Grids without anybody. 没有网格员的网格。' }), ending: Type.Integer(),
    households: Type.Optional(Type.Integer()), outside: Type.Array(Type.Object({ grid: regionSchema, households: Type.Integer() })),
  })),
}, { $id: 'GridWorkers', description: 'Grid workers by village; nobody is named. 各村（社区）网格员配置，不列姓名。' }))

export const subsidyLedgerSchema = describes<SubsidyLedger>()(Type.Object({
  region: regionSchema, month: Type.Optional(Type.String()),
  rows: Type.Array(Type.Object({
    id: idSchema, number: Type.String(), stage: Type.String(), place: regionSchema, month: Type.String(), worker: idSchema, name: Type.String(), disputed: Type.Boolean({ description: 'Was ever disputed. 提出过异议。' }),
    fen: Type.Optional(Type.Integer({ description: 'Paid, fen. 已发，分。' })), difference: Type.Optional(Type.Integer({ description: 'Of that a difference paid after a dispute. 其中异议后补发。' })), paid: Type.Optional(instantSchema),
  })),
  totals: Type.Object({ workers: Type.Integer(), paid: Type.Integer(), fen: Type.Integer(), open: Type.Integer(), disputed: Type.Integer() }), more: Type.Boolean(),
}, { $id: 'SubsidyLedger', description: 'Subsidies of grid workers by month or worker; each reading is logged. 网格员补贴台账，每次查看都有记录。' }))
