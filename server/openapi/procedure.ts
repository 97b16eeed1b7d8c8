import type { Citation } from '../../regulation/citation.ts'
import { labelOf } from '../../regulation/citation.ts'
import { classes } from '../../kernel/post.ts'
import type { Fact } from '../../kernel/fact.ts'
import { inputSchema } from '../../kernel/form.ts'
import { levels, type Level } from '../../kernel/region.ts'
import type { Procedure, Step } from '../../kernel/procedure.ts'
import type { Words } from '../../kernel/words.ts'

const articles = (basis: readonly Citation[]): string =>
  basis.length === 0 ? '' : `\n\n依据 Basis: ${basis.map(citation => `${labelOf(citation).zh} (${labelOf(citation).en})`).join('、')}`

const both = ({ zh, en }: Words): string => `${zh} · ${en}`

const stagesOf = (procedure: Procedure, step: Step): string => {
  if (step.opens !== undefined || step.from === undefined) return ''
  if (step.from === 'open') return '\n\n可在办理中的任何环节进行 In any stage where work is still to be done.'
  return `\n\n环节 Stages: ${step.from.map(name => both(procedure.stages[name] ?? { zh: name, en: name })).join('；')}`
}

/** What a step is, who may take it, where, on which article and what it causes, in both languages. */
export const describeStep = (procedure: Procedure, step: Step): string =>
  `${both(step)}${step.causes ? `\n\n${both(step.causes)}` : ''}\n\n办理人 By: ${step.by.map(both).join('；')}${stagesOf(procedure, step)}${articles(step.basis)}`

/** The body that takes a step; an opening step needs no `seq`. */
export const stepBody = (procedure: Procedure, step: Step): object => ({
  title: procedure.name,
  type: 'object', additionalProperties: false, required: step.opens === undefined ? ['seq', 'input'] : ['input'],
  properties: {
    ...(step.opens === undefined && { seq: { type: 'integer', minimum: 0, description: 'seq 须为所见事项的序号。The `seq` of the matter as seen; a stale one is refused with what changed.' } }),
    input: described(procedure, step),
  },
})

const described = (procedure: Procedure, step: Step): object => {
  const schema = inputSchema(procedure, step) as { readonly properties: { readonly [fact: string]: object } }
  return { ...schema, properties: Object.fromEntries(Object.entries(schema.properties).map(([name, own]) => [name, { ...own, ...factNotes(procedure, name) }])) }
}

const optionsOf = ({ options = {} }: Fact): string => Object.entries(options).map(([key, label]) => `\`${key}\` ${both(label)}`).join('；')

/** A table's columns, a line each, and how it goes to and from Excel. */
const columnsOf = (procedure: string, name: string, { columns = {}, optional = [] }: Fact): string => [
  '列 Columns:',
  ...Object.entries(columns).map(([column, one]) => `- \`${column}\` ${both(one.label)}${optional.includes(column) ? '（选填 optional）' : ''}${one.options ? `：${optionsOf(one)}` : ''}${one.hint ? ` — ${both(one.hint)}` : ''}`),
  '', `Excel: GET /api/sheets/${procedure}/${name}.xlsx, POST /api/sheets/${procedure}/${name}, GET /api/matters/{id}/sheets/${name}.xlsx`,
].join('\n')

const placesOf = ({ schema }: Fact): string => {
  const allowed = Array.isArray(schema['x-levels']) ? schema['x-levels'].filter((one): one is Level => typeof one === 'string' && Object.hasOwn(levels, one)) : []
  return allowed.length === 0 ? '' : `区划代码，层级 Codes of places of level: ${allowed.map(level => both(levels[level])).join('；')}`
}

const factNotes = (procedure: Procedure, name: string): object => {
  const fact = procedure.facts[name]
  if (!fact) return {}
  const shape = fact.kind === 'rows' ? columnsOf(procedure.name, name, fact) : fact.kind === 'regions' ? placesOf(fact) : optionsOf(fact)
  const parts = [both(fact.label), ...(fact.hint ? [both(fact.hint)] : []), ...(shape === '' ? [] : [shape]), `级别 Class: ${both(classes[fact.class])}`]
  return { title: fact.label.en, description: `${parts.join('\n\n')}${articles(fact.basis)}` }
}

/** A procedure's facts as a schema of its own: what `facts` of its matters may hold. */
export const factsSchema = (procedure: Procedure): object => ({
  type: 'object',
  description: `${both(procedure.title)}${articles(procedure.basis)}`,
  properties: Object.fromEntries(Object.entries(procedure.facts).map(([name, fact]) => [name, { ...fact.schema, ...factNotes(procedure, name), 'x-class': fact.class }])),
  'x-stages': Object.fromEntries(Object.entries(procedure.stages).map(([name, { zh, en, final }]) => [name, { zh, en, ...(final && { final }) }])),
  'x-since': procedure.since,
})
