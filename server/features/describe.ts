import type { Words } from '../../kernel/words.ts'
import type { Collection } from './collection.ts'
import { mostLimit, usualLimit } from './query.ts'

export const json = 'application/json; charset=utf-8'
export const geojson = 'application/geo+json; charset=utf-8'
export const openapi3 = 'application/vnd.oai.openapi+json;version=3.0'
const wgs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
const part = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf'

/** The classes of OGC API – Features, Part 1 (17-069r4), that this is built to. */
export const conformance = [`${part}/core`, `${part}/oas30`, `${part}/geojson`]

const both = ({ zh, en }: Words): string => `${zh} · ${en}`
const plain = (type: string): string => type.split(/;\s*charset/)[0] ?? type

export type Link = { readonly href: string; readonly rel: string; readonly type: string; readonly title?: string }
export const link = (href: string, rel: string, type: string, title?: string): Link => ({ href, rel, type: plain(type), ...(title !== undefined && { title }) })

export const landing = (root: string): object => ({
  title: '善治 Shanzhi', description: '公开数据，OGC API – Features · Open data by OGC API – Features',
  links: [
    link(root, 'self', json), link(`${root}/api`, 'service-desc', openapi3, 'OpenAPI 3.0'), link(`${root}/conformance`, 'conformance', json), link(`${root}/collections`, 'data', json),
  ],
})

export const collectionView = (root: string, { id, title, description, extent }: Collection): object => ({
  id, title: both(title), description: both(description), itemType: 'feature', crs: [wgs84],
  ...(extent && { extent: { spatial: { bbox: [extent], crs: wgs84 } } }),
  links: [link(`${root}/collections/${id}`, 'self', json), link(`${root}/collections/${id}/items`, 'items', geojson, both(title))],
})

const problem = { description: '拒绝 · Refused', content: { 'application/problem+json': { schema: { type: 'object' } } } }
const answers = (type: string, schema: object): object => ({ 200: { description: 'OK', content: { [plain(type)]: { schema } } }, '4XX': problem, '5XX': problem })

const linked = { type: 'object', required: ['links'], properties: { links: { type: 'array', items: { type: 'object', required: ['href', 'rel'], properties: { href: { type: 'string' }, rel: { type: 'string' }, type: { type: 'string' }, title: { type: 'string' } } } } } }
const feature = {
  type: 'object', required: ['type', 'geometry', 'properties'],
  properties: { type: { type: 'string', enum: ['Feature'] }, id: { type: 'string' }, geometry: { type: 'object', nullable: true }, properties: { type: 'object' } },
}
const featureCollection = {
  type: 'object', required: ['type', 'features'],
  properties: { type: { type: 'string', enum: ['FeatureCollection'] }, features: { type: 'array', items: feature }, links: linked.properties.links, timeStamp: { type: 'string', format: 'date-time' }, numberReturned: { type: 'integer', minimum: 0 } },
}

const usual = [
  { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: mostLimit, default: usualLimit }, style: 'form', explode: false, description: '每页件数 · Features a page' },
  { name: 'bbox', in: 'query', schema: { type: 'array', oneOf: [{ minItems: 4, maxItems: 4 }, { minItems: 6, maxItems: 6 }], items: { type: 'number' } }, style: 'form', explode: false, description: '西,南,东,北，WGS 84；范围未知的不在其内 · West, south, east, north; what has no known area lies in none' },
  { name: 'datetime', in: 'query', schema: { type: 'string' }, style: 'form', explode: false, description: 'RFC 3339 时刻或区间 · An instant or interval' },
  { name: 'cursor', in: 'query', schema: { type: 'string' }, style: 'form', explode: false, description: '下一页，取自 next 链接 · The next page, from the link `next`' },
]

const pathsOf = ({ id, title, parameters }: Collection): object => ({
  [`/collections/${id}`]: { get: { operationId: `collection-${id}`, tags: [id], summary: both(title), responses: answers(json, linked) } },
  [`/collections/${id}/items`]: {
    get: {
      operationId: `items-${id}`, tags: [id], summary: both(title), responses: answers(geojson, featureCollection),
      parameters: [...usual, ...Object.entries(parameters).map(([name, { schema, ...says }]) => ({ name, in: 'query', schema, style: 'form', explode: false, description: both(says) }))],
    },
  },
  [`/collections/${id}/items/{featureId}`]: {
    get: { operationId: `item-${id}`, tags: [id], summary: both(title), parameters: [{ name: 'featureId', in: 'path', required: true, schema: { type: 'string' } }], responses: answers(geojson, feature) },
  },
})

/** OpenAPI 3.0, as the standard's class asks; our own API is told apart, at /openapi.json. */
export const definition = (root: string, collections: readonly Collection[]): object => ({
  openapi: '3.0.3',
  info: { title: '善治 Shanzhi: OGC API – Features', version: '1.0.0', license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' } },
  servers: [{ url: root }],
  tags: collections.map(({ id, title }) => ({ name: id, description: both(title) })),
  paths: Object.assign({
    '/': { get: { operationId: 'landing', summary: 'Landing page', responses: answers(json, linked) } },
    '/conformance': { get: { operationId: 'conformance', summary: 'Conformance', responses: answers(json, { type: 'object', required: ['conformsTo'], properties: { conformsTo: { type: 'array', items: { type: 'string' } } } }) } },
    '/collections': { get: { operationId: 'collections', summary: 'Collections', responses: answers(json, linked) } },
  }, ...collections.map(pathsOf)) as object,
})
