import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asked } from '../../kernel/procedure.ts'
import { procedures } from '../../procedures/index.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { steppable } from '../routes/steps.ts'
import { faultsIn } from '../../test/helpers/openapi.ts'
import { templateOf } from './document.ts'

type Body = { readonly title: string; readonly properties: { readonly input: { readonly properties: object } } }
type Operation = { readonly summary: string; readonly description?: string; readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: Body | { readonly oneOf: readonly Body[] } } } } }
type Document = { readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } }; readonly components: { readonly schemas: { readonly [name: string]: { readonly properties?: object } } } }

let world: TestSite
let document: Document
before(async () => {
  world = await openTestSite()
  document = JSON.parse((await world.app.inject('/openapi.json')).body) as Document
})
after(() => world.close())

test('the document holds together: references, parameters, operations', () => {
  assert.deepEqual(faultsIn(document), [])
})

test('every route under /api stands in the document, and nothing else', () => {
  const lines = world.app.printRoutes({ commonPrefix: false, includeHooks: false })
  const documented = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`))
  for (const route of documented) {
    const [method = 'GET', path = ''] = route.split(' ')
    assert.ok(world.app.hasRoute({ method, url: path.replaceAll(/\{(\w+)\}/g, ':$1') }), route)
  }
  const served = lines.split('\n').length
  assert.ok(served >= Object.keys(document.paths).length)
  for (const url of ['/api/me', '/api/matters/:id', '/api/files/:id', '/api/reference/route', '/api/offices/:region/:kind/people']) assert.ok(document.paths[templateOf(url)], url)
})

test('every step that people take is described in both languages with its articles, and asks what the declaration asks', () => {
  for (const procedure of procedures) {
    for (const [name, step] of Object.entries(procedure.steps).filter(([, one]) => steppable(one))) {
      const path = step.opens === undefined ? `/api/matters/{id}/${name}` : `/api/${procedure.name}/${name}`
      const operation = document.paths[path]?.['post']
      assert.ok(operation, path)
      assert.ok(operation.description?.includes(step.zh) && operation.description.includes(step.en))
      for (const citation of step.basis) assert.ok(operation.description?.includes(`Art. ${citation}`), `${path} ${citation}`)
      const schema = operation.requestBody?.content['application/json']?.schema
      const body = schema && 'oneOf' in schema ? schema.oneOf.find(one => one.title === procedure.name) : schema
      assert.deepEqual(Object.keys(body?.properties.input.properties ?? {}), asked(step).flatMap(ask => (ask.brought ? [] : [ask.fact])))
    }
    const facts = document.components.schemas[`${procedure.name}-${procedure.since}`]
    assert.deepEqual(Object.keys(facts?.properties ?? {}), Object.keys(procedure.facts))
  }
})

test('a table is described column by column, with its options and its way to Excel; several places by their levels', () => {
  type Described = { readonly description?: string; readonly items?: { readonly properties?: { readonly [column: string]: { readonly description?: string } } } }
  const facts = Object.entries(procedures).flatMap(([, procedure]) => Object.entries(procedure.facts).map(([name, fact]) =>
    ({ procedure, name, fact, told: (document.components.schemas[`${procedure.name}-${procedure.since}`]?.properties as { readonly [fact: string]: Described } | undefined)?.[name] })))
  const tables = facts.filter(one => one.fact.kind === 'rows')
  assert.ok(tables.length > 0)
  for (const { procedure, name, fact, told } of tables) {
    const said = told?.description ?? assert.fail(`${procedure.name} ${name} is not described`)
    for (const [column, { label, options = {} }] of Object.entries(fact.columns ?? {})) {
      assert.equal(told?.items?.properties?.[column]?.description, `${label.zh} · ${label.en}`)
      assert.ok(said.includes(`\`${column}\` ${label.zh} · ${label.en}`), `${procedure.name} ${name} ${column}`)
      for (const [code, option] of Object.entries(options)) assert.ok(said.includes(`\`${code}\` ${option.zh}`), code)
    }
    assert.ok(said.includes(`/api/sheets/${procedure.name}/${name}`))
  }
  for (const { told } of facts.filter(one => one.fact.kind === 'regions')) assert.match(told?.description ?? '', /层级 Codes of places of level: /)
})
