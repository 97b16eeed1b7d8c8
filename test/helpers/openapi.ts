import { isObject } from '../../kernel/words.ts'

const methods = new Set(['get', 'post', 'put', 'patch', 'delete'])

const walk = (value: unknown, at: string, visit: (node: { readonly [key: string]: unknown }, at: string) => void): void => {
  if (Array.isArray(value)) value.forEach((one, i) => { walk(one, `${at}/${i}`, visit) })
  if (!isObject(value)) return
  visit(value, at)
  for (const [key, one] of Object.entries(value)) walk(one, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, visit)
}

const at = (document: unknown, pointer: string): unknown =>
  pointer.slice(2).split('/').reduce<unknown>((node, key) => (isObject(node) ? node[key.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined), document)

const types = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'])

/** What is wrong with an OpenAPI 3.1 document: the rules of the specification that a generator can break. */
export const faultsIn = (document: unknown): readonly string[] => {
  const faults: string[] = []
  if (!isObject(document) || typeof document['openapi'] !== 'string' || !document['openapi'].startsWith('3.1.')) return ['not an OpenAPI 3.1 document']
  const { info, paths } = document
  if (!isObject(info) || typeof info['title'] !== 'string' || typeof info['version'] !== 'string') faults.push('info needs title and version')
  const ids = new Set<unknown>()
  for (const [path, item] of Object.entries(isObject(paths) ? paths : {})) {
    if (!path.startsWith('/')) faults.push(`${path} does not begin with /`)
    for (const [method, operation] of Object.entries(isObject(item) ? item : {})) {
      const where = `${method} ${path}`
      if (!methods.has(method) || !isObject(operation)) { faults.push(`${where} is no operation`); continue }
      if (typeof operation['operationId'] !== 'string' || ids.has(operation['operationId'])) faults.push(`${where}: operationId missing or repeated`)
      ids.add(operation['operationId'])
      if (!isObject(operation['responses']) || Object.keys(operation['responses']).length === 0) faults.push(`${where}: no responses`)
      for (const [status, response] of Object.entries(isObject(operation['responses']) ? operation['responses'] : {})) {
        if (!/^(?:[1-5](?:\d\d|XX)|default)$/.test(status)) faults.push(`${where}: response ${status}`)
        if (!isObject(response) || typeof response['description'] !== 'string') faults.push(`${where}: response ${status} has no description`)
      }
      const given = Array.isArray(operation['parameters']) ? operation['parameters'].filter(isObject) : []
      const inPath = given.filter(one => one['in'] === 'path').map(one => one['name'])
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(found => found[1])
      if (inPath.toSorted().join() !== named.toSorted().join()) faults.push(`${where}: path parameters ${inPath.join()} for ${named.join()}`)
      for (const one of given) {
        if (one['in'] === 'path' && one['required'] !== true) faults.push(`${where}: path parameter ${String(one['name'])} not required`)
        if (!isObject(one['schema'])) faults.push(`${where}: parameter ${String(one['name'])} without schema`)
      }
    }
  }
  walk(document, '#', (node, where) => {
    if (typeof node['$ref'] === 'string' && at(document, node['$ref']) === undefined) faults.push(`${where}: nothing at ${node['$ref']}`)
    if ('$id' in node) faults.push(`${where}: $id left standing`)
    if (typeof node['type'] === 'string' && where.includes('schema') && !where.includes('securitySchemes') && !where.endsWith('/properties') && !types.has(node['type'])) faults.push(`${where}: type ${node['type']}`)
    if (Array.isArray(node['required']) && isObject(node['properties'])) {
      const { properties } = node
      for (const name of node['required']) if (typeof name === 'string' && !(name in properties)) faults.push(`${where}: requires ${name}, which is no property`)
    }
  })
  return faults
}
