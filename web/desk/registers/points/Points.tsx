import { useSearchParams } from 'wouter'
import { levelOf } from '../../../../kernel/region.ts'
import type { Me } from '../../../../server/wire.ts'
import type { VillagePoints } from '../../../../server/wire/points.ts'
import { useLang } from '../../../parts/lang.ts'
import { actingPost } from '../../../parts/me.ts'
import * as paths from '../../../parts/paths.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { RegionPicker } from '../../fields/RegionPicker.tsx'
import { Empty, Failed, Loading } from '../../states.tsx'
import { Begin } from './Begin.tsx'
import { Households } from './Households.tsx'
import { Postings } from './Postings.tsx'
import { Shelf } from './Shelf.tsx'
import { SchemeCard } from './SchemeCard.tsx'
import { Sums } from './Sums.tsx'

const villages = ['village'] as const

/** 积分: a village’s scheme, what waits, its households by code, stock and what unredeemed points may cost (Art. 27). Nobody is ranked. */
export const Points = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const [params, setParams] = useSearchParams()
  const home = actingPost(me)?.region.code
  const village = params.get('village') ?? (home !== undefined && levelOf(home) === 'village' ? home : undefined)
  return (
    <div className="points">
      <div className="filters">
        <div className="filter-region"><RegionPicker id="points-village" value={village} levels={villages} label={t('村（社区）', 'Village')} choose={next => setParams(next === undefined ? {} : { village: next })} /></div>
      </div>
      {village === undefined ? <Empty title={t('请先选择村（社区）', 'Choose a village first')} /> : <Of key={village} village={village} me={me} />}
    </div>
  )
}

/** What households have is read in the village and its township; who works further up sees what everyone may. */
const readsLedger = (me: Me): boolean => ['township', 'village', 'grid'].includes(levelOf(actingPost(me)?.region.code ?? ''))

const Of = ({ village, me }: { readonly village: string; readonly me: Me }) => {
  const { t } = useLang()
  const found = useAsk(paths.points(village), { every: 60_000 })
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Loading />
  if (readsLedger(me)) return <WithLedger points={found.data} me={me} />
  return (
    <>
      <p className="quiet">{t('各户的积分只供本村（社区）和乡镇（街道）查看。', 'What households have is read in the village and its township alone.')}</p>
      <SchemeCard points={found.data} />
      <Postings points={found.data} me={me} />
    </>
  )
}

// Each reading of the ledger is entered in the log: it is asked for once, not every minute.
const WithLedger = ({ points, me }: { readonly points: VillagePoints; readonly me: Me }) => {
  const ledger = useAsk(paths.pointsLedger(points.village.code))
  if (ledger.isError) return <Failed error={ledger.error} again={() => void ledger.refetch()} />
  if (!ledger.data) return <Loading />
  return (
    <>
      <Begin me={me} points={points} ledger={ledger.data} />
      <Sums ledger={ledger.data} scheme={points.scheme} />
      <SchemeCard points={points} />
      <Postings points={points} me={me} />
      <Shelf ledger={ledger.data} />
      <Households ledger={ledger.data} />
    </>
  )
}
