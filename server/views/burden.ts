import { legalDay } from '../../kernel/calendar.ts'
import { gateRule } from '../../kernel/gate-rules.ts'
import { levelOf } from '../../kernel/region.ts'
import { words, type Words } from '../../kernel/words.ts'
import { manners } from '../../procedures/3-governance/commission/facts.ts'
import { procedures } from '../../procedures/index.ts'
import type { CommunityLoad, Load, MonthLoad } from '../../registers/burden/communities.ts'
import type { IssuerLoad, RefusedCount } from '../../registers/burden/issuers.ts'
import type { Attempt, GivenTask, Planned } from '../../registers/burden/lists.ts'
import { standingOf, type Ceiling } from '../../registers/burden/warn.ts'
import type { BurdenFigures, BurdenIssuer, BurdenMonth, BurdenPlace, BurdenTask, PlannedWork, RefusedAttempt } from '../wire/burden.ts'
import { officeRef, regionRef, type Names } from './place.ts'

const none: Load = { tasks: 0, forms: 0, fields: 0, minutes: 0, assist: 0, entrust: 0, emergency: 0, own: 0, outside: 0, unestimated: 0, promised: 0, delivered: 0, running: 0 }

const figuresOf = (load: Load | undefined, refused: number): BurdenFigures => {
  const { tasks, forms, fields, minutes, assist, entrust, emergency, own, outside, unestimated, promised, delivered, running } = load ?? none
  return { tasks, forms, fields, minutes, assist, entrust, emergency, own, outside, unestimated, promised, delivered, running, refused }
}

const add = (loads: readonly Load[]): Load =>
  loads.reduce((sum, load) => ({
    tasks: sum.tasks + load.tasks, forms: sum.forms + load.forms, fields: sum.fields + load.fields, minutes: sum.minutes + load.minutes, assist: sum.assist + load.assist, entrust: sum.entrust + load.entrust,
    emergency: sum.emergency + load.emergency, own: sum.own + load.own, outside: sum.outside + load.outside, unestimated: sum.unestimated + load.unestimated, promised: sum.promised + load.promised, delivered: sum.delivered + load.delivered,
    running: sum.running + load.running,
  }), none)

type Read = {
  readonly region: string
  readonly loads: readonly CommunityLoad[]
  readonly months: readonly MonthLoad[]
  readonly refused: readonly { readonly community: string; readonly n: number }[]
  /** All that the gate refused; an attempt at several places is one here. */
  readonly refusedInAll: number
  readonly month: string
  /** How many communities there are in a place. */
  readonly communities: (region: string) => number
}

/** Places with any load or attempt, the most loaded this month first; a city's by county. */
export const placesOf = ({ region, loads, months, refused, refusedInAll, month, communities }: Read, ceiling: Ceiling, names: Names): { readonly rows: readonly BurdenPlace[]; readonly total: BurdenPlace } => {
  const now = months.filter(one => one.month === month)
  const placeOf = (code: string, load: Load | undefined, attempts: number): BurdenPlace => {
    const inside = now.filter(one => one.community.startsWith(code))
    const standings = inside.filter(one => one.community.length === 12).map(one => standingOf(one, ceiling))
    return {
      region: regionRef(names, code), figures: figuresOf(load, attempts), communities: communities(code),
      month: { minutes: inside.reduce((sum, one) => sum + one.minutes, 0), forms: inside.reduce((sum, one) => sum + one.forms, 0) },
      over: standings.filter(one => one === 'over').length, near: standings.filter(one => one === 'near').length,
      ...(code.length === 12 && { standing: standings[0] ?? 'within' }),
    }
  }
  // A township's row among those of its communities is the work it was given itself.
  const rowOf = (code: string): BurdenPlace => {
    const row = placeOf(code, loads.find(one => one.community === code), refused.find(one => one.community === code)?.n ?? 0)
    if (code.length !== 9) return row
    const own = now.find(one => one.community === code)
    return { ...row, communities: 0, over: 0, near: 0, month: { minutes: own?.minutes ?? 0, forms: own?.forms ?? 0 } }
  }
  const codes = [...new Set([...loads.map(one => one.community), ...refused.map(one => one.community)])]
  const rows = codes.map(rowOf).toSorted((a, b) => b.month.minutes - a.month.minutes || b.figures.minutes - a.figures.minutes || (a.region.code < b.region.code ? -1 : 1))
  return { rows, total: placeOf(region, add(loads), refusedInAll) }
}

export const trendOf = (months: readonly string[], loads: readonly MonthLoad[], ceiling: Ceiling): readonly BurdenMonth[] =>
  months.map(month => {
    const of = loads.filter(one => one.month === month)
    const sum = (what: 'tasks' | 'forms' | 'minutes'): number => of.reduce((total, one) => total + one[what], 0)
    return { month, tasks: sum('tasks'), forms: sum('forms'), minutes: sum('minutes'), over: of.filter(one => one.community.length === 12 && standingOf(one, ceiling) === 'over').length }
  })

/** Offices by the minutes they gave, then by what was refused to them. */
export const issuersOf = (loads: readonly IssuerLoad[], refused: readonly RefusedCount[], names: Names): readonly BurdenIssuer[] => {
  const codes = [...new Set([...loads.map(one => one.issuer), ...refused.map(one => one.office)])]
  return codes.map((code): BurdenIssuer => {
    const load = loads.find(one => one.issuer === code)
    const refusedBy = refused.filter(one => one.office === code).map(one => ({ code: one.code, rule: ruleOf(one.code), n: one.n }))
    return {
      ...(code !== '' && { office: officeRef(names, code) }), figures: figuresOf(load, refusedBy.reduce((sum, one) => sum + one.n, 0)),
      communities: load?.communities ?? 0, disowned: load?.disowned ?? 0, refusedBy,
    }
  }).toSorted((a, b) => b.figures.minutes - a.figures.minutes || b.figures.refused - a.figures.refused || b.figures.tasks - a.figures.tasks || ((a.office?.code ?? '') < (b.office?.code ?? '') ? -1 : 1))
}

const ruleOf = (code: string): Words => { const { zh, en } = gateRule(code); return words(zh, en) }

/** In what form work comes: those of a commission, and what is mended after an inspection. */
const forms: { readonly [form: string]: Words } = { ...manners, rectification: words('检查整改', 'Mended after an inspection') }
const mannerOf = (form: string): Words => forms[form] ?? words(form, form)

/** What communities logged has no words of its own for everyone: its form says what it was. */
const titleOf = ({ kind, form, title }: Pick<GivenTask, 'kind' | 'form' | 'title'>): Words => (kind === 'outside' ? words(title, `Past the platform: ${mannerOf(form).en.toLowerCase()}`) : words(title, title))

/** The procedure in which a row of given work runs: stages of the same name say another thing in each. */
const procedureOf = ({ kind, form, community }: Pick<GivenTask, 'kind' | 'form' | 'community'>): string =>
  kind === 'outside' ? 'outside-order' : form === 'rectification' ? 'village-inspection' : levelOf(community) === 'township' ? 'township-task' : 'community-task'

/** The stage of a task or of an order, by the declaration it runs by. */
const stateOf = (task: GivenTask): Words => {
  const { state } = task
  // An inspection closes; its row says whether what was found is done.
  const of = [procedureOf(task), 'community-task'].flatMap(name => procedures.find(one => one.name === name) ?? [])
  const stage = of.flatMap(one => one.stages[state] ?? one.facts['outcome']?.options?.[state] ?? [])[0]
  return stage ? words(stage.zh, stage.en) : words(state, state)
}

export const taskView = (task: GivenTask, names: Names): BurdenTask => ({
  matter: task.matter, number: task.number, title: titleOf(task), community: regionRef(names, task.community), ...(task.issuer !== '' && { issuer: officeRef(names, task.issuer) }),
  kind: task.kind, manner: mannerOf(task.form), since: task.since, until: task.until, minutes: task.minutes, fields: task.fields, promised: task.promised, delivered: task.delivered, state: stateOf(task),
})

const fewNames = 3

export const attemptView = ({ act, at, office, code, item, communities }: Attempt, names: Names): RefusedAttempt => ({
  id: act, at: at.toISOString(), office: officeRef(names, office), rule: ruleOf(code), basis: gateRule(code).basis, ...(item !== null && { item }),
  communities: communities.length, names: communities.slice(0, fewNames).map(one => regionRef(names, one)),
})

export const plannedView = (work: Planned, names: Names): PlannedWork => ({
  matter: work.matter, title: titleOf(work), ...(work.issuer !== '' && { issuer: officeRef(names, work.issuer) }), kind: work.kind, manner: mannerOf(work.form), since: work.since, until: work.until,
  communities: work.communities, ...(work.communities === 1 && { community: regionRef(names, work.community) }), minutes: work.minutes, open: work.open,
})

/** How many communities stand in a place now. */
export const communitiesIn = ({ directory }: Names, region: string): number =>
  region.length >= 12 ? 1 : directory.children(region).reduce((sum, child) => sum + (levelOf(child.code) === 'village' ? 1 : communitiesIn({ directory, language: 'zh' }, child.code)), 0)

export const isValid = (until: string, now: Date): boolean => until >= legalDay(now)
