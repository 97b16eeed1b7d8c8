import type { FastifySchema } from 'fastify'
import type { Procedure } from '../../kernel/procedure.ts'
import { isObject, type Words } from '../../kernel/words.ts'
import type { Told } from '../http/typed.ts'
import { problemSchema } from '../schemas/common.ts'
import { hoist, type Schemas } from './hoist.ts'
import { describeStep, factsSchema, stepBody } from './procedure.ts'

/** A route as it was registered. */
export type Route = { readonly method: string; readonly url: string; readonly schema: FastifySchema & Told }

const tags: { readonly [tag: string]: Words } = {
  'sign-in': { zh: '登录', en: 'Sign-in' }, me: { zh: '本人', en: 'Oneself' }, matters: { zh: '事项', en: 'Matters' }, places: { zh: '区划与机构', en: 'Places and offices' },
  reference: { zh: '目录与路由', en: 'Reference data and routing' }, board: { zh: '看板', en: 'Board' }, retention: { zh: '保存期限', en: 'Retention' }, notices: { zh: '通知', en: 'Notices' },
  files: { zh: '文件', en: 'Files' }, follow: { zh: '凭码查询', en: 'Follow without an account' }, regulation: { zh: '条例', en: 'The regulation' },
  sheets: { zh: '表格', en: 'Sheets' }, emergencies: { zh: '应急状态', en: 'Emergencies' },
  covenants: { zh: '公约与信用评价', en: 'Covenants and evaluations' },
  mediation: { zh: '调解组织与法律顾问', en: 'Mediation bodies and legal advisers' },
  outbox: { zh: '离线与待发', en: 'Offline and unsent' }, deliberation: { zh: '议事协商', en: 'Deliberation' }, points: { zh: '积分', en: 'Points' }, disputes: { zh: '矛盾纠纷', en: 'Disputes' },
  accounts: { zh: '账号与岗位', en: 'Accounts and posts' }, access: { zh: '调阅与查看记录', en: 'Reading and its log' },
}

const both = (words: Words): string => `${words.zh} · ${words.en}`

/** `/api/matters/:id` → `/api/matters/{id}`. */
export const templateOf = (url: string): string => url.replace(/:([A-Za-z]+)/g, '{$1}')

const parameters = (where: 'path' | 'query', schema: unknown, components: Schemas): readonly object[] => {
  const { properties, required } = isObject(schema) ? schema : {}
  return Object.entries(isObject(properties) ? properties : {}).map(([name, one]) => {
    const { description, ...rest } = isObject(one) ? one : {}
    return {
      name, in: where, required: where === 'path' || (Array.isArray(required) && required.includes(name)), schema: hoist(rest, components),
      ...(typeof description === 'string' && { description }),
    }
  })
}

const idempotencyKey = {
  name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' },
  description: '此动作的 UUID；重发同一请求不会重复办理。The act’s own UUID: sent again, it answers the same and is not done twice.',
}

const problem = { description: '拒绝：原因、依据、怎么办。Refused: why, by which rule, what to do.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }

/** The step that a route takes, where it is one: by the last part of its address. */
const stepsAt = (url: string, procedures: readonly Procedure[]): readonly { readonly procedure: Procedure; readonly step: string }[] => {
  const [, , first = '', ...rest] = url.split('/')
  const name = rest.at(-1) ?? ''
  const found = first === 'matters' && rest.length === 2
    ? procedures.filter(procedure => procedure.steps[name]?.opens === undefined)
    : rest.length === 1 ? procedures.filter(procedure => procedure.name === first && procedure.steps[name]?.opens !== undefined) : []
  return found.filter(procedure => procedure.steps[name]).map(procedure => ({ procedure, step: name }))
}

const octets = 'application/octet-stream'

const bodyOf = (route: Route, steps: ReturnType<typeof stepsAt>, components: Schemas): object | undefined => {
  if (route.schema.media?.takes === octets) return { required: true, content: { [octets]: { schema: { type: 'string', format: 'binary' } } } }
  if (route.schema.media?.takes !== undefined) {
    const file = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } }
    return { required: true, content: { [route.schema.media.takes]: { schema: file } } }
  }
  const stepBodies = steps.flatMap(({ procedure, step: name }) => {
    const step = procedure.steps[name]
    return step ? [stepBody(procedure, step)] : []
  })
  const schema = stepBodies.length > 1 ? { oneOf: stepBodies } : stepBodies[0] ?? route.schema.body
  return schema === undefined ? undefined : { required: true, content: { 'application/json': { schema: hoist(schema, components) } } }
}

const replyOf = ({ schema }: Route, components: Schemas): object => {
  if (schema.media?.gives !== undefined) return { description: '文件内容 The file’s bytes', content: { [schema.media.gives]: { schema: { type: 'string', format: 'binary' } } } }
  const answer = isObject(schema.response) ? schema.response['200'] : undefined
  return { description: 'OK', content: { 'application/json': { schema: answer === undefined ? {} : hoist(answer, components) } } }
}

/** Answers without a body, by what they say. */
const emptyOf = ({ schema }: Route): object => {
  const answer = isObject(schema.response) ? schema.response['204'] : undefined
  return isObject(answer) && typeof answer['description'] === 'string' ? { 204: { description: answer['description'] } } : {}
}

const operationOf = (route: Route, procedures: readonly Procedure[], components: Schemas): object => {
  const { schema, method, url } = route
  const steps = stepsAt(url, procedures)
  const [first] = steps
  const declared = first?.procedure.steps[first.step]
  const told = declared ? both(declared) : schema.says ? both(schema.says) : url
  const requestBody = method === 'GET' ? undefined : bodyOf(route, steps, components)
  return {
    operationId: `${method.toLowerCase()}${templateOf(url).replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())}`,
    tags: [schema.tag ?? 'other'],
    summary: told,
    ...(declared && { description: steps.flatMap(({ procedure, step }) => { const one = procedure.steps[step]; return one ? [describeStep(procedure, one)] : [] }).join('\n\n---\n\n') }),
    parameters: [
      ...parameters('path', schema.params, components), ...parameters('query', schema.querystring, components), ...(schema.idempotent ? [idempotencyKey] : []),
    ],
    ...(requestBody && { requestBody }),
    responses: { 200: replyOf(route, components), ...emptyOf(route), '4XX': problem, '5XX': problem },
    ...(schema.open && { security: [] }),
  }
}

/** The OpenAPI 3.1 document of the routes registered and the procedures declared. */
export const document = (routes: readonly Route[], procedures: readonly Procedure[], site: { readonly url: string; readonly cookie: string }): object => {
  const components: Schemas = {}
  hoist(problemSchema, components)
  const paths = Object.fromEntries([...Map.groupBy(routes, route => templateOf(route.url))].map(([path, own]) =>
    [path, Object.fromEntries(own.map(route => [route.method.toLowerCase(), operationOf(route, procedures, components)]))]))
  for (const procedure of procedures) components[`${procedure.name}-${procedure.since}`] = factsSchema(procedure)
  const procedureTags = procedures.map(({ name, title }) => [name, title] as const)
  return {
    openapi: '3.1.0',
    info: {
      title: '善治 Shanzhi', version: '0.1.0', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: '基层社会治理平台接口，由条例的程序声明生成。写操作须带请求头 `X-Requested-With: shanzhi`。\n\nGenerated from the declared procedures. Writes carry the header `X-Requested-With: shanzhi`.',
    },
    servers: [{ url: site.url }],
    tags: [...Object.entries(tags), ...procedureTags].map(([name, words]) => ({ name, description: both(words) })),
    paths,
    components: { schemas: components, securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: site.cookie }, program: { type: 'http', scheme: 'bearer', description: '程序用令牌，由本人在设置中创建 · A program’s token, made at Settings (POST /api/me/programs)' } } },
    security: [{ session: [] }, { program: [] }],
  }
}
