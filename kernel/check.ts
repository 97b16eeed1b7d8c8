import { isCitation, type Citation } from '../regulation/citation.ts'
import { asked, isOpen, type Procedure, type Step } from './procedure.ts'
import type { Json } from './words.ts'

/** What is wrong with a declaration as a graph; an empty list is a procedure that can run. */
export const check = (procedure: Procedure): readonly string[] => {
  const { stages, steps, facts } = procedure
  const stageNames = Object.keys(stages)
  const stepList = Object.entries(steps)
  const leadsTo = (step: Step): readonly string[] => [...(step.opens ? [step.opens] : []), ...(typeof step.to === 'string' ? [step.to] : step.to ?? [])]
  const leavesFrom = (step: Step): readonly string[] =>
    step.opens ? [] : step.from === 'open' ? stageNames.filter(name => isOpen(procedure, name)) : step.from ?? []

  const reach = (start: readonly string[], next: (stage: string) => readonly string[]): ReadonlySet<string> => {
    const seen = new Set<string>()
    const todo = [...start]
    for (let stage = todo.pop(); stage !== undefined; stage = todo.pop()) {
      if (!seen.has(stage)) {
        seen.add(stage)
        todo.push(...next(stage))
      }
    }
    return seen
  }
  const reachable = reach(stepList.flatMap(([, step]) => (step.opens ? leadsTo(step) : [])), stage =>
    stepList.filter(([, step]) => leavesFrom(step).includes(stage)).flatMap(([, step]) => leadsTo(step)))
  const canEnd = reach(stageNames.filter(name => stages[name]?.final), stage =>
    stepList.filter(([, step]) => leadsTo(step).includes(stage)).flatMap(([, step]) => leavesFrom(step)))

  const cited: readonly (readonly [where: string, citations: readonly Citation[]])[] = [
    ['procedure', procedure.basis],
    ...stepList.map(([name, step]) => [`step ${name}`, step.basis] as const),
    ...Object.entries(facts).map(([name, fact]) => [`fact ${name}`, fact.basis] as const),
    ...Object.entries(procedure.documents).map(([name, document]) => [`document ${name}`, document.basis] as const),
    ['notCovered', procedure.notCovered.map(gap => gap.basis)],
  ]
  return [
    ...(stepList.some(([, step]) => step.opens) ? [] : ['no step opens it']),
    ...(stageNames.some(name => stages[name]?.final) ? [] : ['no stage is final']),
    ...stageNames.flatMap(name => stageFaults(procedure, name, reachable.has(name), canEnd.has(name))),
    ...stepList.flatMap(([name, step]) => stepFaults(procedure, name, step)),
    ...cited.flatMap(([where, list]) => list.filter((citation: string) => !isCitation(citation)).map((citation: string) => `${where} cites ${citation}, which does not exist`)),
    ...rateFaults(procedure),
    ...(procedure.confined ? confinedFaults(procedure) : []),
    ...documentFaults(procedure),
  ]
}

/** What would carry anything of a confined matter out of its village. */
const confinedFaults = ({ stages, facts, measures, place }: Procedure): readonly string[] => [
  ...Object.entries(stages).filter(([, stage]) => stage.published).map(([name]) => `stage ${name} of what is confined is published`),
  ...Object.entries(facts).filter(([, fact]) => fact.search !== undefined).map(([name]) => `the fact ${name} of what is confined can be searched`),
  ...Object.keys(measures).map(name => `${name} counts what is confined`),
  ...(Array.isArray(facts[place]?.schema['x-levels']) && facts[place].schema['x-levels'].every(level => level === 'village' || level === 'grid') ? [] : [`what is confined lies in no village: ${place}`]),
]

const documentFaults = ({ documents, steps, facts }: Procedure): readonly string[] => Object.entries(documents).flatMap(([name, { from, uses, may = [] }]) => [
  ...(/^[a-z][a-zA-Z0-9]{0,39}$/.test(name) ? [] : [`document ${name} can stand in no address`]),
  ...(from.length > 0 ? [] : [`document ${name} is issued by no step`]),
  ...from.filter(step => !steps[step]).map(step => `document ${name} is issued by ${step}, which is no step`),
  ...[...uses, ...may].filter(fact => !facts[fact]).map(fact => `document ${name} tells ${fact}, which is no fact`),
])

const stageFaults = (procedure: Procedure, name: string, reachable: boolean, canEnd: boolean): readonly string[] => {
  const stage = procedure.stages[name]
  if (!stage) return []
  const leadsTo = stage.due?.then ?? ''
  const then = procedure.steps[leadsTo]
  const leaves = Object.values(procedure.steps).some(step => step.to !== undefined && (step.from === 'open' ? isOpen(procedure, name) : step.from?.includes(name)))
  return [
    ...(reachable ? [] : [`stage ${name} can't be reached`]),
    ...(canEnd ? [] : [`stage ${name} has no way to the end`]),
    ...(stage.final && Object.values(procedure.steps).some(step => step.from !== 'open' && step.from?.includes(name) && step.to !== undefined) ? [`final stage ${name} is left by a step`] : []),
    ...(!stage.final && !leaves ? [`stage ${name} is a dead end`] : []),
    ...(!stage.final && !stage.due && !stage.waits ? [`stage ${name} has neither a time limit nor a reason for none`] : []),
    ...(stage.due && !then ? [`the time limit of ${name} leads to ${leadsTo}, which is no step`] : []),
    ...(stage.due?.standsStillIn ?? []).filter(other => !procedure.stages[other] || other === name).map(other => `the clock of ${name} stands still in ${other}, which is no other stage`),
    ...(then && !then.by.some(who => who.who === 'clock') ? [`the time limit of ${name} leads to ${leadsTo}, which the clock may not take`] : []),
    ...(then && !(then.from === 'open' ? isOpen(procedure, name) : then.from?.includes(name)) ? [`the time limit of ${name} leads to ${leadsTo}, which can't be taken there`] : []),
  ]
}

const stepFaults = (procedure: Procedure, name: string, step: Step): readonly string[] => [
  ...(step.by.length > 0 ? [] : [`nobody holds step ${name}`]),
  ...(step.opens !== undefined || step.from !== undefined ? [] : [`step ${name} can be taken nowhere`]),
  ...(Array.isArray(step.to) && !step.then ? [`step ${name} leads to several stages and nothing chooses`] : []),
  ...(Array.isArray(step.from) && step.from.length === 0 ? [`step ${name} can be taken nowhere`] : []),
  ...asked(step).filter(ask => !procedure.facts[ask.fact]).map(ask => `step ${name} asks for ${ask.fact}, which is no fact`),
  ...asked(step).flatMap(({ fact, only }) => (only && !(procedure.facts[only.where]?.options?.[only.is] && asked(step).some(ask => ask.fact === only.where && !ask.optional && !ask.only))
    ? [`step ${name} asks for ${fact} where ${only.where} is ${only.is}, which can't be`] : [])),
  ...(step.needs ?? []).filter(need => !procedure.needs[need]).map(need => `step ${name} needs ${need}, which is not declared`),
]

const rateFaults = (procedure: Procedure): readonly string[] => [
  ...Object.entries(procedure.rates).flatMap(([name, rate]) =>
    [rate.of, rate.among, ...(rate.without ? [rate.without.among, rate.without.of ?? rate.of] : [])].filter(measure => !procedure.measures[measure]).map(measure => `rate ${name} counts ${measure}, which is no measure`)),
  ...(procedure.facts[procedure.heading]?.class === 'public' || procedure.facts[procedure.heading]?.class === 'internal'
    ? [] : [`the heading ${procedure.heading} is no public or internal fact`]),
  ...Object.entries(procedure.facts).filter(([, fact]) => fact.hidden && (fact.search !== undefined || fact.class === 'public' || fact.class === 'internal'))
    .map(([name]) => `the hidden fact ${name} stands open to lists or to search`),
  ...Object.entries(procedure.facts).filter(([, fact]) => fact.ofOffice && (fact.shared || fact.kind === 'files' || fact.search !== undefined || fact.class === 'public' || fact.class === 'internal'))
    .map(([name]) => `${name} is of the office that gave it, and stands open to others`),
  ...Object.entries(procedure.facts).flatMap(([name, { schema }]) => (typeof schema['x-office'] === 'string' && procedure.facts[schema['x-office']]?.kind !== 'office'
    ? [`${name} is said to be of ${schema['x-office']}, which is no office`] : [])),
  ...Object.entries(procedure.facts).flatMap(([name, { schema }]) => rowFault(procedure.facts, name, schema['x-row-of'], schema['x-row-until'])),
  ...(procedure.facts[procedure.place]?.kind === 'region' ? [] : [`the place ${procedure.place} is no region`]),
  ...Object.entries(procedure.steps).filter(([, step]) => step.opens && !asked(step).some(ask => ask.fact === procedure.place && !ask.optional)).map(([name]) => `step ${name} opens without asking for ${procedure.place}`),
]

/** A number that is said to be a row of something else than a table, or to end by a column that the table has not. */
const rowFault = (facts: Procedure['facts'], name: string, table: Json | undefined, until: Json | undefined): readonly string[] => {
  if (table === undefined) return []
  const columns = typeof table === 'string' ? facts[table]?.columns : undefined
  return columns !== undefined && (until === undefined || (typeof until === 'string' && Object.hasOwn(columns, until))) ? [] : [`${name} is said to be a row of ${typeof table === 'string' ? table : 'nothing'}, which is no such table`]
}
