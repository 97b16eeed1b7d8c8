import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useDeferredValue } from 'react'
import type { Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { procedureOf } from '../../parts/procedures.ts'
import { refresh, useAsk } from '../../parts/useAsk.ts'
import { Cites } from '../../parts/Cite.tsx'
import { useBrought } from '../../parts/useBrought.ts'
import { useStepForm } from '../../parts/useStepForm.ts'
import { belowCommission } from '../commission/below.tsx'
import { Manning } from '../registers/grids/Manning.tsx'
import { SimilarList } from '../matter/SimilarList.tsx'
import { StepFields } from '../matter/StepFields.tsx'
import { SubmitRow } from '../matter/SubmitRow.tsx'
import { go, links } from '../links.ts'
import { NotHere } from '../states.tsx'
import { ListBase } from './ListBase.tsx'
import { asked, openingSteps, type Procedure, type Step } from '../../../kernel/procedure.ts'
import { words, type Words } from '../../../kernel/words.ts'

type Props = { readonly procedure: string; readonly step: string; readonly me: Me }

/** Where a procedure opens in several ways, which of them. */
const headingOf = (procedure: Procedure, step: Step): Words => {
  const { title } = procedure
  return openingSteps(procedure).length > 1 ? words(`${title.zh} · ${step.zh}`, `${title.en}: ${step.en.toLowerCase()}`) : words(`登记${title.zh}`, `New ${title.en.toLowerCase()}`)
}

const NewMatter = ({ procedure: name, step: stepName, me }: Props) => {
  const procedure = procedureOf(name)
  const step = procedure?.steps[stepName]
  return procedure && step?.opens !== undefined ? <Form procedure={procedure} step={step} stepName={stepName} me={me} /> : <NotHere />
}

/** What was brought along, as part of a name: grids drawn would make it longer than what is kept under it. */
const brief = (text: string): string => {
  if (text.length <= 200) return text
  let sum = 2166136261
  for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 16777619)
  return `${text.slice(0, 120)}${sum >>> 0}`
}

/** A form to open a matter, made from the declaration; like reports of the same place are shown beside it. */
const Form = ({ procedure, step, stepName, me }: { readonly procedure: Procedure; readonly step: Step; readonly stepName: string; readonly me: Me }) => {
  const { t, say } = useLang()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { offered } = useBrought()
  const form = useStepForm({
    procedure, step, draft: ['draft', me.account, 'new', procedure.name, stepName, ...(Object.keys(offered).length > 0 ? [brief(JSON.stringify(offered))] : [])].join(':'), offered,
    command: (input, act) => paths.openMatter(procedure.name, stepName, { input }, act),
    done: async reply => {
      void message.success(t(`已登记，编号 ${reply.number}`, `Registered as ${reply.number}`))
      await refresh(client, '/api/matters')
      go(links.matter(reply.id))
    },
  })
  // Where a step later on names another matter, this one may turn out to be like it.
  const joins = Object.values(procedure.steps).some(one => one.opens === undefined && asked(one).some(ask => procedure.facts[ask.fact]?.kind === 'matter'))
  const place = useDeferredValue(form.values[procedure.place])
  const heading = useDeferredValue(form.values[procedure.heading])
  const near = useAsk(joins && typeof place === 'string' && typeof heading === 'string' && Array.from(heading).length >= 4 ? paths.similar(heading, place) : undefined, { fresh: 30_000, keep: true })
  return (
    <div className="new-page">
      <div className="page-head">
        <div>
          <h1>{say(headingOf(procedure, step))}</h1>
          {step.basis.length > 0 && <p className="basis">{t('依据：', 'By: ')}<Cites of={step.basis} /></p>}
        </div>
      </div>
      <div className="new-body">
        <form className="panel" noValidate onSubmit={event => { event.preventDefault(); void form.submit() }}>
          <StepFields
            procedure={procedure} step={step} form={form} me={me}
            below={procedure.name === 'work-list' ? { county: <ListBase county={form.values['county']} take={items => form.set('items', items)} /> } : belowCommission(procedure, step, form, me)}
          />
          {step.causes && <p className="causes"><span>{t('将会：', 'This will: ')}</span>{say(step.causes)}</p>}
          <SubmitRow form={form} label={say(step)} />
        </form>
        {procedure.name === 'grid-appointment' && typeof place === 'string' && place.length >= 9 && <Manning township={place.slice(0, 9)} />}
        {joins && <aside className="panel" aria-labelledby="similar-title">
          <h2 id="similar-title">{t('可能重复的事项', 'Possibly the same')}</h2>
          {near.data === undefined
            ? <p className="quiet">{t('填写内容和地点后，这里列出同一地点的同类事项。', 'Once text and place are given, like matters of that place appear here.')}</p>
            : near.data.length === 0 ? <p className="quiet">{t('没有发现同类事项。', 'No like matter was found.')}</p> : <SimilarList rows={near.data} />}
        </aside>}
      </div>
    </div>
  )
}

export default NewMatter
