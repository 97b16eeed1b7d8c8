import { Button } from 'antd'
import { useSearchParams } from 'wouter'
import { postKinds } from '../../../kernel/post.ts'
import { levelOf } from '../../../kernel/region.ts'
import type { HouseholdView, Me } from '../../../server/wire.ts'
import { problemOf } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAsk } from '../../parts/useAsk.ts'
import { usePages } from '../../parts/usePages.ts'
import { RegionPicker } from '../fields/RegionPicker.tsx'
import { actorOf } from '../list/asked.ts'
import { go, links } from '../links.ts'
import { askToRead, mayAskToRead } from '../new/ask-to-read.ts'
import { BringingLink } from '../new/BringingLink.tsx'
import { openings } from '../new/openings.ts'
import { Empty, Failed, Loading } from '../states.tsx'

const villages = ['village'] as const

/** 户和人口: the households of a village and who belongs to them, for who works there or has leave to read it. */
export const People = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const [params, setParams] = useSearchParams()
  const home = actingPost(me)?.region.code
  const village = params.get('village') ?? (home !== undefined && levelOf(home) === 'village' ? home : undefined)
  const mayChange = openings(actorOf(me)).some(way => way.procedure.name === 'household-change')
  const kind = actingPost(me)?.kind
  const readsNames = kind !== undefined && postKinds[kind].reach === 'region'
  return (
    <div className="people">
      <p className="quiet register-note">{t('户有固定编号，走访、积分、表决都按编号对应；门牌、人数变更留有日期。只存姓名、出生年代和所在户，不存民族、信仰和证件号码。每次查看都有记录。', 'A household keeps its code, by which visits, points and ballots know it; changes of door and size keep their days. Only name, decade of birth and household are kept; no ethnicity, faith or number of papers. Each reading is logged.')}</p>
      <div className="filters">
        <div className="filter-region">
          <RegionPicker
            id="people-village" value={village} levels={villages} label={t('村（社区）', 'Village')}
            choose={next => setParams(next === undefined ? {} : { village: next })}
          />
        </div>
        {mayChange && <Button onClick={() => go(links.open('household-change', 'propose'), { offered: { change: 'enter', ...(village !== undefined && { village }) } })}>{t('登记、导入或变更户', 'Enter, import or change')}</Button>}
      </div>
      {village === undefined
        ? <Empty title={t('请先选择村（社区）', 'Choose a village first')} />
        : readsNames ? <Households key={village} village={village} me={me} /> : <Doors key={village} village={village} me={me} />}
    </div>
  )
}

const Households = ({ village, me }: { readonly village: string; readonly me: Me }) => {
  const { t } = useLang()
  const found = usePages(cursor => paths.people(village, cursor))
  if (found.isPending) return <Loading />
  if (found.isError) return <NotShown error={found.error} again={() => void found.refetch()} village={village} me={me} />
  if (found.rows.length === 0) return <Empty title={t('此地没有登记的户', 'No household is registered here')} />
  return (
    <>
      <div className="table-scroll">
        <table className="plain-table households">
          <thead>
            <tr><th scope="col">{t('门牌', 'Door')}</th><th scope="col">{t('户编号', 'Code')}</th><th scope="col">{t('社、楼栋', 'Team')}</th><th scope="col" className="num">{t('人数', 'Size')}</th><th scope="col">{t('登记人口（出生年代）', 'People (decade of birth)')}</th></tr>
          </thead>
          <tbody>{found.rows.map(household => <Household key={household.id} household={household} />)}</tbody>
        </table>
      </div>
      {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={found.more}>{t('更多户', 'More households')}</Button>}
    </>
  )
}

const Household = ({ household: { address, code, team, size, people } }: { readonly household: HouseholdView }) => {
  const { t } = useLang()
  return (
    <tr>
      <th scope="row">{address}</th><td><code>{code}</code></td><td>{team ?? '—'}</td><td className="num">{size ?? (people.length === 0 ? '—' : people.length)}</td>
      <td>
        {people.length === 0 ? <span className="quiet">{t('没有登记人口', 'nobody registered')}</span> : (
          <ul className="members">
            {people.map(({ id, name, bornDecade, head }) => <li key={id}>{name}<span className="quiet">{head === true && t(' 户主', ' head')}{bornDecade !== undefined && t(` ${bornDecade} 年代`, ` ${bornDecade}s`)}</span></li>)}
          </ul>
        )}
      </td>
    </tr>
  )
}

/** Doors alone, for who names households and does not read who lives there. */
const Doors = ({ village, me }: { readonly village: string; readonly me: Me }) => {
  const { t } = useLang()
  const found = useAsk(paths.households(village), { fresh: 30_000 })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { rows } = found.data
  return (
    <>
      {rows.length === 0 ? <Empty title={t('没有您可以查看的户', 'There is no household you may see')} /> : (
        <div className="table-scroll">
          <table className="plain-table households">
            <caption className="quiet">{t(`现有 ${rows.length} 户；您的岗位只看门牌，不看住户姓名`, `${rows.length} households; this post reads doors, and nobody by name`)}</caption>
            <thead><tr><th scope="col">{t('门牌', 'Door')}</th><th scope="col">{t('户编号', 'Code')}</th><th scope="col">{t('社、楼栋', 'Team')}</th><th scope="col" className="num">{t('人数', 'Size')}</th><th scope="col">{t('网格', 'Grid')}</th><th scope="col">{t('自', 'Since')}</th></tr></thead>
            <tbody>{rows.map(row => <tr key={row.code}><th scope="row">{row.address}</th><td><code>{row.code}</code></td><td>{row.team ?? '—'}</td><td className="num">{row.size ?? '—'}</td><td>{row.grid?.name ?? '—'}</td><td className="date">{row.since}</td></tr>)}</tbody>
          </table>
        </div>
      )}
      {mayAskToRead(me) && <p><BringingLink {...askToRead.people(village)}>{t('确需查看姓名的，申请调阅', 'Ask to read the names where you need them')}</BringingLink></p>}
    </>
  )
}

/** Where the roll is not this post's to read, the way to ask for it. */
const NotShown = ({ error, again, village, me }: { readonly error: unknown; readonly again: () => void; readonly village: string; readonly me: Me }) => {
  const { t } = useLang()
  const problem = problemOf(error)
  if (problem.code !== 'no-right' || !mayAskToRead(me)) return <Failed error={error} again={again} />
  return (
    <div className="state">
      <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud>
        <p><BringingLink {...askToRead.people(village)}>{t('申请调阅这个村（社区）的名册', 'Ask to read the roll of this village')}</BringingLink></p>
      </RefusalNote>
    </div>
  )
}
