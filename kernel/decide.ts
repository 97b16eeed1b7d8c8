import { extendClock, isRunning, limitOf, recountClock, resumeClock, setAside, startClock, stopClock, type Clock, type Law, type Limit } from './clock.ts'
import type { Effect } from './effect.ts'
import { gate, isCommunity, type Known } from './gate.ts'
import type { Outcome } from './fold.ts'
import { sameParty, type Matter, type Party } from './matter.ts'
import { asked, isAsked, isFinal, isOpen, standsStill, type AskedFact, type ClockChange, type Context, type Move, type Needs, type Procedure, type Stage, type Step } from './procedure.ts'
import type { Facts, ValuesOf } from './fact.ts'
import type { Actor } from './post.ts'
import { faulty, isRefusal, refuse, type Fault, type Refusal } from './refusal.ts'
import type { RuleName } from '../regulation/rules.ts'
import { isObject, words, type Json, type Words } from './words.ts'
import { may } from './who.ts'

/** What is asked of `decide`: this step, by this person, now. `fires` names the clock that ran out, on the clock's own steps. */
export type Attempt = {
  readonly procedure: Procedure
  readonly matter: Matter
  readonly step: string
  readonly input: unknown
  readonly actor: Actor
  readonly now: Date
  /** When it was written, where that was before. */
  readonly written?: Date
  readonly law: Law
  readonly needs: { readonly [name: string]: unknown }
  /** What the registers say of the work that the step gives. */
  readonly gate?: Known
  readonly fires?: string
  /** Another matter opens this one, and brings along what it knows. */
  readonly follows?: boolean
}

/** A step taken: what is kept (`outcome`, facts still unmasked in `set`) and what it sets in motion. */
export type Event = { readonly outcome: Outcome; readonly effects: readonly Effect[] }

const stageNames = (procedure: Procedure, names: readonly string[]): { zh: string; en: string } => ({
  zh: names.map(name => `“${procedure.stages[name]?.zh ?? name}”`).join('、'),
  en: names.map(name => `“${procedure.stages[name]?.en ?? name}”`).join(', '),
})

const canBeTakenIn = (procedure: Procedure, step: Step, stage: string): boolean =>
  step.from === 'open' ? isOpen(procedure, stage) : (step.from ?? []).includes(stage)

const stands = (procedure: Procedure, matter: Matter, step: Step): boolean =>
  step.opens === undefined ? matter.seq > 0 && canBeTakenIn(procedure, step, matter.stage) : matter.seq === 0

const wrongStage = (procedure: Procedure, matter: Matter, step: Step): Refusal => {
  const now = stageNames(procedure, [matter.stage])
  const from = step.from === 'open' || step.from === undefined ? undefined : stageNames(procedure, step.from)
  return refuse(
    isFinal(procedure, matter.stage) ? 'closed' : 'wrong-stage',
    words(`事项现处于${now.zh}，不能“${step.zh}”`, `The matter stands in ${now.en}; “${step.en}” can't be taken there`),
    { basis: step.basis, ...(from && { remedy: words(`此动作只能在${from.zh}环节进行`, `It can be taken in ${from.en}`) }) },
  )
}

const notYours = (step: Step): Refusal =>
  refuse('not-yours', words(`“${step.zh}”由${step.by.map(w => w.zh).join('、')}办理`, `“${step.en}” is for ${step.by.map(w => w.en).join(', ')}`), {
    basis: step.basis,
    remedy: words('请由有权岗位办理，或切换岗位', 'Ask whoever holds that post, or act from another of your own'),
  })

/** The step of a name given from outside. */
export const stepOf = (procedure: Procedure, name: string): Step | undefined => (Object.hasOwn(procedure.steps, name) ? procedure.steps[name] : undefined)

/** Whether a step stands open to an actor before anything is typed; a refusal says why not. */
export const offers = (procedure: Procedure, matter: Matter, stepName: string, actor: Actor, now: Date, law: Law): Refusal | undefined => {
  const step = stepOf(procedure, stepName)
  if (!step) return refuse('no-such-step', words('没有这个动作', 'There is no such step'))
  if (!stands(procedure, matter, step)) return wrongStage(procedure, matter, step)
  if (!may(step.by, actor, matter)) return notYours(step)
  return step.only?.({ matter, actor, now, law })
}

const notAsked = (procedure: Procedure, { only, brought }: AskedFact): Words => {
  if (brought) return words('由来源事项带入，不用填写', 'It comes with the matter from which this one follows')
  const other = procedure.facts[only?.where ?? '']
  const option = other?.options?.[only?.is ?? '']
  return words(`仅在${other?.label.zh ?? ''}为“${option?.zh ?? ''}”时填写`, `Given only where ${other?.label.en ?? ''} is “${option?.en ?? ''}”`)
}

/** Checks what was given against what the step asks: unknown names, missing facts, and each value. `follows`: given by another matter, from which this one follows. */
export const parse = (procedure: Procedure, step: Step, input: unknown, follows = false): { readonly values: { readonly [fact: string]: Json } } | Refusal => {
  const given = input ?? {}
  if (!isObject(given)) return refuse('bad-input', words('提交内容格式不正确', 'The input is not an object'))
  const asks = asked(step)
  const faults: Fault[] = Object.keys(given)
    .filter(name => !asks.some(ask => ask.fact === name))
    .map(name => ({ fact: name, why: words('此动作不收集该项', 'This step does not ask for it') }))
  const values: { [fact: string]: Json } = {}
  for (const ask of asks) {
    const { fact: name, optional } = ask
    const fact = procedure.facts[name]
    const value = given[name]
    if (!fact) continue
    const needed = isAsked(ask, given, follows)
    const nothing = value === undefined || value === null || value === ''
    // A list without anything in it is none where one is needed; where it may be left out, it says that there is nothing.
    if (nothing || (needed && !optional && Array.isArray(value) && value.length === 0)) {
      if (needed && !optional) faults.push({ fact: name, why: fact.kind === 'files' ? words(`请上传${fact.label.zh}`, `${fact.label.en}: add at least one file`) : words(`请填写${fact.label.zh}`, `${fact.label.en} is needed`) })
      continue
    }
    if (!needed) {
      faults.push({ fact: name, why: notAsked(procedure, ask) })
      continue
    }
    const checked = fact.check(value)
    if (checked.ok) values[name] = checked.value
    else faults.push({ fact: name, why: checked.why }, ...(checked.cells ?? []).map(cell => ({ fact: name, ...cell })))
  }
  return faults.length === 0 ? { values } : faulty(faults, step.basis)
}

const limit = (law: Law, of: Limit | RuleName, now: Date): Limit => (typeof of === 'string' ? limitOf(law, of, now) : of)

const change = (clocks: Matter['clocks'], wish: ClockChange, law: Law, now: Date): Clock | null => {
  const present = clocks[wish.clock]
  if ('start' in wish) return startClock(law, limit(law, wish.start, now), wish.then, now)
  if (!present || 'end' in wish) return null
  if ('stop' in wish) return stopClock(present, wish.stop, now)
  if ('recount' in wish) return recountClock(law, present)
  return 'resume' in wish ? resumeClock(law, present, now) : extendClock(law, present, wish.extend)
}

/** The step decided: an event, or a refusal that names its rule. Pure: the same attempt gives the same answer for ever. */
export const decide = (attempt: Attempt): Event | Refusal => {
  const { procedure, matter, actor, now, law, fires } = attempt
  const refused = offers(procedure, matter, attempt.step, actor, now, law)
  const step = stepOf(procedure, attempt.step)
  if (refused || !step) return refused ?? refuse('no-such-step', words('没有这个动作', 'There is no such step'))
  const fired = fires === undefined ? undefined : matter.clocks[fires]
  if (fires !== undefined && (!fired || !isRunning(fired) || fired.then !== attempt.step || Date.parse(fired.due) > now.getTime())) {
    return refuse('not-due', words('时限未到或已停止', 'The clock has not run out, or was stopped'))
  }
  const parsed = parse(procedure, step, attempt.input, attempt.follows)
  if (isRefusal(parsed)) return parsed

  const input = parsed.values as ValuesOf<Facts>
  const context: Context<Facts, Needs> = { matter, actor, now, law, input, facts: { ...matter.facts, ...input }, needs: attempt.needs, written: attempt.written ?? now, ...(attempt.gate && { gate: attempt.gate }) }
  const giving = step.gives?.(context)
  const barred = giving && gate(giving, attempt.gate, now)
  if (barred) return barred
  const answer = step.then?.(context) ?? {}
  if (isRefusal(answer)) return { ...answer, basis: answer.basis.length > 0 ? answer.basis : step.basis }
  const slipped = handed(matter, actor, answer).find(office => !giving?.to.includes(office))
  if (slipped !== undefined) throw new Error(`${procedure.name}.${attempt.step} gives ${slipped} work past the gate`)
  return taken(procedure, matter, step, context, answer, fires)
}

/** Communities that a move hands a matter they had no part in. What comes back to where it was, or stays with who acts, is not given; residents bring their own affairs to their committee. */
const handed = (matter: Matter, actor: Actor, move: Move): readonly string[] =>
  actor.kind === 'resident' ? [] : [move.holder?.office, ...(move.parties ?? []).filter(party => party.account === undefined).map(party => party.office)]
    .filter((office): office is string => office !== undefined && isCommunity(office) && office !== actor.office && !matter.parties.some(party => party.office === office))

const taken = (procedure: Procedure, matter: Matter, step: Step, context: Context<Facts, Needs>, move: Move, fires: string | undefined): Event => {
  const { law, now } = context
  const target = move.to ?? step.opens ?? (typeof step.to === 'string' ? step.to : undefined)
  const stage = target === undefined ? undefined : procedure.stages[target]
  const entered = target !== undefined && (target !== matter.stage || step.to !== undefined)
  const set = { ...(entered && leftBehind(procedure, matter)), ...context.input, ...move.set } as { readonly [fact: string]: Json }
  const clocks: { [name: string]: Clock | null } = {}
  const fired = fires === undefined ? undefined : matter.clocks[fires]
  if (fires !== undefined && fired) clocks[fires] = { ...fired, fired: true }
  if (entered && stage) Object.assign(clocks, stageClocks(procedure, matter, target, stage, { ...context, facts: { ...context.facts, ...move.set } }))
  for (const wish of move.clocks ?? []) {
    clocks[wish.clock] = change(onlyPresent({ ...matter.clocks, ...clocks }), wish, law, now)
  }
  // Whoever comes to hold a matter takes part in it from then on, and goes on seeing it when it has moved away.
  const held: readonly Party[] = move.holder && move.holder.office !== matter.holder?.office ? [{ role: 'held', office: move.holder.office }] : []
  const parties = [...(move.parties ?? []), ...held].filter(party => !matter.parties.some(known => sameParty(known, party)))
  const strange = move.effects?.find(effect => effect.do === 'record' && !procedure.records.includes(effect.register))
  if (strange?.do === 'record') throw new Error(`${procedure.name} hands a row to ${strange.register}, which it does not declare`)
  return {
    outcome: {
      ...(entered && { stage: target }),
      ...(move.region !== undefined && { region: move.region }),
      ...(move.holder && { holder: move.holder }),
      ...(Object.keys(set).length > 0 && { set }),
      ...(parties.length > 0 && { parties }),
      ...(move.gone && move.gone.length > 0 && { gone: move.gone }),
      ...(move.links && move.links.length > 0 && { links: move.links }),
      ...(move.unlink && move.unlink.length > 0 && { unlink: move.unlink }),
      ...(Object.keys(clocks).length > 0 && { clocks }),
      ...(move.counts && { counts: move.counts }),
      ...(move.erased && move.erased.length > 0 && { erased: move.erased }),
      ...(move.unlinked && { unlinked: true }),
    },
    effects: move.effects ?? [],
  }
}

const onlyPresent = (clocks: { readonly [name: string]: Clock | null }): Matter['clocks'] =>
  Object.fromEntries(Object.entries(clocks).filter((pair): pair is [string, Clock] => pair[1] !== null))

/** The facts that stay with the stage they were given in, cleared. */
const leftBehind = (procedure: Procedure, matter: Matter): { readonly [fact: string]: null } =>
  Object.fromEntries(Object.keys(matter.facts).filter(name => procedure.facts[name]?.ofStage).map(name => [name, null]))

/**
 * Entering a stage ends the clocks of the one before and starts its own, or goes on with the one set aside. A clock beside it runs on where
 * the step it leads to can still be taken.
 */
const stageClocks = (procedure: Procedure, matter: Matter, target: string, stage: Stage, context: Context<Facts, Needs>): { readonly [name: string]: Clock | null } => {
  const runsOn = ([name, clock]: readonly [string, Clock]): boolean => {
    if (procedure.stages[name]) return standsStill(procedure, name, target)
    const then = procedure.steps[clock.then]
    return !endsWithStage.has(name) && then !== undefined && canBeTakenIn(procedure, then, target)
  }
  const ended = Object.fromEntries(Object.entries(matter.clocks).filter(pair => !runsOn(pair)).map(([name]) => [name, null]))
  const left = standsStill(procedure, matter.stage, target) ? matter.clocks['stage'] : undefined
  const clocks = { ...ended, ...(left && { [matter.stage]: setAside(left, `${stage.zh} (${stage.en})`, context.now) }) }
  if (!stage.due) return clocks
  const aside = matter.clocks[target]
  if (aside) return { ...clocks, stage: resumeClock(context.law, aside, context.now) }
  const period = limit(context.law, stage.due.limit(context), context.now)
  return { ...clocks, stage: startClock(context.law, period, stage.due.then, context.now) }
}

/** The clock of the stage itself, the stop it may be under and the escalation that follows it; others run beside it. */
const endsWithStage: ReadonlySet<string> = new Set(['stage', 'pause', 'escalation'])
