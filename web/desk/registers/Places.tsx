import { useState } from 'react'
import { ancestor, levels } from '../../../kernel/region.ts'
import type { Me, RegionRef } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import { useRegion } from '../../parts/names.ts'
import * as paths from '../../parts/paths.ts'
import { pathOf } from '../../parts/Place.tsx'
import { useAsk } from '../../parts/useAsk.ts'
import { RegionPicker } from '../fields/RegionPicker.tsx'
import { Empty, Failed, Loading } from '../states.tsx'
import { Offices } from './Offices.tsx'

/** The tree of regions, and the offices that answer for the one chosen. */
export const Places = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const post = actingPost(me)
  const start = post?.region ?? me.home
  const [code, setCode] = useState(start && (ancestor(start.code, 'township') ?? start.code))
  const region = useRegion(code)
  if (code === undefined) return <Empty title={t('没有可看的区划', 'No region to show')} />
  const here = region ?? (start?.code === code ? start : undefined)
  return (
    <div className="places">
      <div className="filters"><div className="filter-region"><RegionPicker id="register-region" value={code} choose={next => { if (next !== undefined) setCode(next) }} label={t('区划', 'Region')} /></div></div>
      {here && <p className="place-now"><b>{pathOf(here).join(' › ')}</b> <span className="quiet">{here.code}</span></p>}
      <div className="places-sides">
        <section aria-labelledby="inside-title">
          <h2 id="inside-title">{t('下辖', 'Inside it')}</h2>
          <Inside parent={code} choose={setCode} />
        </section>
        <section aria-labelledby="offices-title">
          <h2 id="offices-title">{t('负责此地的机构', 'Offices that answer for it')}</h2>
          <Offices region={code} />
        </section>
      </div>
    </div>
  )
}

const Inside = ({ parent, choose }: { readonly parent: string; readonly choose: (code: string) => void }) => {
  const { t, say } = useLang()
  const found = useAsk(paths.regionsIn(parent), { fresh: 600_000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  if (found.data.length === 0) return <p className="quiet">{t('没有下级区划。', 'Nothing below it.')}</p>
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <thead><tr><th scope="col">{t('名称', 'Name')}</th><th scope="col">{t('层级', 'Level')}</th><th scope="col">{t('编码', 'Code')}</th></tr></thead>
        <tbody>
          {found.data.map((region: RegionRef) => (
            <tr key={region.code}>
              <td><button type="button" className="plain" onClick={() => choose(region.code)}>{region.name}</button></td>
              <td>{say(levels[region.level])}</td>
              <td><code>{region.code}</code></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
