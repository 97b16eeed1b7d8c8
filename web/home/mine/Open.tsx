import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLocation, useSearch } from 'wouter'
import { asked, type Procedure, type Step } from '../../../kernel/procedure.ts'
import { levelOf } from '../../../kernel/region.ts'
import type { Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Gate } from '../../parts/phone/Gate.tsx'
import { NotHere } from '../../parts/phone/NotHere.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { Fields } from '../../parts/phone/StepForm.tsx'
import { Trouble } from '../../parts/phone/Trouble.tsx'
import { procedureOf } from '../../parts/procedures.ts'
import { refreshAfterAct } from '../../parts/useAsk.ts'
import { useBrought } from '../../parts/useBrought.ts'
import { useStepForm, type Values } from '../../parts/useStepForm.ts'

type Props = { readonly procedure: string; readonly step: string; /** Where one came from and goes back to. */ readonly from?: keyof typeof backTo }

const backTo = { mine: { href: '/mine', zh: '我的数据', en: 'My data' }, home: { href: '/', zh: '首页', en: 'Home' } } as const

/**
 * Opens a matter of any procedure that residents may open, from its declaration. What the address names (`?right=erase`) is offered; what a link brought
 * along beside it is settled, and not asked again.
 */
const Open = ({ procedure: name, step: stepName, from = 'mine' }: Props) => {
  const procedure = procedureOf(name)
  const step = procedure?.steps[stepName]
  if (!procedure || step?.opens === undefined || !step.by.some(who => who.who === 'resident')) return <NotHere />
  return <Gate>{me => <OpenForm procedure={procedure} step={step} name={stepName} me={me} from={from} />}</Gate>
}
export default Open

const isAskedBy = (step: Step, fact: string): boolean => asked(step).some(ask => ask.fact === fact)

const offeredBy = (procedure: Procedure, step: Step, search: string, me: Me): Values => {
  const named = Object.fromEntries([...new URLSearchParams(search)].filter(([fact]) => isAskedBy(step, fact)))
  const home = me.home && levelOf(me.home.code) === 'village' ? { [procedure.place]: me.home.code } : {}
  return { ...home, ...beginningOf(procedure.name, me), ...named }
}

/** What only an office says of what it enters: from where it came. */
const ofOffices = (procedure: string, step: string): readonly string[] => (procedure === 'dispute' && step === 'register' ? ['source', 'sourceNumber'] : [])

/** Who asks stands in the first row of the sides, and nobody types their own name. */
const beginningOf = (procedure: string, { name }: Me): Values =>
  (procedure === 'dispute' ? { sides: [{ role: 'applicant', name, nature: 'person' }, { role: 'respondent', nature: 'person' }] } : {})

const OpenForm = ({ procedure, step, name, me, from }: { readonly procedure: Procedure; readonly step: Step; readonly name: string; readonly me: Me; readonly from: keyof typeof backTo }) => {
  const { t, say } = useLang()
  const client = useQueryClient()
  const [, go] = useLocation()
  const search = useSearch()
  const brought = useBrought()
  const settled = Object.fromEntries(Object.entries(brought.offered).filter(([fact]) => isAskedBy(step, fact)))
  const form = useStepForm({
    procedure, step, draft: ['shanzhi.open', me.account, procedure.name, name, search, JSON.stringify(settled)].join('.'), offered: { ...offeredBy(procedure, step, search, me), ...settled },
    command: (input, act) => paths.openMatter(procedure.name, name, { input }, act),
    done: async reply => {
      go(`/matters/${reply.id}`, { replace: true })
      await refreshAfterAct(client)
    },
  })
  const shape = useRef<HTMLFormElement>(null)
  const { turnedBack } = form
  useEffect(() => {
    if (turnedBack > 0) shape.current?.querySelector('.faulty')?.scrollIntoView({ block: 'center' })
  }, [turnedBack])
  return (
    <Page title={say(from === 'home' ? step : procedure.title)} back={{ href: backTo[from].href, label: say(backTo[from]) }}>
      <form ref={shape} className="stack wide" noValidate onSubmit={event => {
        event.preventDefault()
        if (!form.sending) void form.submit()
      }}>
        {brought.about && <p className="card">{say(brought.about)}</p>}
        <Fields form={form} procedure={procedure} step={step} region={me.home?.code ?? ''} without={[...Object.keys(settled), ...ofOffices(procedure.name, name)]} />
        {step.causes && <p className="soft">{t('提交后：', 'What happens then: ')}{say(step.causes)}{t('。', '.')}</p>}
        {form.problem && <Trouble problem={form.problem} />}
        <button type="submit" className="button main large" aria-disabled={form.sending}>{form.sending ? t('正在提交……', 'Sending …') : say(step)}</button>
      </form>
    </Page>
  )
}
