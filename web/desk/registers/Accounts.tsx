import { Button } from 'antd'
import { useState } from 'react'
import type { MatterRow, Me } from '../../../server/wire.ts'
import { Deadline } from '../../parts/Deadline.tsx'
import { FactValue } from '../../parts/FactValue.tsx'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import { Place } from '../../parts/Place.tsx'
import { procedureOf } from '../../parts/procedures.ts'
import { useMatters } from '../../parts/useMatters.ts'
import { useNow } from '../../parts/useNow.ts'
import { RegionPicker } from '../fields/RegionPicker.tsx'
import { actorOf } from '../list/asked.ts'
import { firstScope } from '../list/scopes.ts'
import { links } from '../links.ts'
import { openings } from '../new/openings.ts'
import { Failed, Loading } from '../states.tsx'
import { FreeAccounts } from './FreeAccounts.tsx'
import { HeldPosts } from './HeldPosts.tsx'

const procedures: readonly string[] = ['account-opening', 'appointment']

/** 账号与岗位: what waits to be confirmed, who holds which post until when, and who has an account and none. All of it changes by procedure. */
export const Accounts = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  const [code, setCode] = useState(actingPost(me)?.region.code)
  const ways = openings(actorOf(me)).filter(way => procedures.includes(way.procedure.name))
  if (code === undefined) return null
  return (
    <div className="accounts">
      <p className="propose">
        <span className="quiet">{t('账号由系统管理员开立；岗位由一人提出、安全管理员审核，谁都不能单独授权。', 'A system administrator opens accounts; a post is proposed by one and confirmed by a security administrator: nobody gives a right alone.')}</span>
        {ways.map(way => <Button key={`${way.procedure.name}/${way.name}`} size="small" href={links.open(way.procedure.name, way.name)}>{say(way.step)}</Button>)}
      </p>
      <section aria-labelledby="proposals-title">
        <h2 id="proposals-title">{t('待审核的任命', 'Posts to confirm')}</h2>
        <Proposals me={me} />
      </section>
      <div className="filters"><div className="filter-region"><RegionPicker id="accounts-region" value={code} choose={next => { if (next !== undefined) setCode(next) }} label={t('区划', 'Region')} /></div></div>
      <section aria-labelledby="posts-title">
        <h2 id="posts-title">{t('任职人员', 'Who holds which post')}</h2>
        <HeldPosts region={code} />
      </section>
      <section aria-labelledby="free-title">
        <h2 id="free-title">{t('尚无岗位的账号', 'Accounts without a post')}</h2>
        <FreeAccounts region={code} />
      </section>
    </div>
  )
}

const Proposals = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const now = useNow()
  const facts = procedureOf('appointment')?.facts
  const found = useMatters({ scope: firstScope(me), procedure: 'appointment', stage: 'proposed', limit: 50 }, 20_000)
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  if (found.rows.length === 0) return <p className="quiet">{t('没有待审核的任命。', 'No post awaits confirmation.')}</p>
  const cell = (row: MatterRow, name: 'kind' | 'office' | 'until') => { const fact = facts?.[name]; return fact && <FactValue fact={fact} value={row.facts[name] ?? null} /> }
  return (
    <>
      <div className="table-scroll">
        <table className="plain-table wide">
          <thead>
            <tr>
              <th scope="col">{t('姓名', 'Name')}</th><th scope="col">{t('岗位', 'Post')}</th><th scope="col">{t('单位', 'Office')}</th><th scope="col">{t('所在地', 'Place')}</th>
              <th scope="col">{t('任职至', 'Until')}</th><th scope="col">{t('审核时限', 'To confirm by')}</th>
            </tr>
          </thead>
          <tbody>
            {found.rows.map(row => (
              <tr key={row.id}>
                <td><a href={links.matter(row.id)}>{row.title}</a></td><td>{cell(row, 'kind')}</td><td>{cell(row, 'office')}</td><td><Place region={row.region} from={1} /></td>
                <td className="date">{cell(row, 'until')}</td><td><Deadline due={row.due} now={now} brief /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.hasNextPage && <Button loading={found.isFetchingNextPage} onClick={found.more}>{t('更多', 'More')}</Button>}
    </>
  )
}
