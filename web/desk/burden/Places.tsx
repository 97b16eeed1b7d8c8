import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { stamp } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { Failed, Loading } from '../states.tsx'
import { Answer } from './Answer.tsx'
import { PlaceTable } from './PlaceTable.tsx'
import { Trend } from './Trend.tsx'
import { VillageData } from './VillageData.tsx'

/** Communities by what they are given, against their ceiling. */
export const Places = ({ region, months }: { readonly region: string; readonly months: number }) => {
  const { t, say } = useLang()
  const found = useAsk(paths.burden(region, months), { every: 60_000, keep: true })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const burden = found.data
  return (
    <>
      <Answer burden={burden} />
      {burden.region.level !== 'village' && <PlaceTable burden={burden} months={months} />}
      <Trend burden={burden} />
      {region.length === 12 && <VillageData village={region} />}
      <p className="quiet burden-how">
        {t('怎么算的：任务按起止日期落在时段内计数；跨月任务的工时按天平均分到各月。没有估时的任务计件不计工时。同一平台外派单补办委托后只按委托计。未承担、已撤回的不计。', 'How it is counted: a task counts where its days touch the period, and its minutes are spread evenly over its days. Tasks without an estimate count as tasks, not as hours. An order brought as a commission counts once, under the commission. What was not taken on or was taken back does not count.')}
        {' '}{t('上限：', 'Ceiling: ')}{say(burden.ceiling.source)}{t('；只用于预警，不考核村（社区）。截至 ', '; it only warns, and says nothing of how a community works. As of ')}{stamp(burden.asOf)}
      </p>
    </>
  )
}
