import { Link } from 'wouter'
import { words } from '../../../kernel/words.ts'
import type { HouseholdStatement, MyPoints as Mine, PointsEntry, PointsScheme } from '../../../server/wire/points.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { Gate } from '../../parts/phone/Gate.tsx'
import { Icon } from '../../parts/phone/Icon.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { entryKinds, signed, stateOfEntry } from '../../parts/points.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { SchemeTold } from './Points.tsx'

/** 我家: my household's points, what for, what they are exchanged for, and the way to contest a line. */
const MyPoints = () => <Gate>{() => <Household />}</Gate>
export default MyPoints

const Household = () => {
  const { t } = useLang()
  const found = useAsk(paths.myPoints(), { fresh: 30_000 })
  return (
    <Page title={t('我家', 'My household')} back={{ href: '/', label: t('首页', 'Home') }}>
      {found.data ? <Told mine={found.data} /> : found.isError ? <Failed error={found.error} again={() => void found.refetch()} /> : <Waiting />}
    </Page>
  )
}

const Told = ({ mine: { statement, village, scheme } }: { readonly mine: Mine }) => {
  const { t } = useLang()
  return (
    <div className="stack wide">
      {statement ? <Balance statement={statement} /> : (
        <Banner icon="info">
          <p><b>{t('您的账号还没有关联到户', 'Your account is not linked to a household yet')}</b></p>
          <p>{t('关联以后可以看自家积分、提异议、换东西。村（居）委会核对后生效。', 'Once linked you see your household’s points, object and exchange them. The committee checks it.')}</p>
          <p><Link className="button main" href="/say/household-claim/ask" state={{ offered: village ? { village: village.code } : {} }}>{t('申请关联我家', 'Ask to be linked')}</Link></p>
        </Banner>
      )}
      {statement && scheme && <Rewards statement={statement} scheme={scheme} />}
      {statement && <Entries statement={statement} />}
      {scheme && <section className="stack" aria-labelledby="my-scheme"><h2 id="my-scheme">{t('积分办法', 'The scheme')}</h2><SchemeTold scheme={scheme} /></section>}
      {village && <p><Link href={`/points/${village.code}`}>{t(`${village.name}的积分公示`, `Points shown in ${village.name}`)}</Link></p>}
    </div>
  )
}

const Balance = ({ statement: { household, village } }: { readonly statement: HouseholdStatement }) => {
  const { t } = useLang()
  return (
    <section className="card stack" aria-labelledby="balance">
      <h2 id="balance">{t(`可用积分 ${household.free} 分`, `${household.free} points to use`)}</h2>
      <p className="soft">{village.name} · {household.door}</p>
      <dl className="facts">
        {household.coming > 0 && <div className="facts-row"><dt>{t('公示中，还没入账', 'Shown, not posted yet')}</dt><dd>{household.coming}</dd></div>}
        {household.reserved > 0 && <div className="facts-row"><dt>{t('已预留', 'Spoken for')}</dt><dd>{household.reserved}</dd></div>}
        {household.owed > 0 && <div className="facts-row"><dt>{t('更正后应补，以后得分先抵', 'Owed after a correction; later points go against it')}</dt><dd>{household.owed}</dd></div>}
      </dl>
      <div className="buttons no-print">
        <a className="button" href={paths.myPointsSheet} download><Icon name="file" />{t('下载明细', 'Take the statement')}</a>
        <button type="button" className="button" onClick={() => window.print()}><Icon name="print" />{t('打印', 'Print')}</button>
      </div>
    </section>
  )
}

const Rewards = ({ statement: { household, village }, scheme }: { readonly statement: HouseholdStatement; readonly scheme: PointsScheme }) => {
  const { t } = useLang()
  return (
    <section className="stack" aria-labelledby="rewards">
      <h2 id="rewards">{t('能换什么', 'What they are exchanged for')}</h2>
      <ul className="list">
        {scheme.rewards.map(one => (
          <li key={one.code} className="line">
            <span className="apart"><span className="line-title">{one.what}</span><b>{t(`${one.points} 分`, `${one.points} points`)}</b></span>
            <span className="apart">
              <span className="small soft">{one.left > 0 ? t(`还有 ${one.left} 件`, `${one.left} left`) : t('暂时没有', 'none left just now')}</span>
              {one.left > 0 && household.free >= one.points
                ? <Link className="button no-print" href="/say/redemption/reserve" state={{ offered: { village: village.code, household: household.code, reward: one.code, pieces: 1 }, about: words(`${one.what} 1 件，用 ${one.points} 分`, `${one.what}, one, for ${one.points} points`) }} aria-label={t(`兑换${one.what}`, `Exchange for ${one.what}`)}>{t('兑换', 'Exchange')}</Link>
                : one.left > 0 && <span className="small soft">{t(`还差 ${one.points - household.free} 分`, `${one.points - household.free} short`)}</span>}
            </span>
          </li>
        ))}
      </ul>
      <p className="small soft">{t('申请后到村（居）委会领取，领到才扣分；没有手机的，凭纸质兑换单领取。', 'Ask here, collect it at the committee’s office; points go as it is handed over. Without a phone, a paper slip does.')}</p>
    </section>
  )
}

const Entries = ({ statement: { entries, village } }: { readonly statement: HouseholdStatement }) => {
  const { t } = useLang()
  return (
    <section className="stack" aria-labelledby="entries">
      <h2 id="entries">{t('明细', 'Every movement')}</h2>
      {entries.length === 0 ? <p className="soft">{t('还没有记过分。', 'Nothing was entered yet.')}</p> : <ul className="list">{entries.map((one, i) => <Entry key={i} one={one} village={village.code} />)}</ul>}
    </section>
  )
}

const Entry = ({ one, village }: { readonly one: PointsEntry; readonly village: string }) => {
  const { t, say } = useLang()
  return (
    <li className="line">
      <span className="apart"><span className="line-title">{one.what === '' ? say(entryKinds[one.kind]) : one.what}</span><b>{signed(one.points)}</b></span>
      <span className="small soft">{one.day ?? one.at} · {say(entryKinds[one.kind])}{one.evidence !== undefined && t(`，依据：${one.evidence}`, `; evidence: ${one.evidence}`)}{one.scheme !== undefined && t(`，办法第 ${one.scheme} 版`, `; scheme version ${one.scheme}`)}</span>
      <span className="apart">
        <span className={one.held ? 'tag soon' : 'small soft'}>{say(stateOfEntry(one))}</span>
        {one.state === 'pending' && !one.held && one.posting !== undefined && one.line !== undefined && <Link className="no-print" href="/say/points-objection/object" state={{ offered: { village, posting: one.posting, line: one.line }, about: words(`第 ${one.line} 条：${one.what}，${signed(one.points)} 分`, `No. ${one.line}: ${one.what}, ${signed(one.points)} points`) }} aria-label={t(`对“${one.what}”提异议`, `Object to “${one.what}”`)}>{t('提异议', 'Object')}</Link>}
        {one.state === 'posted' && one.posting !== undefined && one.line !== undefined && <Link className="no-print" href="/say/points-correction/ask" state={{ offered: { village, posting: one.posting, line: one.line }, about: words(`第 ${one.line} 条：${one.what}，${signed(one.points)} 分`, `No. ${one.line}: ${one.what}, ${signed(one.points)} points`) }} aria-label={t(`申请更正“${one.what}”`, `Ask to correct “${one.what}”`)}>{t('申请更正', 'Ask for a correction')}</Link>}
      </span>
    </li>
  )
}
