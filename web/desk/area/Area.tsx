import { Select } from 'antd'
import { useSearchParams } from 'wouter'
import { levels, parentOf } from '../../../kernel/region.ts'
import { isWithin } from '../../../kernel/region.ts'
import { postKinds } from '../../../kernel/post.ts'
import type { Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { pathOf } from '../../parts/Place.tsx'
import { procedures } from '../../parts/procedures.ts'
import { stamp } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { links } from '../links.ts'
import { useAreaLink } from './useAreaLink.ts'
import { Empty, Failed, Loading } from '../states.tsx'
import { DisputeWarnings } from './DisputeWarnings.tsx'
import { Measures } from './Measures.tsx'
import { OpenTable } from './OpenTable.tsx'
import { RateTable } from './RateTable.tsx'
import { VillageTalk } from './VillageTalk.tsx'
import { Visits } from './Visits.tsx'

/** Figures of one's area by the regions inside it, each with its denominator and the list behind it. */
const Area = ({ me, region }: { readonly me: Me; readonly region: string | undefined }) => {
  const { t } = useLang()
  const post = actingPost(me)
  if (!post || postKinds[post.kind].reach !== 'region') {
    return <Empty page title={t('当前岗位不看辖区数据', 'This post does not see figures of an area')}><p>{t('请切换到辖区内的岗位。', 'Act from a post that has an area.')}</p></Empty>
  }
  return <Figures own={post.region.code} region={region ?? post.region.code} />
}

const spans = [1, 3, 6, 12] as const

const Figures = ({ own, region }: { readonly own: string; readonly region: string }) => {
  const { t, say } = useLang()
  // In the address, so that who comes back from a list, goes a level down or keeps the page finds the board they had.
  const [params, setParams] = useSearchParams()
  const put = (name: 'procedure' | 'months', value: string): void => setParams(before => new URLSearchParams([...[...before].filter(([key]) => key !== name), [name, value]]), { replace: true })
  const months = spans.find(span => String(span) === params.get('months')) ?? 3
  const procedure = procedures.find(one => one.name === params.get('procedure')) ?? procedures[0]
  const areaLink = useAreaLink()
  const found = useAsk(procedure && paths.board(region, procedure.name, months), { every: 60_000, keep: true })
  if (!procedure) return null
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const board = found.data
  const names = pathOf(board.region)
  const codes = names.map((_, i) => ancestorAt(board.region.code, names.length - 1 - i))
  return (
    <div className="area">
      <div className="page-head">
        <div>
          <h1>{t('辖区', 'My area')}</h1>
          <nav aria-label={t('所在位置', 'Where you are')} className="crumbs">
            {names.map((name, i) => {
              const code = codes[i]
              return <span key={name}>{i > 0 && ' › '}{code !== undefined && code !== board.region.code && isWithin(code, own) ? <a href={areaLink(code)}>{name}</a> : <span>{name}</span>}</span>
            })}
          </nav>
        </div>
        <div className="page-actions">
          <a href={links.map(board.region.code)}>{t('看地图', 'On the map')}</a>
          {procedures.length > 1 && <Select aria-label={t('程序', 'Procedure')} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} value={procedure.name} onChange={name => put('procedure', name)} options={procedures.map(one => ({ value: one.name, label: say(one.title) }))} />}
          <Select aria-label={t('统计时段', 'Period')} value={months} onChange={span => put('months', String(span))} options={spans.map(span => ({ value: span, label: t(`近 ${span} 个月`, `Last ${span} month${span === 1 ? '' : 's'}`) }))} />
        </div>
      </div>
      <p className="quiet">{t('截至', 'As of')} {stamp(board.asOf)} · {t('按', 'By')}{t('', ' ')}{say(levels[board.rows[0]?.region.level ?? board.region.level])}</p>
      {procedure.name === 'dispute' && <DisputeWarnings region={board.region.code} />}
      <OpenTable board={board} procedure={procedure} />
      <RateTable board={board} procedure={procedure} />
      <Measures board={board} procedure={procedure} />
      <Visits region={board.region.code} />
      <VillageTalk region={board.region.code} />
    </div>
  )
}

/** The code so many levels above. */
const ancestorAt = (code: string, up: number): string | undefined =>
  Array.from({ length: up }).reduce<string | undefined>(now => (now === undefined ? undefined : parentOf(now)), code)

export default Area
