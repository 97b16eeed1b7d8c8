import { useLocation } from 'wouter'
import { asked } from '../../../kernel/procedure.ts'
import type { MatterView, Me } from '../../../server/wire.ts'
import { FactList } from '../../parts/FactList.tsx'
import { useLang } from '../../parts/lang.ts'
import { Fold } from '../../parts/phone/Fold.tsx'
import { NotHere } from '../../parts/phone/NotHere.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { StepForm } from '../../parts/phone/StepForm.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { PlaceLine } from '../../parts/phone/PlaceLine.tsx'
import { procedureOf } from '../../parts/procedures.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { toLookAt } from '../../parts/rows/one-each.ts'
import { useMatter } from './useMatter.ts'

type Props = { readonly id: string; readonly name: string; readonly me: Me }

/** One step on a page of its own: the phone's back button leaves it, what was typed stays. */
const StepPage = ({ id, name, me }: Props) => {
  const { t } = useLang()
  const matter = useMatter(id)
  if (matter.data) return <Taken matter={matter.data} name={name} me={me} />
  return <Page title={t('事项', 'Matter')}>{matter.isError ? <Failed error={matter.error} again={() => void matter.refetch()} /> : <Waiting />}</Page>
}
export default StepPage

const read = ['text', 'outcome', 'result', 'whyNot', 'whereTo', 'evidence', 'terms']

const Taken = ({ matter, name, me }: { readonly matter: MatterView; readonly name: string; readonly me: Me }) => {
  const { t, say } = useLang()
  const [, go] = useLocation()
  const procedure = procedureOf(matter.procedure)
  const step = procedure?.steps[name]
  if (!procedure || !step) return <NotHere />
  const refusal = matter.offers.find(offer => offer.step === name)?.refusal
  const figures = matter.allFacts.filter(figure => read.includes(figure.fact) && figure.value !== null)
  const signs = asked(step).some(ask => procedure.facts[ask.fact]?.schema['x-signed'] === true)
  const list = toLookAt(procedure, step, matter.allFacts)
  return (
    <Page title={say(step)} lead={matter.title} back={{ href: `/matters/${matter.id}`, label: t('回到事项', 'Back to the matter') }}>
      <StepForm matter={matter} procedure={procedure} name={name} step={step} account={me.account} done={() => go(`/matters/${matter.id}`, { replace: true })} kept={() => go('/outbox', { replace: true })}>
        <p><PlaceLine region={matter.region} /></p>
        {list && <FactList procedure={matter.procedure} figures={[list]} files={[]} />}
        {figures.length > 0 && <Fold title={t('看看这件事', 'What it is about')} open={name === 'verify' || signs}><FactList procedure={matter.procedure} figures={figures} files={matter.files} /></Fold>}
        {refusal && <RefusalNote why={refusal.why} basis={refusal.basis} remedy={refusal.remedy} />}
      </StepForm>
    </Page>
  )
}
