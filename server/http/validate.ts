import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { TLocalizedValidationError } from 'typebox/error'
import type { Fault } from '../../kernel/refusal.ts'
import { isObject, words, type Words } from '../../kernel/words.ts'

/** A request whose form a route's schema does not allow. */
class Invalid extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super('invalid request')
    this.faults = faults
  }
}

export const isInvalid = (error: unknown): error is Invalid => error instanceof Invalid

const limit = (params: object): string => ('limit' in params ? String(params.limit) : '')

const whys: { readonly [keyword: string]: (params: object) => Words } = {
  type: params => words(`类型须为 ${'type' in params ? String(params.type) : ''}`, `must be of type ${'type' in params ? String(params.type) : ''}`),
  enum: () => words('须为所列值之一', 'must be one of the values listed'),
  const: () => words('须为所列值之一', 'must be one of the values listed'),
  anyOf: () => words('须为所列值之一', 'must be one of the values listed'),
  format: () => words('格式不正确', 'is not in the right form'),
  pattern: () => words('格式不正确', 'is not in the right form'),
  minimum: params => words(`不得小于 ${limit(params)}`, `must be ${limit(params)} or more`),
  maximum: params => words(`不得大于 ${limit(params)}`, `must be ${limit(params)} or less`),
  minLength: params => words(`至少 ${limit(params)} 个字`, `needs ${limit(params)} characters or more`),
  maxLength: params => words(`最多 ${limit(params)} 个字`, `takes ${limit(params)} characters at most`),
  maxItems: params => words(`最多 ${limit(params)} 项`, `takes ${limit(params)} items at most`),
}
const wrong = words('格式不正确', 'is not in the right form')

const fieldOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~')

const faultsOf = (error: TLocalizedValidationError): readonly Fault[] => {
  if (error.keyword === 'required') return error.params.requiredProperties.map(name => ({ fact: name, why: words('必须给出', 'is needed') }))
  if (error.keyword === 'additionalProperties') return error.params.additionalProperties.map(name => ({ fact: name, why: words('不接受此项', 'is not taken here') }))
  return [{ fact: fieldOf(error.instancePath), why: whys[error.keyword]?.(error.params) ?? wrong }]
}

const onePerField = (faults: readonly Fault[]): readonly Fault[] => [...new Map(faults.map(fault => [fault.fact, fault])).values()]

// Nobody types these into an address; PostgreSQL refuses U+0000 in any text. Tabs and line ends come with a text of several lines.
const control = /[\0-\x08\v\f\x0E-\x1F\x7F-\x9F]/

/** Parts of an address that hold control characters, by name: refused on every route alike. */
const unwritable = (value: unknown): readonly Fault[] =>
  Object.entries(isObject(value) ? value : {}).filter(([name, one]) => [name, one].flat().some(text => typeof text === 'string' && control.test(text)))
    .map(([name]) => ({ fact: name, why: words('含有控制字符', 'holds control characters') }))

const compiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = Compile(schema)
  // Addresses know only text, so numbers and switches are read from it; bodies are taken at their word.
  const reads = httpPart === 'querystring' || httpPart === 'params'
  return (value: unknown) => {
    const faults = reads ? unwritable(value) : []
    if (faults.length > 0) return { error: new Invalid(faults) }
    const given = reads ? validator.Convert(value) : value
    return validator.Check(given) ? { value: given } : { error: new Invalid(onePerField(validator.Errors(given).flatMap(faultsOf))) }
  }
}

/** Requests are checked by their typebox schemas; answers are our own, so they are only described by theirs. */
export const typeboxSchemas = (app: FastifyInstance): void => {
  app.setValidatorCompiler(compiler)
  app.setSerializerCompiler(() => data => JSON.stringify(data))
  app.setSchemaErrorFormatter(errors => (errors as unknown as Error))
}
