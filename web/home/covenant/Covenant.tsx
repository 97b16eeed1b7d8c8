import { Link, useLocation } from 'wouter'
import { countyOf } from '../../../kernel/region.ts'
import type { ClauseView, CovenantsView, CovenantVersion } from '../../../server/wire/covenants.ts'
import { Cite } from '../../parts/Cite.tsx'
import { followsBy, versionName } from '../../parts/covenants.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { Icon } from '../../parts/phone/Icon.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { PlaceField } from '../../parts/phone/PlaceField.tsx'
import { ReadAloud } from '../../parts/phone/ReadAloud.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { stageOf } from '../../parts/stages.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { useVillage } from '../useVillage.ts'
import { Differences } from './Differences.tsx'

const shown = ['village'] as const

/** 村规民约、居民公约: what a village gave itself, to read, to hear and to print, for anyone (Art. 26.1). */
const Covenant = ({ village }: { readonly village: string | undefined }) => {
  const { t } = useLang()
  const [, go] = useLocation()
  const { code, own, place } = useVillage(village)
  return (
    <Page title={t('村规民约、居民公约', 'Village covenant')} lead={t('村里人自己商量、自己表决、共同遵守的约定。', 'What villagers talked over, voted on and keep together.')} back={{ href: '/', label: t('首页', 'Home') }}>
      <div className="stack wide">
        <div className="no-print"><PlaceField label={t('哪个村（社区）', 'Which village')} place={place} allowed={shown} choose={chosen => go(chosen ? `/covenant/${chosen.code}` : '/covenant/choose')} /></div>
        {code !== undefined && <Of key={code} village={code} own={own} />}
      </div>
    </Page>
  )
}
export default Covenant

const Of = ({ village, own }: { readonly village: string; readonly own: boolean }) => {
  const { t } = useLang()
  const found = useAsk(paths.covenants(village), { fresh: 60_000 })
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { versions } = found.data
  const now = versions.find(one => one.stands === 'now')
  return (
    <>
      <Drafts view={found.data} own={own} />
      {now ? <Version key={now.version} village={village} of={now} /> : <p className="soft" role="status">{t('这里还没有生效的公约。', 'No covenant is in force here.')}</p>}
      {own && <p className="no-print"><Link href="/mine/integrity">{t('我的诚信档案', 'My integrity file')}</Link></p>}
      {versions.length > 1 && <Differences village={village} versions={versions} />}
    </>
  )
}

const Drafts = ({ view: { drafts, village }, own }: { readonly view: CovenantsView; readonly own: boolean }) => {
  const { t, say } = useLang()
  return (
    <>
      {drafts.map(draft => (
        <div key={draft.id} className="no-print">
          <Banner icon="info">
            <p><b>{draft.title}</b> · {say(stageOf('covenant', draft.stage))}</p>
            <p className="row">
              <Link href={`/matters/${draft.id}`}>{t('看草案和经过', 'See the draft and how it came about')}</Link>
              {draft.open && own && <Link className="button" href="/say/covenant-proposal/propose" state={{ offered: { covenant: draft.id, village: village.code }, about: { zh: `对《${draft.title}》提建议`, en: `A proposal for “${draft.title}”` } }}>{t('提建议', 'Propose')}</Link>}
            </p>
            {draft.open && <p className="small">{t('没有手机的，可以写在纸上签名交给村（居）委会，由他们代录，同样会答复。', 'Without a phone, write and sign it on paper: the committee enters it, and you are answered all the same.')}</p>}
          </Banner>
        </div>
      ))}
    </>
  )
}

const spoken = (title: string, clauses: readonly ClauseView[]): string => [title, ...clauses.map(({ number, text }) => `第${number}条。${text}`)].join('\n')

const Version = ({ village, of }: { readonly village: string; readonly of: CovenantVersion }) => {
  const { t, say } = useLang()
  const county = countyOf(village)
  const found = useAsk(paths.covenant(county, of.version), { fresh: 600_000 })
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { clauses } = found.data
  return (
    <section className="stack covenant" aria-labelledby="covenant-title">
      <h2 id="covenant-title">{of.title}</h2>
      <p className="soft">{t(`${of.passed} 表决通过，${of.since} 起施行。`, `Passed on ${of.passed}, in force from ${of.since}.`)} {say(versionName(of))} · <Cite of="26.1" /></p>
      <ReadAloud text={spoken(of.title, clauses)} />
      <ol className="clauses">{clauses.map(clause => <Clause key={clause.number} clause={clause} />)}</ol>
      <p className="soft">{t('公约不能罚款，不能停水停电，不能影响低保、补贴、上学、就医和办事。', 'No covenant may fine anybody, cut supplies, or touch relief, subsidies, school, care or services.')}</p>
      <div className="buttons no-print">
        <button type="button" className="button large" onClick={() => window.print()}><Icon name="print" />{t('打印', 'Print')}</button>
        <a className="button large" href={paths.covenantPaper(county, of.version, 'text')} download><Icon name="file" />{t('下载文本', 'Download the text')}</a>
        <a className="button large" href={paths.covenantPaper(county, of.version, 'poster')} download><Icon name="file" />{t('下载大字张贴版', 'Download the poster')}</a>
      </div>
    </section>
  )
}

const Clause = ({ clause }: { readonly clause: ClauseView }) => {
  const { say } = useLang()
  const follows = followsBy(clause)
  return (
    <li className="clause">
      <span className="clause-number">{clause.number}</span>
      <span>{clause.text}{follows && <small className="soft">{say(follows)}</small>}</span>
    </li>
  )
}
