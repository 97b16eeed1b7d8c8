import { useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Me } from '../../server/wire.ts'
import { useLang } from '../parts/lang.ts'
import { MapPane } from '../parts/map/MapPane.tsx'
import { toneOf, type ShownArea } from '../parts/map/shown.ts'
import { actingPost } from '../parts/me.ts'
import * as paths from '../parts/paths.ts'
import { Page } from '../parts/phone/Page.tsx'
import { Failed, Waiting } from '../parts/phone/Trouble.tsx'
import { stageOf } from '../parts/procedures.ts'
import { useAsk } from '../parts/useAsk.ts'

/** My grids and what is open in them, where it lies; the same as a list below. */
const GridMap = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  const [, go] = useLocation()
  const [chosen, setChosen] = useState<string>()
  const region = actingPost(me)?.region.code
  const found = useAsk(region === undefined ? undefined : paths.grids(region), { fresh: 60_000, keep: true })
  const dots = useAsk(region === undefined ? undefined : paths.matterPoints({ region }), { fresh: 60_000, keep: true })
  const most = Math.max(1, ...(found.data?.grids ?? []).map(one => one.open))
  const areas = useMemo((): readonly ShownArea[] => (found.data?.grids ?? []).flatMap(one => (one.shape ? [{
    code: one.region.code, name: one.region.name, shape: one.shape, note: String(one.open), tone: toneOf(one.open, most), ...(one.schematic && { schematic: true }),
  }] : [])), [found.data, most])
  const bounds = useMemo(() => (found.data?.bounds ?? []).map(one => one.shape), [found.data])
  const rows = useMemo(() => (dots.data?.rows ?? []).filter(one => chosen === undefined || one.region.code === chosen), [dots.data, chosen])
  const shown = useMemo(() => (dots.data?.rows ?? []).map(({ id, title, at, late }) => ({ id, title, at, late })), [dots.data])
  return (
    <Page title={t('网格地图', 'Map of my grids')} back={{ href: '/', label: t('今天', 'Today') }}>
      <div className="stack">
        {found.isPending && <Waiting />}
        {found.isError && <Failed error={found.error} again={() => void found.refetch()} />}
        {found.data && areas.length === 0 && bounds.length === 0 && <p className="soft">{t('这里还没有划定网格范围。', 'No grid is drawn here yet.')}</p>}
        {(areas.length > 0 || bounds.length > 0) && (
          <MapPane label={t('网格和在办事项，内容同下方列表', 'Grids and open matters; the list below says the same')} areas={areas} bounds={bounds} dots={shown} tiles={found.data?.tiles} chosen={chosen} pick={code => setChosen(code === chosen ? undefined : code)} open={id => go(`/matters/${id}`)} />
        )}
        {areas.length > 0 && (
          <div className="buttons" role="group" aria-label={t('只看一个网格', 'One grid alone')}>
            {(found.data?.grids ?? []).map(one => <button key={one.region.code} type="button" className="button quiet" aria-pressed={chosen === one.region.code} onClick={() => setChosen(chosen === one.region.code ? undefined : one.region.code)}>{one.region.name} <small>{t(`在办 ${one.open}`, `${one.open} open`)}</small></button>)}
          </div>
        )}
        {dots.data && rows.length === 0 && <p className="soft">{t('没有带位置的在办事项。', 'No open matter here has a position.')}</p>}
        {rows.length > 0 && (
          <ul className="list">
            {rows.map(one => (
              <li key={one.id}><Link className="line" href={`/matters/${one.id}`}><span className="line-title">{one.title}</span><span className="row small soft">{one.late && <span>! {t('已超期', 'late')}</span>}<span>{say(stageOf(one.procedure, one.stage))}</span><span>{one.region.path.slice(-2).join(' › ')}</span></span></Link></li>
            ))}
          </ul>
        )}
      </div>
    </Page>
  )
}

export default GridMap
