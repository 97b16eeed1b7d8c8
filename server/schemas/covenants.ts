import { Type } from 'typebox'
import { clauseKinds, consequences, type Consequence } from '../../procedures/3-governance/covenant/clauses.ts'
import type { ClauseView, CovenantDiff, CovenantsView, CovenantVersion, CovenantView, EvaluationView } from '../wire/covenants.ts'
import { idSchema, instantSchema, regionSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'
import { legalDaySchema } from './reference.ts'

/** Covenants: open to everyone. Evaluations: to the person and their village's committee. */

const versionSchema = describes<CovenantVersion>()(Type.Object({
  version: idSchema, number: Type.Integer(), title: Type.String(), since: legalDaySchema, until: Type.Optional(legalDaySchema),
  stands: Type.Unsafe<CovenantVersion['stands']>({ type: 'string', enum: ['before', 'now', 'later'], description: 'No longer, now, or not yet in force. 已失效、施行中、待施行。' }),
  passed: legalDaySchema, clauses: Type.Integer(), filed: Type.Optional(Type.String()), changes: Type.Optional(wordsSchema), reason: Type.Optional(Type.String()), readOut: Type.Boolean(),
}, { $id: 'CovenantVersion', description: 'A version of a village’s covenant, by the matter that carried it. 村规民约（居民公约）版本。' }))

const clauseSchema = describes<ClauseView>()(Type.Object({
  number: Type.String(), text: Type.String(), kind: Type.Unsafe<ClauseView['kind']>({ type: 'string', enum: Object.keys(clauseKinds), description: 'Asks, forbids, rewards, answers a breach. 性质。' }),
  consequence: Type.Optional(Type.Unsafe<Consequence>({ type: 'string', enum: Object.keys(consequences), description: 'What follows. 后果。' })), points: Type.Optional(Type.Integer()),
  concerns: Type.Optional(Type.String({ description: 'Numbers of the clauses it answers. 对应条号。' })),
}, { $id: 'Clause', description: 'A clause of a covenant. 条文。' }))

export const covenantsSchema = describes<CovenantsView>()(Type.Object({
  village: regionSchema, versions: Type.Array(versionSchema),
  drafts: Type.Array(Type.Object({ id: idSchema, number: Type.String(), title: Type.String(), stage: Type.String(), open: Type.Boolean({ description: 'Residents may propose now. 可提建议。' }) })),
}, { $id: 'Covenants' }))

export const covenantSchema = describes<CovenantView>()(Type.Object({ of: versionSchema, village: regionSchema, clauses: Type.Array(clauseSchema) }, { $id: 'Covenant' }))

export const covenantDiffSchema = describes<CovenantDiff>()(Type.Object({
  of: versionSchema, against: versionSchema,
  changes: Type.Array(Type.Object({
    change: Type.Unsafe<'added' | 'withdrawn' | 'changed'>({ type: 'string', enum: ['added', 'withdrawn', 'changed'] }), number: Type.String(),
    before: Type.Optional(clauseSchema), after: Type.Optional(clauseSchema), fields: Type.Array(Type.String(), { description: 'Columns that differ. 变化的栏目。' }),
  })),
}, { $id: 'CovenantDiff', description: 'Two versions compared, clause by clause. 两版逐条比较。' }))

export const evaluationsSchema = Type.Array(describes<EvaluationView>()(Type.Object({
  id: idSchema, number: Type.String(), stage: Type.String(), opened: instantSchema, due: Type.Optional(instantSchema), person: Type.String({ description: 'Masked. 隐去部分的姓名。' }),
  clause: Type.String(), says: Type.String(), direction: Type.String(), measure: Type.Optional(Type.String()),
  since: Type.Optional(legalDaySchema), until: Type.Optional(legalDaySchema), ended: Type.Optional(legalDaySchema),
}, { $id: 'Evaluation', description: 'A credit evaluation within a village. 村（社区）内的信用评价。' })))
