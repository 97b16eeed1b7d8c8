import { useState } from 'react'
import type { Board, Me } from '../../../server/wire.ts'
import { breach } from '../../../procedures/6-liability/breach.ts'
import { Cite } from '../../parts/Cite.tsx'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { Place } from '../../parts/Place.tsx'
import { count } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { RegionPicker } from '../fields/RegionPicker.tsx'
import { links } from '../links.ts'
import { Empty, Failed, Loading } from '../states.tsx'

const months = 12

/** 通报批评: what stands published of the units of a place, and how many cases there were and what became of them; for deputies as for everyone (Art. 47, 50.2). */
export const Criticisms = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const [code, setCode] = useState(actingPost(me)?.region.code ?? me.home?.code.slice(0, 6))
  const figures = useAsk(code === undefined || actingPost(me) === undefined ? undefined : paths.board(code, 'breach', months), { fresh: 60_000 })
  if (code === undefined) return <Empty title={t('没有可看的地区', 'No place to look at')} />
  return (
    <div>
      <p className="propose"><span className="quiet">{t('申诉期满、决定生效后公开；只写单位，不写个人，也不写线索来自谁。', 'Published once the time for appeal is over; units alone, no person, and nothing of who reported it.')}</span></p>
      <div className="filters"><div className="filter-region"><RegionPicker id="criticisms-region" value={code} choose={next => { if (next !== undefined) setCode(next) }} label={t('区划', 'Region')} /></div></div>
      {figures.data && <Figures board={figures.data} />}
      <Notices region={code} />
    </div>
  )
}

const told = ['opened', 'founded', 'unfounded', 'ordered', 'criticised', 'corrected', 'correctedInTime', 'referred', 'appealed'] as const

const Figures = ({ board }: { readonly board: Board }) => {
  const { t, say } = useLang()
  return (
    <section aria-labelledby="breach-figures">
      <h2 id="breach-figures">{t(`近 ${months} 个月责任追究`, `Liability in ${months} months`)}</h2>
      <dl className="matter-facts">
        {told.map(name => <div key={name}><dt>{say(breach.measures[name] ?? { zh: name, en: name })}</dt><dd>{count(board.total.measures[name] ?? 0)}</dd></div>)}
      </dl>
    </section>
  )
}

const Notices = ({ region }: { readonly region: string }) => {
  const { t } = useLang()
  const found = useAsk(paths.criticisms(region), { fresh: 60_000 })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  return (
    <section aria-labelledby="breach-notices">
      <h2 id="breach-notices">{t('公开的通报', 'Published notices')} <span className="quiet">{found.data.length}</span></h2>
      {found.data.length === 0 ? <Empty title={t('没有公开的通报', 'No notice stands published')} /> : (
        <div className="table-scroll">
          <table className="plain-table wide">
            <thead>
              <tr>
                <th scope="col">{t('单位', 'Unit')}</th><th scope="col">{t('所在地', 'Place')}</th><th scope="col">{t('通报内容', 'What is criticised')}</th><th scope="col">{t('违反', 'Against')}</th>
                <th scope="col">{t('责令改正', 'Ordered to correct')}</th><th scope="col">{t('决定单位', 'Decided by')}</th><th scope="col">{t('生效', 'Final on')}</th><th scope="col">{t('编号', 'Number')}</th>
              </tr>
            </thead>
            <tbody>
              {found.data.map(one => (
                <tr key={one.matter}>
                  <td>{one.accused.name}</td><td><Place region={one.region} from={1} /></td><td>{one.criticism}</td><td>{one.provision && <Cite of={one.provision} />}</td>
                  <td>{one.corrects ? t('是', 'yes') : t('否', 'no')}</td><td>{one.decider.name}</td><td className="date">{one.since}</td><td><a href={links.matter(one.matter)}>{one.number}</a></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
