import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { isUuid } from '../../kernel/facts.ts'
import { asked, openingSteps, type Procedure, type Step } from '../../kernel/procedure.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import type { Act } from '../../store/act.ts'
import { takeAct } from '../acts/take.ts'
import { identityOf } from '../auth/guard.ts'
import { sendRefusal } from '../http/problem.ts'
import { badRequest } from '../http/refusals.ts'
import { captureOf, deviceNow } from '../outbox/capture.ts'
import type { App } from '../http/typed.ts'
import { idSchema, mostEntries } from '../schemas/common.ts'
import { replySchema } from '../schemas/matter.ts'
import type { Site } from '../site.ts'
import type { StepReply } from '../wire.ts'

/** Steps that people take; those of the clock and the platform have no door. */
export const steppable = (step: Step): boolean => step.by.some(who => who.who !== 'clock' && who.who !== 'system')

/** Step names in use with every procedure that declares one, the opening ones left out. */
export const stepNames = (procedures: readonly Procedure[]): ReadonlyMap<string, readonly Procedure[]> =>
  Map.groupBy(procedures.flatMap(procedure => Object.entries(procedure.steps)
    .filter(([, step]) => step.opens === undefined && steppable(step)).map(([name]) => ({ name, procedure }))), one => one.name)
    .entries().reduce((map, [name, list]) => map.set(name, list.map(one => one.procedure)), new Map<string, readonly Procedure[]>())

const input = Type.Record(Type.String(), Type.Unknown())
const opens = Type.Object({ input }, { additionalProperties: false })
const takes = Type.Object({ seq: Type.Integer({ minimum: 0, maximum: mostEntries }), input }, { additionalProperties: false })

/** Bytes in a body that may hold tables: 5,000 rows of twelve columns are some 2 MB. */
const longLimit = 4 * 1024 * 1024

/** More than usual where a step of any of these procedures asks for a table, or for grids drawn. */
const limitFor = (procedures: readonly Procedure[], step: string): { readonly bodyLimit?: number } =>
  (procedures.some(({ facts, steps }) => asked(steps[step] ?? {}).some(({ fact }) => facts[fact]?.kind === 'rows' || facts[fact]?.kind === 'areas')) ? { bodyLimit: longLimit } : {})

const noKey = () => badRequest([{ fact: 'Idempotency-Key', why: words('请求头须带此动作的 UUID', 'the header must carry the act’s UUID') }])

/** The steps of every procedure, one route each; what each asks for stands in /openapi.json. */
export const stepRoutes = (app: App, site: Site): void => {
  const take = async (request: FastifyRequest, reply: FastifyReply, label: string, asked: Omit<Act, 'id'>): Promise<StepReply | FastifyReply> => {
    const { actor } = identityOf(request)
    const id = request.headers['idempotency-key']
    if (!isUuid(id)) return sendRefusal(request, reply, noKey())
    const now = site.now()
    const device = deviceNow(request)
    const capture = device && captureOf({ made: { at: device.toISOString() }, photos: [] }, device, now)
    const answer = await takeAct(site, actor, { id, ...asked, ...(capture && { capture }) }, label)
    return isRefusal(answer) ? sendRefusal(request, reply, answer) : answer
  }

  for (const name of new Set(site.house.procedures.map(procedure => procedure.name))) {
    const declared = site.house.procedures.findLast(procedure => procedure.name === name)
    for (const step of declared ? openingSteps(declared).filter(one => declared.steps[one] && steppable(declared.steps[one])) : []) {
      app.post(`/api/${name}/${step}`, { ...(declared && limitFor([declared], step)), schema: { tag: name, idempotent: true, body: opens, response: { 200: replySchema } } }, (request, reply) =>
        take(request, reply, name, { procedure: name, step, input: request.body.input }))
    }
  }
  for (const [step, procedures] of stepNames(site.house.procedures)) {
    const label = new Set(procedures.map(procedure => procedure.name)).size === 1 ? procedures[0]?.name ?? '' : ''
    app.post(`/api/matters/:id/${step}`, {
      ...limitFor(procedures, step),
      schema: { tag: label === '' ? 'matters' : label, idempotent: true, params: Type.Object({ id: idSchema }), body: takes, response: { 200: replySchema } },
    }, (request, reply) => take(request, reply, label, { matter: request.params.id, step, seq: request.body.seq, input: request.body.input }))
  }
}
