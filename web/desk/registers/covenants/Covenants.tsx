import { PrinterOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useSearchParams } from 'wouter'
import { countyOf, levelOf } from '../../../../kernel/region.ts'
import { clauseKinds } from '../../../../procedures/3-governance/covenant/clauses.ts'
import type { Me } from '../../../../server/wire.ts'
import type { CovenantVersion } from '../../../../server/wire/covenants.ts'
import { Cites } from '../../../parts/Cite.tsx'
import { followsBy, standing, versionName } from '../../../parts/covenants.ts'
import { useLang } from '../../../parts/lang.ts'
import { actingPost } from '../../../parts/me.ts'
import * as paths from '../../../parts/paths.ts'
import { stageOf } from '../../../parts/stages.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { RegionPicker } from '../../fields/RegionPicker.tsx'
import { actorOf } from '../../list/asked.ts'
import { links } from '../../links.ts'
import { BringingLink } from '../../new/BringingLink.tsx'
import { openings } from '../../new/openings.ts'
import { Empty, Failed, Loading } from '../../states.tsx'
import { ClauseDiff } from './ClauseDiff.tsx'

const villages = ['village'] as const

/** 公约: a village's covenant, version by version, what changed between them, and drafts under way. Village and versions stand in the address. */
export const Covenants = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const [params, setParams] = useSearchParams()
  const home = actingPost(me)?.region.code
  const own = home !== undefined && levelOf(home) === 'village' ? home : undefined
  const village = params.get('village') ?? own
  return (
    <div className="lists">
      <p className="register-note quiet">{t('公约由村（居）民会议表决通过，乡镇（街道）逐条审核、备案。罚款、停水停电、扣待遇、曝光、强制，一律不能写。', 'A covenant is adopted by the assembly, checked clause by clause and filed by the township. No fines, cut supplies or benefits, shaming or compulsion.')} <Cites of={['26.1']} /></p>
      <div className="filters">
        <div className="filter-region"><RegionPicker id="covenant-village" value={village} levels={villages} label={t('村（社区）', 'Village')} choose={next => setParams(next === undefined ? {} : { village: next })} /></div>
      </div>
      {village === undefined ? <Empty title={t('请先选择村（社区）', 'Choose a village first')} /> : <Village key={village} village={village} me={me} own={village === own} />}
    </div>
  )
}

const Village = ({ village, me, own }: { readonly village: string; readonly me: Me; readonly own: boolean }) => {
  const { t, say } = useLang()
  const [params, setParams] = useSearchParams()
  const found = useAsk(paths.covenants(village), { fresh: 30_000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const { versions, drafts } = found.data
  const shown = versions.find(one => one.version === params.get('version')) ?? versions.find(one => one.stands === 'now') ?? versions[0]
  const against = versions.find(one => one.version === params.get('against') && one !== shown)
  const choose = (change: { readonly [name: string]: string }): void => setParams(before => {
    const next = new URLSearchParams(before)
    for (const [name, value] of Object.entries({ village, ...change })) { if (value === '') next.delete(name); else next.set(name, value) }
    return next
  })
  const option = (one: CovenantVersion) => ({ value: one.version, label: `${say(versionName(one))} ${say(standing(one))}` })
  const begin = own ? openings(actorOf(me)).find(one => one.procedure.name === 'covenant') : undefined
  return (
    <>
      {drafts.map(draft => (
        <p key={draft.id} className="propose">
          <span><a href={links.matter(draft.id)}>{draft.title}</a> · {say(stageOf('covenant', draft.stage))}</span>
          {draft.open && own && <BringingLink to={links.open('covenant-proposal', 'enterFor')} brought={{ offered: { covenant: draft.id, village } }}>{t('代录居民建议', 'Enter a resident’s proposal')}</BringingLink>}
        </p>
      ))}
      {begin && drafts.length === 0 && <p className="propose"><BringingLink to={links.open('covenant', begin.name)} brought={{ offered: { village, ...(shown && { title: shown.title }) } }}>{versions.length === 0 ? t('发起制定公约', 'Begin a covenant') : t('发起修订', 'Begin an amendment')}</BringingLink></p>}
      {shown && (
        <div className="filters" role="group" aria-label={t('选择版本', 'Choose a version')}>
          <Select aria-label={t('版本', 'Version')} value={shown.version} onChange={(next: string) => choose({ version: next, against: '' })} options={versions.map(option)} popupMatchSelectWidth={false} />
          {versions.length > 1 && (
            <Select
              allowClear aria-label={t('与哪一版比较', 'Compare with')} placeholder={t('与另一版比较', 'Compare with another version')} value={against?.version ?? null} popupMatchSelectWidth={false}
              onChange={(next: string | undefined) => choose({ version: shown.version, against: next ?? '' })} options={versions.filter(one => one !== shown).map(option)}
            />
          )}
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>{t('打印', 'Print')}</Button>
        </div>
      )}
      {!shown ? <Empty title={t('该村（社区）还没有公布公约', 'This village has published no covenant yet')} /> : (
        <>
          <Head county={countyOf(village)} of={shown} />
          {against ? <ClauseDiff county={countyOf(village)} of={shown} against={against} /> : <Clauses county={countyOf(village)} version={shown.version} />}
        </>
      )}
    </>
  )
}

const Head = ({ county, of }: { readonly county: string; readonly of: CovenantVersion }) => {
  const { t, say } = useLang()
  return (
    <div className="list-head">
      <h2>{of.title}</h2>
      <p>
        <b>{say(standing(of))}</b> · {t(`${of.passed} 表决通过`, `passed on ${of.passed}`)} · {t(`自 ${of.since} 起施行`, `in force from ${of.since}`)}{of.until !== undefined && t(`，至 ${of.until}（不含）`, `, until ${of.until} (not included)`)}
        {of.filed !== undefined && <> · {t(`备案 ${of.filed}`, `filed as ${of.filed}`)}</>} · <a href={links.matter(of.version)}>{t('制定经过', 'How it was made')}</a>
        <span className="no-print"> · <a href={paths.covenantPaper(county, of.version, 'text')} download>{t('文本', 'Text')}</a> · <a href={paths.covenantPaper(county, of.version, 'poster')} download>{t('大字张贴版', 'Poster')}</a></span>
      </p>
      {of.changes && <p className="quiet">{say(of.changes)}{of.reason !== undefined && t(`。${of.reason}`, `. ${of.reason}`)}</p>}
    </div>
  )
}

const Clauses = ({ county, version }: { readonly county: string; readonly version: string }) => {
  const { t, say } = useLang()
  const found = useAsk(paths.covenant(county, version), { fresh: 600_000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  return (
    <div className="table-scroll">
      <table className="plain-table as-cards" aria-label={t('条文', 'Clauses')}>
        <thead><tr><th scope="col">{t('条', 'No.')}</th><th scope="col">{t('条文', 'Text')}</th><th scope="col">{t('性质', 'Kind')}</th><th scope="col">{t('后果', 'What follows')}</th></tr></thead>
        <tbody>
          {found.data.clauses.map(clause => {
            const follows = followsBy(clause)
            return (
              <tr key={clause.number}>
                <td className="nowrap">{clause.number}</td><td>{clause.text}</td>
                <td className="nowrap" data-label={t('性质', 'Kind')}>{say(clauseKinds[clause.kind])}</td><td data-label={t('后果', 'What follows')}>{follows ? say(follows) : '—'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
