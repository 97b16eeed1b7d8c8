import { useMemo } from 'react'
import type { AdvisersView } from '../../../../server/wire/mediation.ts'
import { useLang } from '../../../parts/lang.ts'
import { MapPane } from '../../../parts/map/MapPane.tsx'
import { Swatch } from '../../../parts/map/MarkPatterns.tsx'
import type { Mark } from '../../../parts/map/marks.ts'
import type { ShownArea } from '../../../parts/map/shown.ts'
import * as paths from '../../../parts/paths.ts'
import { count } from '../../../parts/time.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { Failed, Loading } from '../../states.tsx'

type Row = AdvisersView['rows'][number]
type Props = { readonly view: AdvisersView; readonly chosen: string | undefined; /** A village was pressed. */ readonly pick: (village: string) => void }

const markOf = ({ adviser, ending }: Row): Mark => (adviser === undefined ? 'dotted' : ending ? 'slanted' : 'plain')

/** 覆盖图: which villages have an adviser, where they lie. It says nothing that the list does not say in words. */
export const CoverMap = ({ view, chosen, pick }: Props) => {
  const { t } = useLang()
  const found = useAsk(paths.advisersMap(view.region.code), { fresh: 300_000, keep: true })
  const areas = useMemo(() => {
    const rows = new Map(view.rows.map(row => [row.village.code, row]))
    return (found.data?.areas ?? []).flatMap(({ village, shape, schematic }): readonly ShownArea[] => {
      const row = rows.get(village)
      return row ? [{ code: village, name: row.village.name, shape, mark: markOf(row), ...(schematic && { schematic }) }] : []
    })
  }, [view.rows, found.data])
  const name = view.region.name
  const none = found.data !== undefined && areas.length === 0
  return (
    <section className={none ? 'cover-map cover-none' : 'cover-map'} aria-label={t('覆盖图', 'Map of coverage')}>
      <Legend view={view} />
      {found.isPending ? <Loading /> : found.data === undefined ? <Failed error={found.error} again={() => void found.refetch()} /> : (
        <>
          <Drawn areas={areas} of={view.villages} />
          {areas.length > 0 && <MapPane label={t(`${name}法律顾问覆盖图，内容同列表`, `Map of legal advisers of ${name}; the list says the same`)} areas={areas} tiles={found.data.tiles} chosen={chosen} steady pick={pick} />}
        </>
      )}
    </section>
  )
}

const Legend = ({ view: { villages, covered, ending, near } }: Pick<Props, 'view'>) => {
  const { t } = useLang()
  const kinds = [
    ['plain', t('有法律顾问', 'With an adviser'), covered - ending], ['slanted', t(`有，合同 ${near} 天内到期`, `With one, contract ends within ${near} days`), ending], ['dotted', t('没有法律顾问', 'Without one'), villages - covered],
  ] as const
  return <ul className="cover-legend" aria-label={t('图例', 'Legend')}>{kinds.map(([mark, words, n]) => <li key={mark}><Swatch mark={mark} /><span>{words} <b>{count(n)}</b></span></li>)}</ul>
}

/** What of the place the map can't show, so that nobody takes what is left white for covered. */
const Drawn = ({ areas, of }: { readonly areas: readonly ShownArea[]; readonly of: number }) => {
  const { t } = useLang()
  const left = of - areas.length
  const schematic = areas.some(one => one.schematic)
  if (areas.length === 0) return <p className="quiet">{t('还没有村（社区）划定范围，不能画图；覆盖情况见列表。', 'No village has an area drawn yet, so there is no map; the list has them all.')}</p>
  if (left === 0 && !schematic) return null
  return (
    <p className="quiet">
      {left > 0 && t(`${count(of)} 个村（社区）中有 ${count(left)} 个没有划定范围，图上没有，见列表。`, `${count(left)} of ${count(of)} villages have no area drawn and are not on the map; the list has them. `)}
      {schematic && t('虚线为示意边界，未经测绘。', 'Dashed borders are schematic, not surveyed.')}
    </p>
  )
}
