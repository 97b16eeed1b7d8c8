import type { FastifyBaseLogger, FastifyInstance, FastifyTypeProvider, RawServerDefault } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Static, TSchema } from 'typebox'
import type { Words } from '../../kernel/words.ts'

/** What a route's schema says beside its shapes: read by the guard and told in /openapi.json. */
export type Told = {
  /** What the route is for. */
  readonly says?: Words
  readonly tag?: string
  /** Answered without sign-in. */
  readonly open?: true
  /** Heeds no cookie: a program shows its key in the form itself, which no page of another site has. */
  readonly keyed?: true
  /** Bodies that are no JSON: an upload, a download. */
  readonly media?: { readonly takes?: string; readonly gives?: string }
  /** Takes an act's own id, so that it is done once. */
  readonly idempotent?: true
}

/** Requests typed by the route's typebox schemas. A class, because only its `this` is resolved for each route. */
abstract class Typed implements FastifyTypeProvider {
  declare readonly schema: unknown
  declare readonly validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown
  declare readonly serializer: unknown
}

export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, Typed>
