import { Link, useLocation } from 'wouter'
import { words } from '../../../kernel/words.ts'
import type { Level } from '../../../kernel/region.ts'
import type { PointsScheme, VillagePoints } from '../../../server/wire/points.ts'
import { useLang } from '../../parts/lang.ts'
import { useMe } from '../../parts/me.ts'
import { useRegion } from '../../parts/names.ts'
import * as paths from '../../parts/paths.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { Fold } from '../../parts/phone/Fold.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { PlaceField } from '../../parts/phone/PlaceField.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { count } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { Poster } from './Poster.tsx'

const villages: readonly Level[] = ['village']

/** 村里积分: the scheme of a village, drafts open to proposals and what was shown, for anyone; no household by its total. */
const Points = ({ village }: { readonly village: string | undefined }) => {
  const { t } = useLang()
  const [, go] = useLocation()
  const me = useMe()
  const code = village === 'choose' ? undefined : village ?? me.data?.home?.code.slice(0, 12)
  const place = useRegion(code)
  return (
    <Page title={t('村里积分', 'Points of the village')} lead={t('怎么记分、能换什么由居民商量决定；记了什么分，逐条公示。', 'How points are given is decided by the residents; what was given is shown line by line.')}>
      <div className="stack wide">
        <PlaceField label={t('看哪个村（社区）', 'Village')} place={place ?? null} allowed={villages} choose={chosen => go(chosen ? `/points/${chosen.code}` : '/points/choose')} />
        {code !== undefined && code.length === 12 && <Of village={code} />}
      </div>
    </Page>
  )
}
export default Points

const Of = ({ village }: { readonly village: string }) => {
  const found = useAsk(paths.points(village), { fresh: 60_000 })
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  return <><Drafts points={found.data} /><Postings points={found.data} /><Scheme points={found.data} /></>
}

const Drafts = ({ points: { drafts, village } }: { readonly points: VillagePoints }) => {
  const { t } = useLang()
  if (drafts.length === 0) return null
  return (
    <section className="stack" aria-labelledby="drafts">
      <h2 id="drafts">{t('正在商量的办法', 'Being decided')}</h2>
      {drafts.map(one => (
        <div key={one.matter} className="card stack">
          <p><Link href={`/matters/${one.matter}`}><b>{one.title}</b></Link></p>
          <p className="soft">{one.open ? t(`${one.begun} 起征求意见，已收到建议 ${one.proposals} 条，答复 ${one.answered} 条。`, `Open since ${one.begun}: ${one.proposals} proposals, ${one.answered} answered.`) : t('等待居民表决，不再修改。', 'Before the residents; it is changed no more.')}</p>
          {one.open && <Link className="button main" href="/say/points-proposal/propose" state={{ offered: { scheme: one.matter, village: village.code }, about: words(one.title, one.title) }}>{t('我要提建议', 'Make a proposal')}</Link>}
          {one.open && <p className="small soft">{t('没有手机的，可以到村（居）委会当面提，由工作人员代录。', 'Without a phone, say it at the committee’s office; it is entered for you.')}</p>}
          <div className="buttons"><Poster of="schemes" matter={one.matter} /></div>
        </div>
      ))}
    </section>
  )
}

const Postings = ({ points: { postings } }: { readonly points: VillagePoints }) => {
  const { t } = useLang()
  return (
    <section className="stack" aria-labelledby="postings">
      <h2 id="postings">{t('积分公示', 'Shown to the village')}</h2>
      {postings.length === 0 ? <p className="soft">{t('还没有公示。', 'Nothing was shown yet.')}</p> : (
        <ul className="list">
          {postings.map(one => (
            <li key={one.matter}>
              <Link className="line" href={`/points/postings/${one.matter}`}>
                <span className="apart"><span className="line-title">{one.title}</span>{one.until !== undefined && <span className="tag soon">{t('公示中', 'Open')}</span>}</span>
                <span className="small soft">{t(`${count(one.lines)} 条，${count(one.households)} 户`, `${count(one.lines)} lines, ${count(one.households)} households`)}{one.until !== undefined && t(`，${one.until} 前可以提异议`, `; objections until ${one.until}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const Scheme = ({ points: { scheme } }: { readonly points: VillagePoints }) => {
  const { t } = useLang()
  return (
    <section className="stack" aria-labelledby="scheme">
      <h2 id="scheme">{t('积分办法', 'The scheme')}</h2>
      {scheme === undefined ? <Banner icon="info"><p>{t('本村（社区）还没有施行中的积分办法，不记分、不兑换。', 'No scheme is in force here: no points are given or exchanged.')}</p></Banner> : <SchemeTold scheme={scheme} />}
    </section>
  )
}

/** What points are given for, and what they are exchanged for. */
export const SchemeTold = ({ scheme }: { readonly scheme: PointsScheme }) => {
  const { t, say } = useLang()
  return (
    <>
      <p>{t(`《${scheme.title}》第 ${scheme.version} 版，自 ${scheme.since} 起施行，经居民表决通过。`, `${scheme.title}, version ${scheme.version}, in force since ${scheme.since}, adopted by the residents.`)} <Link href={`/matters/${scheme.matter}`}>{t('看全文', 'Read it')}</Link></p>
      <div className="buttons"><Poster of="schemes" matter={scheme.matter} /></div>
      <Fold icon="list" title={t(`怎么得分（${scheme.items.length} 项）`, `What points are given for (${scheme.items.length})`)}>
        <ul className="list">{scheme.items.map(one => <li key={one.code} className="line"><span className="apart"><span className="line-title">{one.what}</span><b>+{one.points}</b></span><span className="small soft">{t(`每户${say(scheme.period)}最多 ${one.most} 分，由${say(one.by)}记，凭${say(one.evidence)}`, `At most ${one.most} (${say(scheme.period).toLowerCase()}); given by: ${say(one.by).toLowerCase()}; on: ${say(one.evidence).toLowerCase()}`)}</span></li>)}</ul>
      </Fold>
      <Fold icon="check" title={t(`能换什么（${scheme.rewards.length} 种）`, `What they are exchanged for (${scheme.rewards.length})`)}>
        <ul className="list">{scheme.rewards.map(one => <li key={one.code} className="line"><span className="apart"><span className="line-title">{one.what}</span><b>{t(`${one.points} 分`, `${one.points} points`)}</b></span><span className="small soft">{one.left > 0 ? t(`还有 ${one.left} 件`, `${one.left} left`) : t('暂时没有', 'none left just now')}</span></li>)}</ul>
      </Fold>
    </>
  )
}
