import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Me, Problem, WrittenAct } from '../../../server/wire.ts'
import { problemOf } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import { NotHere } from '../../parts/phone/NotHere.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { StepForm } from '../../parts/phone/StepForm.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { procedureOf } from '../../parts/procedures.ts'
import { BeginForm } from '../Begin.tsx'
import { useMatter } from '../matter/useMatter.ts'
import { writtenIn } from '../outbox/resolve.ts'

type Props = { readonly id: string; readonly me: Me }

/** What was refused for its words, back in its form with all that was written. Sent, it takes its own place: what was written on it still rests on it. */
const MendPage = ({ id, me }: Props) => {
  const [written, setWritten] = useState<WrittenAct>()
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    let gone = false
    void writtenIn(id).then(found => { if (!gone) setWritten(found) }, (error: unknown) => { if (!gone) setProblem(problemOf(error)) })
    return () => { gone = true }
  }, [id])
  const { t } = useLang()
  if (written?.procedure !== undefined) return <Opening written={written} procedure={written.procedure} me={me} />
  if (written?.matter !== undefined) return <Step written={written} matter={written.matter} me={me} />
  return <Page title={t('按内容重新填写', 'Open it in its form')} back={{ href: `/outbox/${id}`, label: t('返回', 'Back') }}>{problem ? <Failed error={problem} again={() => location.reload()} /> : <Waiting />}</Page>
}
export default MendPage

const Opening = ({ written, procedure, me }: { readonly written: WrittenAct; readonly procedure: string; readonly me: Me }) => {
  const declared = procedureOf(procedure)
  const step = declared?.steps[written.step]
  return declared && step ? <BeginForm beginning={{ procedure: declared, name: written.step, step }} me={me} mends={{ act: written.id, input: written.input }} /> : <NotHere />
}

const Step = ({ written, matter: about, me }: { readonly written: WrittenAct; readonly matter: string; readonly me: Me }) => {
  const { t, say } = useLang()
  const [, go] = useLocation()
  const { data: matter, isError, error, refetch } = useMatter(about)
  const procedure = matter && procedureOf(matter.procedure)
  const step = procedure?.steps[written.step]
  const back = { href: `/outbox/${written.id}`, label: t('返回', 'Back') }
  if (!matter) return <Page title={t('按内容重新填写', 'Open it in its form')} back={back}>{isError ? <Failed error={error} again={() => void refetch()} /> : <Waiting />}</Page>
  if (!procedure || !step) return <NotHere />
  return (
    <Page title={say(step)} lead={matter.title} back={back}>
      <StepForm
        matter={matter} procedure={procedure} name={written.step} step={step} account={me.account} mends={{ act: written.id, input: written.input }}
        done={() => go(`/matters/${matter.id}`, { replace: true })} kept={() => go('/outbox', { replace: true })}
      />
    </Page>
  )
}
