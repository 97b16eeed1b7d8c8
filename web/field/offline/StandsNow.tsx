import { Link } from 'wouter'
import type { MatterView, WrittenAct } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Timeline } from '../../parts/Timeline.tsx'
import { stageOf } from '../../parts/stages.ts'
import { useAsk } from '../../parts/useAsk.ts'
import type { Item } from '../outbox/item.ts'

/** The matter an act is about, as it stands now, and its procedure. */
export const useNowOf = (item: Item, written: WrittenAct | undefined): { readonly matter: MatterView | undefined; readonly procedure: string | undefined } => {
  const about = written?.matter
  const { data } = useAsk(about !== undefined && item.state === 'refused' ? paths.matter(about) : undefined, { fresh: 0 })
  return { matter: data, procedure: written?.procedure ?? data?.procedure }
}

/** The other version: what others did meanwhile. */
export const StandsNow = ({ matter }: { readonly matter: MatterView | undefined }) => {
  const { t, say } = useLang()
  return (
    <section className="card stack" aria-labelledby="theirs">
      <h2 id="theirs">{t('现在的情况', 'How it stands now')}</h2>
      {matter ? (
        <>
          <p><Link href={`/matters/${matter.id}`}>{matter.title}</Link> <span className="tag plain">{say(stageOf(matter.procedure, matter.stage))}</span></p>
          <Timeline matter={{ ...matter, entries: matter.entries.slice(-4) }} />
        </>
      ) : <p className="soft">{t('联网后显示。', 'Shown once there is a connection.')}</p>}
    </section>
  )
}
