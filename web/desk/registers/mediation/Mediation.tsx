import { Button } from 'antd'
import { useSearchParams } from 'wouter'
import { isWithin, levelOf, type Level } from '../../../../kernel/region.ts'
import { words } from '../../../../kernel/words.ts'
import type { Me } from '../../../../server/wire.ts'
import { Cites } from '../../../parts/Cite.tsx'
import { useLang } from '../../../parts/lang.ts'
import { actingPost } from '../../../parts/me.ts'
import * as paths from '../../../parts/paths.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { RegionPicker } from '../../fields/RegionPicker.tsx'
import { actorOf } from '../../list/asked.ts'
import { go, links } from '../../links.ts'
import { openings } from '../../new/openings.ts'
import { Empty, Failed, Loading } from '../../states.tsx'
import { Views } from '../../Views.tsx'
import { Committees } from './Committees.tsx'
import { Load } from './Load.tsx'
import { Mediators } from './Mediators.tsx'
import { Payments } from './Payments.tsx'
import { Studios } from './Studios.tsx'

const choosable: readonly Level[] = ['county', 'township', 'village']

const views = [
  { key: 'committees', name: words('调解委员会', 'Committees'), procedure: 'mediation-committee', step: 'establish', begin: words('登记设立', 'Establish one') },
  { key: 'mediators', name: words('调解员', 'Mediators'), procedure: 'mediator', step: 'nominate', begin: words('推荐调解员', 'Nominate one') },
  { key: 'studios', name: words('调解室、工作室', 'Studios'), procedure: 'studio', step: 'propose', begin: words('推荐', 'Propose one') },
  { key: 'load', name: words('工作量', 'Load') },
  { key: 'payments', name: words('补贴发放', 'Payments') },
] as const

/** As the server has it: who answers for mediation sees what each took and what came of it. */
const answersFor = (me: Me): boolean => { const post = actingPost(me); return post !== undefined && (post.kind === 'lead' || ['justice', 'justice-office'].includes(post.office?.kind ?? '')) }

/** As the server has it: the justice and the finance department of the county. */
const paysFor = (me: Me): boolean => { const post = actingPost(me); return post !== undefined && levelOf(post.region.code) === 'county' && ['justice', 'finance'].includes(post.office?.kind ?? '') }

/** 调解组织: committees filed, mediators, studios; and, for who answers for them, the load and what is paid. By place and name, never ranked (Art. 30, 31). */
export const Mediation = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  const [params, setParams] = useSearchParams()
  const own = actingPost(me)?.region.code ?? ''
  const asked = params.get('place')
  const place = asked ?? (choosable.includes(levelOf(own)) ? own : undefined)
  const mine = views.filter(one => (one.key === 'load' ? answersFor(me) : one.key !== 'payments' || paysFor(me)))
  const view = mine.find(one => one.key === params.get('view')) ?? mine[0] ?? views[0]
  const to = (key: string): string => `${links.registers('mediation')}?${new URLSearchParams({ view: key, ...(place !== undefined && { place }) }).toString()}`
  const begun = 'begin' in view && openings(actorOf(me)).some(way => way.procedure.name === view.procedure && way.name === view.step) ? view : undefined
  return (
    <div className="mediation">
      <p className="register-note quiet">{t('按地名和姓名排列，不排名次。委员的性别、民族不记录，由司法所核实组成。', 'By place and name, never ranked. No member’s sex or ethnicity is kept: the justice office attests the composition.')} <Cites of={['30.1', '30.2', '31.1']} /></p>
      <div className="filters">
        {view.key !== 'payments' && <div className="filter-region"><RegionPicker id="mediation-place" value={place} levels={choosable} label={t('县（区）、乡镇（街道）或村（社区）', 'County, township or village')} choose={code => setParams({ view: view.key, ...(code !== undefined && { place: code }) })} /></div>}
        {begun && <Button onClick={() => go(links.open(begun.procedure, begun.step), { offered: { ...(place !== undefined && isWithin(place, own) && { place }) } })}>{say(begun.begin)}</Button>}
      </div>
      <Views label={t('调解组织和调解员', 'Mediation bodies and mediators')} views={mine.map(({ key, name }) => ({ to: to(key), name: say(name), shown: key === view.key }))} />
      {view.key === 'payments' ? <Payments county={own} /> : place === undefined ? <Empty title={t('请选择地方', 'Choose a place')} /> : view.key === 'load' ? <Load key={place} place={place} /> : <Listed key={place} place={place} view={view.key} />}
    </div>
  )
}

const Listed = ({ place, view }: { readonly place: string; readonly view: 'committees' | 'mediators' | 'studios' }) => {
  const found = useAsk(paths.mediation(place), { fresh: 30_000 })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  if (view === 'committees') return <Committees rows={found.data.committees} />
  return view === 'mediators' ? <Mediators rows={found.data.mediators} /> : <Studios rows={found.data.studios} />
}
