import type { FastifyReply, FastifyRequest } from 'fastify'
import { toXml, type Tree } from './xml.ts'

export type Format = 'xml' | 'json'

/** The format that an address ends with; GeoReport's own is XML. */
export const formatOf = ({ url }: FastifyRequest): Format => (/\.json(?:[?#]|$)/.test(url) ? 'json' : 'xml')

/** Sends a value in the format asked for; `root` is what XML calls it. */
export const answer = (request: FastifyRequest, reply: FastifyReply, root: string, value: Tree): FastifyReply => {
  const json = formatOf(request) === 'json'
  return reply.type(json ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8').serializer(String).send(json ? JSON.stringify(value) : toXml(root, value))
}

/** The part of an address before its format: `road-damage.json` → `road-damage`. */
export const nameIn = (last: string): string => last.replace(/\.(?:xml|json)$/, '')
