import { useLocation } from 'wouter'
import type { MatterView, Me } from '../../../server/wire.ts'
import { FactList } from '../../parts/FactList.tsx'
import { useLang } from '../../parts/lang.ts'
import { Gate } from '../../parts/phone/Gate.tsx'
import { NotHere } from '../../parts/phone/NotHere.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { StepForm } from '../../parts/phone/StepForm.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { procedureOf } from '../../parts/procedures.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { MediatorInput } from '../dispute/MediatorInput.tsx'
import { resultOf } from './Result.tsx'
import { useMatter } from './useMatter.ts'

type Props = { readonly id: string; readonly name: string }

const StepPage = (props: Props) => <Gate>{me => <Fetched {...props} me={me} />}</Gate>
export default StepPage

const Fetched = ({ id, name, me }: Props & { readonly me: Me }) => {
  const { t } = useLang()
  const matter = useMatter(id)
  if (matter.data) return <Taken matter={matter.data} name={name} me={me} />
  return <Page title={t('事项', 'Matter')}>{matter.isError ? <Failed error={matter.error} again={() => void matter.refetch()} /> : <Waiting />}</Page>
}

/** A side speaks for itself: the server knows which it is. */
const ownSide = ['seatNumber']

const ownInputs = { preferred: MediatorInput }

const answersTheResult = new Set(['confirm', 'reopen', 'rate', 'accept', 'object'])

/** One step on one's own matter, on a page of its own: the phone's back button leaves it, what was typed stays. */
const Taken = ({ matter, name, me }: { readonly matter: MatterView; readonly name: string; readonly me: Me }) => {
  const { t, say } = useLang()
  const [, go] = useLocation()
  const procedure = procedureOf(matter.procedure)
  const step = procedure?.steps[name]
  if (!procedure || !step) return <NotHere />
  const refusal = matter.offers.find(offer => offer.step === name)?.refusal
  const figures = answersTheResult.has(name) ? resultOf(matter) : []
  return (
    <Page title={say(step)} lead={matter.title} back={{ href: `/matters/${matter.id}`, label: t('回到事项', 'Back to the matter') }}>
      <StepForm matter={matter} procedure={procedure} name={name} step={step} account={me.account} without={ownSide} inputs={ownInputs} done={() => go(`/matters/${matter.id}`, { replace: true })}>
        {figures.length > 0 && <div className="card"><FactList procedure={matter.procedure} figures={figures} files={matter.files} /></div>}
        {refusal && <RefusalNote why={refusal.why} basis={refusal.basis} remedy={refusal.remedy} />}
      </StepForm>
    </Page>
  )
}
