import type { MatterView, Me } from '../../../server/wire.ts'
import { Deadline } from '../../parts/Deadline.tsx'
import { FactList } from '../../parts/FactList.tsx'
import { useLang } from '../../parts/lang.ts'
import { Fold } from '../../parts/phone/Fold.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { Promised } from '../../parts/phone/Promised.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { useReadNotices } from '../../parts/phone/useReadNotices.ts'
import { PlaceLine } from '../../parts/phone/PlaceLine.tsx'
import { stageOf } from '../../parts/procedures.ts'
import { Timeline } from '../../parts/Timeline.tsx'
import { useNow } from '../../parts/useNow.ts'
import { Called } from './Called.tsx'
import { Do } from './Do.tsx'
import { useMatter } from './useMatter.ts'

/** A matter in one scroll: what, where, what I can do; the story folded. */
const Matter = ({ id }: { readonly id: string; readonly me: Me }) => {
  const { t } = useLang()
  const matter = useMatter(id)
  useReadNotices(id)
  if (matter.data) return <Shown matter={matter.data} />
  return <Page title={t('事项', 'Matter')} back={{ href: '/', label: t('今天', 'Today') }}>{matter.isError ? <Failed error={matter.error} again={() => void matter.refetch()} /> : <Waiting />}</Page>
}
export default Matter

const whatFacts = ['text', 'what', 'need', 'seen', 'service', 'requirement', 'safety', 'checkpoints', 'photos']
const whereFacts = ['spot', 'point']
const apart = new Set([...whatFacts, ...whereFacts, 'place', 'office', 'triagedBy', 'escalated', 'returns', 'extensions', 'urged'])

const Shown = ({ matter }: { readonly matter: MatterView }) => {
  const { t, say } = useLang()
  const now = useNow()
  const given = matter.allFacts.filter(figure => figure.value !== null)
  const list = (names: readonly string[]) => <FactList matter={matter.id} procedure={matter.procedure} figures={given.filter(figure => names.includes(figure.fact))} files={matter.files} />
  const rest = given.filter(figure => !apart.has(figure.fact))
  return (
    <Page title={matter.title} back={{ href: '/', label: t('今天', 'Today') }} lead={<span className="row"><span className="number">{matter.number}</span><span className="tag plain">{say(stageOf(matter.procedure, matter.stage))}</span><Deadline due={matter.due} now={now} /></span>}>
      <div className="stack wide">
        {given.some(figure => whatFacts.includes(figure.fact)) && <section className="card stack" aria-label={t('什么事', 'What')}>{list(whatFacts)}</section>}
        <section className="card stack" aria-label={t('在哪里', 'Where')}>
          <p><PlaceLine region={matter.region} /></p>
          {given.some(figure => whereFacts.includes(figure.fact)) && list(whereFacts)}
        </section>
        <Do matter={matter} />
        <Called matter={matter} />
        <section className="stack tight" aria-label={t('谁在办，到什么时候', 'Who has it, until when')}>
          {matter.holder && <p>{t('现在归 ', 'With ')}<b>{matter.holder.office.name}</b>{matter.holder.name !== undefined && ` · ${matter.holder.name}`}</p>}
          <Promised matter={matter} />
        </section>
        {rest.length > 0 && <Fold icon="file" title={t('其他情况', 'More about it')}><FactList matter={matter.id} procedure={matter.procedure} figures={rest} files={matter.files} office={matter.holder?.office.code} /></Fold>}
        <Fold icon="clock" title={t(`全部经过（${matter.entries.length} 条）`, `The whole story (${matter.entries.length})`)}><Timeline matter={matter} /></Fold>
      </div>
    </Page>
  )
}
