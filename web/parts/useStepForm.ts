import { useContext, useEffect, useState } from 'react'
import { parse } from '../../kernel/decide.ts'
import { asked, isAsked, type Procedure, type Step } from '../../kernel/procedure.ts'
import { isRefusal, type Fault } from '../../kernel/refusal.ts'
import { isObject, words, type Json, type Words } from '../../kernel/words.ts'
import type { Problem, StepReply } from '../../server/wire.ts'
import { problemOf, type Command } from './api.ts'
import { useDeliver } from './deliver.ts'
import { DraftsContext, type Drafts } from './drafts.ts'
import { actId } from './phone/act-id.ts'

export type Values = { readonly [fact: string]: Json }

/** An act that was refused for what was written, and is put right under its own id: refusals leave nothing behind, so it is still to be taken. */
export type Mended = { readonly act: string; readonly input: Values }

export const mendDraft = (account: string, { act }: Mended): string => `shanzhi.mend.${account}.${act}`

type Typed = { readonly act: string; readonly values: Values }

/** Kept for the tab. */
const inTab: Drafts = {
  recall: name => sessionStorage.getItem(name) ?? undefined,
  keep: (name, text) => { if (text === undefined) sessionStorage.removeItem(name); else sessionStorage.setItem(name, text) },
}

/** What was typed under this name before: a form keeps its text through refusals, reloads and other pages. */
const recall = (drafts: Drafts, name: string): Typed | undefined => {
  try {
    const found: unknown = JSON.parse(drafts.recall(name) ?? 'null')
    return isObject(found) && typeof found['act'] === 'string' && isObject(found['values']) ? { act: found['act'], values: found['values'] as Values } : undefined
  } catch {
    return undefined
  }
}

/** Where a form rests: the storage, its name there, and what it is called. */
type Rest = { readonly drafts: Drafts; readonly name: string; readonly about: Words }

const keepNow = ({ drafts, name, about }: Rest, typed: Typed | undefined): void => {
  try {
    drafts.keep(name, typed && JSON.stringify(typed), about)
  } catch {
    // Storage is full or forbidden: the text lasts as long as the page.
  }
}

/** A long table takes too long to write at each key: it is written when the typing rests, and before the page goes. */
const isLong = ({ values }: Typed): boolean => Object.values(values).some(value => Array.isArray(value) && value.length > 50)
const rest = 600
let waiting: { readonly at: Rest; readonly typed: Typed; readonly timer: ReturnType<typeof setTimeout> } | undefined

const settle = (): void => {
  if (!waiting) return
  clearTimeout(waiting.timer)
  keepNow(waiting.at, waiting.typed)
  waiting = undefined
}

const keep = (at: Rest, typed: Typed | undefined): void => {
  if (waiting && waiting.at.name !== at.name) settle()
  if (waiting) clearTimeout(waiting.timer)
  waiting = undefined
  if (typed && isLong(typed)) waiting = { at, typed, timer: setTimeout(settle, rest) }
  else keepNow(at, typed)
}

const blank = (): Typed => ({ act: actId(), values: {} })

type Options = {
  readonly procedure: Procedure
  readonly step: Step
  /** Names the draft: one per person, matter and step. */
  readonly draft: string
  /** Values offered until others are typed. */
  readonly offered?: Values
  readonly command: (input: Values, act: string) => Command<StepReply>
  readonly done: (reply: StepReply) => void | Promise<void>
  /** It is safe on this device and goes later: only in doors with an outbox. */
  readonly kept?: () => void
}

/**
 * The state of a step's form: what is typed over what is offered, the faults at each fact, and the one act it is sent as.
 * The same input keeps its act id however often it is sent; changed input is another act.
 */
export const useStepForm = ({ procedure, step, draft, offered = {}, command, done, kept }: Options) => {
  const deliver = useDeliver()
  const drafts = useContext(DraftsContext) ?? inTab
  const at: Rest = { drafts, name: draft, about: words(`${procedure.title.zh}：${step.zh}`, `${procedure.title.en}: ${step.en}`) }
  const [typed, setTyped] = useState(() => recall(drafts, draft) ?? blank())
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [faults, setFaults] = useState<readonly Fault[]>([])
  // Counts the answers that asked for mending, so that a form can lead to the first fault once each time.
  const [turnedBack, setTurnedBack] = useState(0)
  const values: Values = { ...offered, ...typed.values }

  useEffect(() => {
    window.addEventListener('pagehide', settle)
    return () => {
      window.removeEventListener('pagehide', settle)
      settle()
    }
  }, [])

  /** `left`: the faults of its cells that still stand, where the fact is a table. */
  const set = (fact: string, value: Json, left: readonly Fault[] = []): void => {
    const next = { act: actId(), values: { ...typed.values, [fact]: value } }
    setTyped(next)
    keep(at, next)
    setFaults(before => [...before.filter(fault => fault.fact !== fact), ...left])
  }

  const submit = async (): Promise<void> => {
    setProblem(undefined)
    // What was typed into a field that has gone since stays typed, and is not sent.
    const gone = new Set(asked(step).flatMap(ask => (isAsked(ask, values) ? [] : [ask.fact])))
    const given = Object.fromEntries(Object.entries(values).filter(([fact, value]) => value !== null && value !== '' && !gone.has(fact)))
    const checked = parse(procedure, step, given)
    if (isRefusal(checked)) {
      setFaults(checked.faults ?? [])
      setTurnedBack(times => times + 1)
      return
    }
    setFaults([])
    setSending(true)
    try {
      const answer = await deliver([command(given, typed.act)])
      keep(at, undefined)
      setTyped(blank())
      if ('reply' in answer) await done(answer.reply)
      else kept?.()
    } catch (error) {
      const answer = problemOf(error)
      setProblem(answer)
      setFaults(answer.faults ?? [])
      setTurnedBack(times => times + 1)
    } finally {
      setSending(false)
    }
  }

  return {
    values,
    typed: Object.keys(typed.values).length > 0,
    /** Whether this fact was typed by hand, and is not only offered. */
    touched: (fact: string): boolean => Object.hasOwn(typed.values, fact),
    set,
    submit,
    sending,
    problem,
    /** What is wrong with a fact as a whole; those of single cells of a table stand at the cells. */
    faultAt: (fact: string): Words | undefined => faults.find(fault => fault.fact === fact && fault.row === undefined)?.why,
    faults,
    turnedBack,
    clear: (): void => {
      keep(at, undefined)
      setTyped(blank())
      setFaults([])
      setProblem(undefined)
    },
  }
}

export type StepFormState = ReturnType<typeof useStepForm>
