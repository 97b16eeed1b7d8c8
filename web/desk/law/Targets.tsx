import { Select } from 'antd'
import { useState } from 'react'
import type { PostKind } from '../../../kernel/post.ts'
import { labelOf } from '../../../regulation/citation.ts'
import { hows } from '../../../procedures/1-general/plan-rows.ts'
import { targetStates } from '../../../procedures/1-general/plan-state.ts'
import type { Me, TargetsView, TargetView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { count, dayOf, stamp } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { links } from '../links.ts'
import { Empty, Failed, Loading } from '../states.tsx'
import { Views } from '../Views.tsx'
import { placesOf } from './places-of.ts'

/** The two sides of what is owed: the regulation, and the targets of a year drawn from it. */
export const DutyViews = ({ shown }: { readonly shown: 'law' | 'targets' }) => {
  const { t } = useLang()
  return <Views label={t('职责', 'Duties')} views={[
    { to: links.law(), name: t('条例职责', 'The regulation'), shown: shown === 'law' }, { to: links.targets(), name: t('年度目标', 'Targets of a year'), shown: shown === 'targets' },
  ]} />
}

/** 年度目标: what each office of a region owes this year, how far it is, and how that is known. */
const Targets = ({ me, region }: { readonly me: Me; readonly region: string | undefined }) => {
  const { t } = useLang()
  const post = actingPost(me)
  if (!post) return <Empty page title={t('请从一个岗位查看', 'Look at it from a post')} />
  return <OfRegion key={region ?? post.region.code} mayDraft={drafts.includes(post.kind) ? post.region.code : undefined} region={region ?? placesOf(post.region)[0]?.code ?? post.region.code} places={placesOf(post.region)} />
}

/** Kinds of post that draft targets, for their own level. */
const drafts: readonly PostKind[] = ['lead', 'dispatcher', 'handler']

type Props = { /** The region for which who looks may draft. */ readonly mayDraft: string | undefined; readonly region: string; readonly places: readonly { readonly code: string; readonly name: string }[] }

const OfRegion = ({ mayDraft, region, places }: Props) => {
  const { t } = useLang()
  const [year, setYear] = useState<number>()
  const found = useAsk(paths.targets(region, year), { keep: true })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const view = found.data
  return (
    <div className="targets">
      <div className="page-head">
        <h1>{t('职责', 'Duties')}</h1>
        <div className="page-actions">
          {places.length > 1 && (
            <nav aria-label={t('地区', 'Region')} className="crumbs">
              {places.map(({ code, name }, i) => <span key={code}>{i > 0 && ' · '}{code === view.region.code ? <b>{name}</b> : <a href={links.targets(code)}>{name}</a>}</span>)}
            </nav>
          )}
          {view.years.length > 1 && <Select aria-label={t('年度', 'Year')} value={view.year} onChange={setYear} options={view.years.map(one => ({ value: one, label: String(one) }))} />}
        </div>
      </div>
      <DutyViews shown="targets" />
      {view.offices.length === 0
        ? <Empty title={t(`${view.region.name}没有${view.year}年的目标`, `${view.region.name} has no targets for ${view.year}`)}>{mayDraft === view.region.code && <p><a href={links.open('annual-plan', 'draft')}>{t('起草年度目标', 'Draft them')}</a></p>}</Empty>
        : <Standing view={view} />}
    </div>
  )
}

const attention = new Set<TargetView['state']>(['behind', 'stale', 'missed'])

const Standing = ({ view }: { readonly view: TargetsView }) => {
  const { t } = useLang()
  const all = view.offices.flatMap(one => one.targets)
  return (
    <>
      <p className="quiet">
        {view.region.name} · {view.year} · {t(`全年已过 ${percent(view.gone)}`, `${percent(view.gone)} of the year is over`)} · {t(`${count(all.length)} 项目标，${count(all.filter(one => attention.has(one.state)).length)} 项需关注`, `${count(all.length)} targets, ${count(all.filter(one => attention.has(one.state)).length)} to look at`)}
        {' · '}{t('截至', 'As of')} {stamp(view.asOf)}
        {view.plan !== undefined && <> · <a href={links.matter(view.plan)}>{t('目标文本和调整记录', 'The plan and its changes')}</a></>}
      </p>
      <div className="table-scroll">
        <table className="figures targets-table">
          <thead>
            <tr>
              <th scope="col">{t('目标', 'Target')}</th><th scope="col">{t('条款', 'Provision')}</th><th scope="col" className="num">{t('完成', 'Done')}</th><th scope="col" className="num">{t('目标值', 'Of')}</th>
              <th scope="col" className="num">{t('进度', 'Share')}</th><th scope="col">{t('状态', 'State')}</th><th scope="col">{t('进度来源', 'How it is known')}</th>
            </tr>
          </thead>
          {view.offices.map(({ office, targets }) => (
            <tbody key={office.code}>
              <tr className="of-office"><th scope="rowgroup" colSpan={7}>{office.name}</th></tr>
              {targets.map(one => <Line key={one.code} target={one} />)}
            </tbody>
          ))}
        </table>
      </div>
      <p className="exclusions">{t('由办理记录计算的，为本地区全部记录的合计；单位填报的，附依据。状态只提示需关注的目标，不作排名。', 'What is computed is the sum of all records of the region; what is stated comes with its evidence. States say what to look at, and rank nobody.')}</p>
    </>
  )
}

const percent = (share: number): string => `${Math.floor(share * 100)}%`

const Line = ({ target: one }: { readonly target: TargetView }) => {
  const { t, say } = useLang()
  const looked = attention.has(one.state)
  return (
    <tr>
      <th scope="row">{one.name}</th>
      <td className="nowrap"><a href={links.law(one.basis)}>{say(labelOf(one.basis))}</a></td>
      <td className="num">{one.done === undefined ? '—' : count(one.done)}</td>
      <td className="num">{count(one.target)} {one.unit}</td>
      <td className="num">{percent((one.done ?? 0) / one.target)}</td>
      <td className="nowrap">{looked ? <span className="figure-late"><span aria-hidden="true">! </span>{say(targetStates[one.state])}</span> : say(targetStates[one.state])}</td>
      <td>
        {say(hows[one.how])}
        {one.measure && <span className="sub">{say(one.measure)}</span>}
        {one.how === 'stated' && <span className="sub">{one.at === undefined ? t('尚未填报', 'nothing stated yet') : `${dayOf(new Date(one.at))} ${one.evidence ?? ''}`}</span>}
      </td>
    </tr>
  )
}

export default Targets
