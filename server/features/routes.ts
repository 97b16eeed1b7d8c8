import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { Refused } from '../../kernel/refusal.ts'
import { system } from '../../kernel/post.ts'
import { languageOf } from '../http/language.ts'
import { openToAll } from '../http/open.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import type { Site } from '../site.ts'
import type { Collection, Feature, Known } from './collection.ts'
import { collectionView, conformance, definition, geojson, json, landing, link, openapi3 } from './describe.ts'
import { queryOf } from './query.ts'

const oneCollection = Type.Object({ collection: Type.String({ maxLength: 60 }) })
const oneFeature = Type.Object({ collection: Type.String({ maxLength: 60 }), feature: Type.String({ maxLength: 100 }) })
const anyQuery = Type.Record(Type.String(), Type.Union([Type.String({ maxLength: 500 }), Type.Array(Type.String({ maxLength: 500 }))]))

const viewOf = ({ id, geometry, properties }: Feature): object => ({ type: 'Feature', id, geometry, properties })

/** OGC API – Features, Part 1: core, GeoJSON, OpenAPI 3.0. */
export const features = (site: Site, collections: readonly Collection[]) => async (app: App): Promise<void> => {
  openToAll(app)
  const root = `${site.publicUrl}/features`
  const send = (reply: FastifyReply, type: string, value: object): FastifyReply => reply.type(type).serializer(String).send(JSON.stringify(value))
  const named = (id: string): Collection => {
    const found = collections.find(one => one.id === id)
    if (!found) throw new Refused(notFound())
    return found
  }
  const knownFor = (header: string | undefined): Known => ({ directory: site.directory.now, grids: site.directory.grids, language: languageOf(header) })

  app.get('/', (_, reply) => send(reply, json, landing(root)))
  app.get('/conformance', (_, reply) => send(reply, json, { conformsTo: conformance }))
  app.get('/api', (_, reply) => send(reply, openapi3, definition(root, collections)))
  app.get('/collections', (_, reply) => send(reply, json, { links: [link(`${root}/collections`, 'self', json)], collections: collections.map(one => collectionView(root, one)) }))
  app.get('/collections/:collection', { schema: { params: oneCollection } }, (request, reply) => send(reply, json, collectionView(root, named(request.params.collection))))

  app.get('/collections/:collection/items', { schema: { params: oneCollection, querystring: anyQuery } }, async (request, reply) => {
    const collection = named(request.params.collection)
    const { cursor, ...ask } = queryOf(collection, request.query)
    const { cursor: _, ...kept } = request.query
    const of = { list: 'features', collection: collection.id, ...kept }
    const after = site.cursors.read(of, cursor)
    const { features: found, last } = await site.house.database.scoped(system, tx => collection.page(tx, { ...ask, ...(after && { after }) }, knownFor(request.headers['accept-language'])))
    const own = `${root}/collections/${collection.id}/items`
    const search = (more: Readonly<Record<string, string>>): string => {
      const text = new URLSearchParams({ ...Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, String(value)])), ...more }).toString()
      return text === '' ? own : `${own}?${text}`
    }
    return send(reply, geojson, {
      type: 'FeatureCollection', features: found.map(viewOf), numberReturned: found.length, timeStamp: site.now().toISOString(),
      links: [
        link(search(cursor === undefined ? {} : { cursor }), 'self', geojson), link(`${root}/collections/${collection.id}`, 'collection', json),
        ...(last ? [link(search({ cursor: site.cursors.write(of, last) }), 'next', geojson)] : []),
      ],
    })
  })

  app.get('/collections/:collection/items/:feature', { schema: { params: oneFeature } }, async (request, reply) => {
    const collection = named(request.params.collection)
    const found = await site.house.database.scoped(system, tx => collection.one(tx, request.params.feature, knownFor(request.headers['accept-language'])))
    if (!found) throw new Refused(notFound())
    const own = `${root}/collections/${collection.id}`
    return send(reply, geojson, { ...viewOf(found), links: [link(`${own}/items/${encodeURIComponent(found.id)}`, 'self', geojson), link(own, 'collection', json)] })
  })
}
