import { useState } from 'react'
import { isUuid } from '../../../kernel/facts.ts'
import type { MatterView, Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { FactList } from '../../parts/FactList.tsx'
import { toldByStanding } from '../../parts/dispute/standing.ts'
import { Timeline } from '../../parts/Timeline.tsx'
import { useMatter } from '../../parts/useMatter.ts'
import { Failed, Loading, NotHere } from '../states.tsx'
import { AskToRead } from './AskToRead.tsx'
import { ClausesOf } from './ClausesOf.tsx'
import { Clocks } from './Clocks.tsx'
import { Deliberation } from './Deliberation.tsx'
import { DisputeStands } from './DisputeStands.tsx'
import { Documents } from './Documents.tsx'
import { Head } from './Head.tsx'
import { InvitationPanel } from './InvitationPanel.tsx'
import { Linked } from './Linked.tsx'
import { ListChanges } from './ListChanges.tsx'
import { Mediators } from './Mediators.tsx'
import { NextSteps } from './NextSteps.tsx'
import { SeatCodes } from './SeatCodes.tsx'
import { SummonAbout } from './SummonAbout.tsx'
import { Tasks } from './Tasks.tsx'

/** How often an open matter is asked for, milliseconds: a colleague's change arrives within it. */
const polling = 5_000

const MatterPage = ({ id, me }: { readonly id: string; readonly me: Me }) => (isUuid(id) ? <Read id={id} me={me} /> : <NotHere />)

const Read = ({ id, me }: { readonly id: string; readonly me: Me }) => {
  const found = useMatter(id, polling)
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  return <Page matter={found.data} me={me} lost={found.lost} />
}

const Page = ({ matter, me, lost }: { readonly matter: MatterView; readonly me: Me; readonly lost: boolean }) => {
  const { t } = useLang()
  const [opened] = useState(matter.seq)
  const facts = matter.allFacts.filter(figure => figure.value !== null && !(matter.procedure === 'dispute' && toldByStanding.includes(figure.fact)))
  return (
    <div className="matter">
      <Head matter={matter} />
      {lost && <p className="lost" role="status">{t('暂时没有连上服务器，以下内容可能不是最新。', 'The server can’t be reached just now; what follows may be out of date.')}</p>}
      <div className="matter-body">
        <div className="matter-story">
          <Deliberation matter={matter} />
          <DisputeStands matter={matter} />
          <section className="panel" aria-labelledby="facts-title">
            <h2 id="facts-title">{t('事项内容', 'What it is about')}</h2>
            <FactList matter={matter.id} procedure={matter.procedure} figures={facts} files={matter.files} office={matter.holder?.office.code} besideMasked={fact => <AskToRead matter={matter} fact={fact} me={me} />} />
          </section>
          <Tasks matter={matter} />
          <ListChanges matter={matter} />
          <ClausesOf matter={matter} />
          <section className="panel" aria-labelledby="story-title">
            <h2 id="story-title">{t('办理记录', 'What was done')} <span className="quiet">{matter.entries.length}</span></h2>
            <Timeline matter={matter} seen={opened} />
          </section>
        </div>
        <aside className="matter-side" aria-label={t('办理', 'Handling')}>
          <InvitationPanel matter={matter} me={me} />
          <NextSteps matter={matter} me={me} />
          <Mediators matter={matter} me={me} />
          <SeatCodes matter={matter} me={me} />
          <Documents matter={matter} />
          <Clocks matter={matter} />
          <Linked matter={matter} />
          <SummonAbout matter={matter} me={me} />
        </aside>
      </div>
    </div>
  )
}

export default MatterPage
