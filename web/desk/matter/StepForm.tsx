import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useEffect, useState } from 'react'
import { asked, type Procedure, type Step } from '../../../kernel/procedure.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { MatterView, Me } from '../../../server/wire.ts'
import { Cites } from '../../parts/Cite.tsx'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { oneEach } from '../../parts/rows/one-each.ts'
import { refresh } from '../../parts/useAsk.ts'
import { useStepForm, type Values } from '../../parts/useStepForm.ts'
import { belowCommission } from '../commission/below.tsx'
import { Changed } from './Changed.tsx'
import { routedOffice, RouteHint } from './RouteHint.tsx'
import type { Way } from './steps-at.ts'
import { StepFields } from './StepFields.tsx'
import { SubmitRow } from './SubmitRow.tsx'
import { useRoute } from './useRoute.ts'

type Props = {
  readonly procedure: Procedure
  readonly step: Step
  readonly name: string
  readonly matter: MatterView
  readonly me: Me
  readonly done: () => void
  /** Told whether something has been begun here that must not vanish. */
  readonly hold: (name: string, holds: boolean) => void
  readonly kind: Way['kind']
  /** Why the step can no longer be taken, where it was begun and has been shut since. */
  readonly gone: Refusal | undefined
}

/** What the matter already says of a fact that names something (a category, a place), of a table, which is mended where it stands, and of all where the step revises what the matter is; accounts of what was done begin empty. */
const standing = (procedure: Procedure, step: Step, matter: MatterView): Values =>
  Object.fromEntries(asked(step).flatMap(({ fact }, _, asks) => {
    const revises = asks.some(ask => ask.fact === procedure.heading)
    const kind = procedure.facts[fact]?.kind
    const figure = matter.allFacts.find(one => one.fact === fact)
    return (revises || kind === 'reference' || kind === 'region' || kind === 'rows') && kind !== 'files' && figure && !figure.masked ? [[fact, figure.value]] : []
  }))

/**
 * One step on a matter: what it will cause, its fields, its button. It is taken on the matter as it was when the form was opened;
 * when somebody else acted since, that is shown first and what was typed stays.
 */
export const StepForm = ({ procedure, step, name, matter, me, done, hold, kind, gone }: Props) => {
  const { t, say } = useLang()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [seen, setSeen] = useState(matter.seq)
  const routing = routedOffice(procedure, step)
  const [category, setCategory] = useState<string>()
  const offered = { ...standing(procedure, step, matter), ...oneEach(procedure, step, matter.allFacts) }
  const categoryNow = category ?? offered['category']
  const route = useRoute(routing !== undefined && typeof categoryNow === 'string' ? categoryNow : undefined, matter.region.code)
  const form = useStepForm({
    procedure, step, draft: `draft:${me.account}:${matter.id}:${name}`,
    offered: { ...offered, ...(routing !== undefined && route.data && { [routing]: route.data.office.code }) },
    command: (input, act) => paths.takeStep(matter.id, name, { seq: seen, input }, act),
    done: async () => {
      await Promise.all([refresh(client, '/api/matters'), refresh(client, '/api/me')])
      void refresh(client, '/api/board')
      void message.success(t(`已完成：${say(step)}`, `Done: ${say(step)}`))
      done()
    },
  })
  const typedCategory = form.values['category']
  if (routing !== undefined && typeof typedCategory === 'string' && typedCategory !== categoryNow) setCategory(typedCategory)

  const holds = form.typed || form.problem !== undefined
  useEffect(() => hold(name, holds), [hold, name, holds])

  const since = matter.entries.filter(entry => entry.seq > seen)
  const agrees = routing === undefined || !route.data || form.values[routing] === route.data.office.code
  const same = offered['category'] === undefined || form.values['category'] === offered['category']
  // Reasons are asked for where there is something to give a reason for.
  const reasons = routing === undefined ? [] : [['dispatchReason', agrees], ['categoryReason', same]] as const
  const unasked = reasons.flatMap(([fact, idle]) => (idle && form.faultAt(fact) === undefined ? [fact] : []))
  return (
    <form className="step" noValidate onSubmit={event => { event.preventDefault(); void form.submit() }}>
      {kind !== 'other' && <h3>{say(step)}</h3>}
      {step.causes && <p className="causes"><span>{t('将会：', 'This will: ')}</span>{say(step.causes)}</p>}
      {step.basis.length > 0 && <p className="basis">{t('依据：', 'By: ')}<Cites of={step.basis} /></p>}
      <StepFields
        procedure={procedure} step={step} form={form} me={me} matter={matter}
        needed={reasons.map(([fact]) => fact)}
        without={unasked}
        below={routing === undefined ? belowCommission(procedure, step, form, me, matter) : { [routing]: <RouteHint route={route} chosen={form.values[routing] ?? null} choose={office => form.set(routing, office)} /> }}
      />
      {since.length > 0 && <Changed matter={matter} entries={since} refused={form.problem?.code === 'stale'} seen={() => setSeen(matter.seq)} />}
      {gone
        ? <RefusalNote why={gone.why} remedy={gone.remedy} basis={gone.basis} loud><Button onClick={form.clear}>{form.typed ? t('放弃填写的内容', 'Give up what was typed') : t('知道了', 'Understood')}</Button></RefusalNote>
        : <SubmitRow form={form} label={say(step)} primary={kind === 'primary'} />}
    </form>
  )
}
