import type { Law } from './clock.ts'
import { offers } from './decide.ts'
import type { Matter } from './matter.ts'
import { asked, type Procedure, type Step } from './procedure.ts'
import type { Actor } from './post.ts'
import type { Refusal } from './refusal.ts'
import type { JsonObject } from './words.ts'

/** A step as its reader meets it: open, or shut with the reason. */
export type Offer = { readonly step: string; readonly refusal?: Refusal }

/** Every step that stands at the matter's present stage, each with whether this reader may take it. Clock and platform steps are left out. */
export const offersFor = (procedure: Procedure, matter: Matter, actor: Actor, now: Date, law: Law): readonly Offer[] =>
  Object.entries(procedure.steps)
    .filter(([, step]) => step.by.some(who => who.who !== 'clock' && who.who !== 'system'))
    .flatMap(([name]) => {
      const refusal = offers(procedure, matter, name, actor, now, law)
      return refusal?.code === 'wrong-stage' || refusal?.code === 'closed' ? [] : [{ step: name, ...(refusal && { refusal }) }]
    })

/** The input of a step as JSON Schema, for OpenAPI and for programs that fill it in. */
export const inputSchema = (procedure: Procedure, step: Step): JsonObject => {
  const asks = asked(step).filter(ask => !ask.brought)
  const properties = Object.fromEntries(asks.flatMap(ask => {
    const fact = procedure.facts[ask.fact]
    return fact ? [[ask.fact, { ...fact.schema, title: fact.label.en, description: fact.label.zh }]] : []
  }))
  const sometimes = asks.flatMap(({ fact, only }) => (only ? [{
    if: { properties: { [only.where]: { const: only.is } }, required: [only.where] }, then: { required: [fact] }, else: { properties: { [fact]: false } },
  }] : []))
  return {
    type: 'object', properties, required: asks.filter(ask => !ask.optional && !ask.only).map(ask => ask.fact), additionalProperties: false,
    ...(sometimes.length > 0 && { allOf: sometimes }),
  }
}
