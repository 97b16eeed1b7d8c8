import { Link } from 'wouter'
import { useLang } from '../../parts/lang.ts'
import { Icon } from '../../parts/phone/Icon.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { Figures } from './Figures.tsx'
import { Join } from './Join.tsx'

/** 化解纠纷: how a quarrel is settled here, the one door to it, and the way in for who was asked to come. */
const Dispute = () => {
  const { t } = useLang()
  const says = [
    t('说一次就够：写清和谁、为什么事、想怎么解决。换一种办法解决，也不用重说。', 'Once is enough: with whom, about what, and what you ask for. No other way asks for it again.'),
    t('调解不收钱，各方都同意才调解。不愿意调解，也会告诉您仲裁、复议、起诉怎么走，什么时候到期。', 'Mediation is free and begins only when all agree. If not, you are told how arbitration, reconsideration and court go, and until when.'),
    t('达成协议后三十天内，可以一起请法院确认，对方不履行就能申请执行。', 'Within thirty days of an agreement you may together ask the court to confirm it; then it can be enforced.'),
    t('有人正在打人、威胁，先打 110。', 'Where somebody is being beaten or threatened, call 110 first.'),
  ]
  return (
    <Page title={t('化解纠纷', 'Settle a dispute')} lead={t('邻里、家庭、工钱、土地、物业……有争执，来这里说。', 'Neighbours, family, wages, land, property: bring it here.')} back={{ href: '/', label: t('首页', 'Home') }} read={says.join('\n')}>
      <div className="stack wide">
        <p><Link className="button main large" href="/say/dispute/register"><Icon name="plus" />{t('登记一起纠纷', 'Register a dispute')}</Link></p>
        <Join />
        <section className="stack tight" aria-labelledby="how">
          <h2 id="how">{t('怎么办', 'How it goes')}</h2>
          <ol className="stack tight">{says.map(line => <li key={line}>{line}</li>)}</ol>
        </section>
        <Figures />
        <p><Link className="link" href="/matters">{t('我的纠纷办到哪一步', 'How far mine is')}<Icon name="right" /></Link></p>
      </div>
    </Page>
  )
}
export default Dispute
