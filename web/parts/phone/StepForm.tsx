import { useQueryClient } from '@tanstack/react-query'
import { Fragment, useEffect, useRef, type ReactNode } from 'react'
import { asked, isAsked, type Procedure, type Step } from '../../../kernel/procedure.ts'
import type { Figure, MatterView, StepReply } from '../../../server/wire.ts'
import { useLang } from '../lang.ts'
import * as paths from '../paths.ts'
import { oneEach } from '../rows/one-each.ts'
import { rowChoices } from '../rows/row-choices.ts'
import { Timeline } from '../Timeline.tsx'
import { refresh, refreshAfterAct } from '../useAsk.ts'
import { mendDraft, useStepForm, type Mended, type StepFormState } from '../useStepForm.ts'
import { Banner } from './Banner.tsx'
import { GridChoice } from './GridChoice.tsx'
import { FactInput } from './inputs/FactInput.tsx'
import type { InputProps } from './inputs/input.ts'
import { Trouble } from './Trouble.tsx'
import { useSeen } from './useSeen.ts'

type Inputs = { readonly [fact: string]: (props: InputProps) => ReactNode }

type Props = {
  readonly matter: MatterView
  readonly procedure: Procedure
  readonly name: string
  readonly step: Step
  readonly account: string
  readonly done: (reply: StepReply) => void
  readonly kept?: () => void
  /** Facts that are settled by who takes the step, and not asked. */
  readonly without?: readonly string[]
  /** Facts that are asked for in a way of their own. */
  readonly inputs?: Inputs
  /** What was refused and is put right here. */
  readonly mends?: Mended
  /** Stands above the fields: what one needs to have read. */
  readonly children?: ReactNode
}

/** The form of any step, from its declaration: the fields it asks for, what it will cause, and one large button. */
export const StepForm = ({ matter, procedure, name, step, account, done, kept, without = [], inputs, mends, children }: Props) => {
  const { t, say } = useLang()
  const client = useQueryClient()
  const seen = useSeen(matter.seq)
  const form = useStepForm({
    procedure, step, draft: mends ? mendDraft(account, mends) : `shanzhi.step.${account}.${matter.id}.${name}`, offered: mends?.input ?? oneEach(procedure, step, matter.allFacts),
    command: (input, act) => paths.takeStep(matter.id, name, { seq: matter.seq, input }, mends?.act ?? act),
    done: async reply => {
      done(reply)
      await refreshAfterAct(client)
    },
    ...(kept && { kept }),
  })
  const changed = matter.seq !== seen
  const stale = form.problem?.code === 'stale'
  useEffect(() => {
    if (stale) void refresh(client, paths.matter(matter.id).path)
  }, [stale, client, matter.id])
  const shape = useRef<HTMLFormElement>(null)
  const faults = form.faults.length
  useEffect(() => {
    // The first fault comes into view; on a long form it may stand far above the button.
    if (faults > 0) shape.current?.querySelector('.faulty')?.scrollIntoView({ block: 'center' })
  }, [faults])
  return (
    <form
      ref={shape} className="stack wide" noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!form.sending) void form.submit()
      }}
    >
      {children}
      {changed && (
        <Banner kind="soon">
          <b>{t('您填写期间，这件事有了新情况', 'Something changed while you were writing')}</b>
          <p>{t('您填写的内容还在，请看过后再提交。', 'What you typed is still here; read this before you send.')}</p>
          <Timeline matter={{ ...matter, entries: matter.entries.filter(entry => entry.seq > seen) }} seen={seen} />
        </Banner>
      )}
      <Fields form={form} procedure={procedure} step={step} matter={matter.id} region={matter.region.code} office={matter.holder?.office.code} figures={matter.allFacts} without={without} inputs={inputs} />
      {step.causes && <p className="soft">{t('提交后：', 'What happens then: ')}{say(step.causes)}{t('。', '.')}</p>}
      {form.problem && <Trouble problem={form.problem} />}
      <button type="submit" className="button main large" aria-disabled={form.sending}>{form.sending ? t('正在提交……', 'Sending …') : say(step)}</button>
    </form>
  )
}

type FieldsProps = { readonly form: StepFormState; readonly procedure: Procedure; readonly step: Step; readonly matter?: string | undefined; readonly region: string; readonly office?: string | undefined; /** What the matter says so far. */ readonly figures?: readonly Figure[]; /** Facts that are settled already, and not asked. */ readonly without?: readonly string[]; readonly inputs?: Inputs | undefined }

/** The fields a step asks for beside what is given so far. */
export const Fields = ({ form, procedure, step, matter, region, office, figures, without = [], inputs = {} }: FieldsProps) => {
  const { lang, say } = useLang()
  return (
    <>
      {asked(step).filter(ask => !without.includes(ask.fact) && isAsked(ask, form.values)).map(({ fact: name, optional }) => {
        const fact = procedure.facts[name]
        const fault = form.faultAt(name)
        const rows = fact && figures && rowChoices(procedure, fact, figures, lang)
        // Which row may be left out where there is none, and is then not asked.
        const Input = inputs[name] ?? FactInput
        return fact && !(rows?.length === 0 && optional) && (
          <Fragment key={name}>
            <Input
              name={name} fact={fact} optional={optional && rows === undefined} rows={rows} value={form.values[name]} set={(value, left) => form.set(name, value, left)}
              fault={fault && say(fault)} faults={form.faults} region={region} office={office} matter={matter}
            />
            {fact.kind === 'point' && step.needs?.includes('located') && <GridChoice point={form.values[name]} place={form.values[procedure.place]} choose={place => form.set(procedure.place, place.code)} />}
          </Fragment>
        )
      })}
    </>
  )
}
