import { Button } from 'antd'
import { useSearchParams } from 'wouter'
import { levelOf } from '../../../kernel/region.ts'
import type { HouseholdView, Me } from '../../../server/wire.ts'
import { problemOf } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { usePages } from '../../parts/usePages.ts'
import { RegionPicker } from '../fields/RegionPicker.tsx'
import { askToRead, mayAskToRead } from '../new/ask-to-read.ts'
import { BringingLink } from '../new/BringingLink.tsx'
import { Empty, Failed, Loading } from '../states.tsx'

const villages = ['village'] as const

/** 户和人口: the households of a village and who belongs to them, for who works there or has leave to read it. */
export const People = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const [params, setParams] = useSearchParams()
  const home = actingPost(me)?.region.code
  const village = params.get('village') ?? (home !== undefined && levelOf(home) === 'village' ? home : undefined)
  return (
    <div className="people">
      <p className="quiet register-note">{t('只存姓名、出生年代和所在户，不存民族、信仰和证件号码。经授权查看的，每次都有记录。', 'Only name, decade of birth and household are kept; no ethnicity, faith or number of papers. Each reading under a grant is logged.')}</p>
      <div className="filters">
        <div className="filter-region">
          <RegionPicker
            id="people-village" value={village} levels={villages} label={t('村（社区）', 'Village')}
            choose={next => setParams(next === undefined ? {} : { village: next })}
          />
        </div>
      </div>
      {village === undefined
        ? <Empty title={t('请先选择村（社区）', 'Choose a village first')} />
        : <Households key={village} village={village} me={me} />}
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
            <tr><th scope="col">{t('住址', 'Address')}</th><th scope="col">{t('组', 'Team')}</th><th scope="col">{t('人口', 'People')}</th><th scope="col">{t('姓名（出生年代）', 'Names (decade of birth)')}</th></tr>
          </thead>
          <tbody>{found.rows.map(household => <Household key={household.id} household={household} />)}</tbody>
        </table>
      </div>
      {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={found.more}>{t('更多户', 'More households')}</Button>}
    </>
  )
}

const Household = ({ household: { address, team, people } }: { readonly household: HouseholdView }) => {
  const { t } = useLang()
  return (
    <tr>
      <th scope="row">{address}</th><td>{team ?? '—'}</td><td>{people.length}</td>
      <td>
        {people.length === 0 ? <span className="quiet">{t('没有登记人口', 'nobody registered')}</span> : (
          <ul className="members">
            {people.map(({ id, name, bornDecade }) => <li key={id}>{name}{bornDecade !== undefined && <span className="quiet"> {t(`${bornDecade} 年代`, `${bornDecade}s`)}</span>}</li>)}
          </ul>
        )}
      </td>
    </tr>
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
