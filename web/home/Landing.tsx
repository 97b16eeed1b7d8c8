import { lazy, Suspense, useEffect } from 'react'
import { Link } from 'wouter'
import { useLang } from '../parts/lang.ts'
import { useMe } from '../parts/me.ts'
import { Banner } from '../parts/phone/Banner.tsx'
import { Icon, type IconName } from '../parts/phone/Icon.tsx'
import { Page } from '../parts/phone/Page.tsx'
import { DemoInvite } from './DemoInvite.tsx'

const WaitsForMe = lazy(() => import('./WaitsForMe.tsx').then(part => ({ default: part.WaitsForMe })))

type DoorProps = { readonly href: string; readonly icon: IconName; readonly name: string; readonly says: string; readonly first?: boolean }

const DoorLink = ({ href, icon, name, says, first = false }: DoorProps) => (
  <Link href={href} className={first ? 'door first' : 'door'}>
    <Icon name={icon} size={first ? 2.75 : 2} />
    <span><b>{name}</b><small>{says}</small></span>
    <Icon name="right" size={1.3} />
  </Link>
)

/** The first page: can I say it, and what became of it? */
export const Landing = () => {
  const { t } = useLang()
  const me = useMe()
  useEffect(() => {
    // Most who come here come to say something: its page is fetched while they read. A failure shows when it is opened.
    void import('./report/Report.tsx').catch(() => undefined)
  }, [])
  const title = t('有什么事，请说', 'What is the matter?')
  const after = [
    t('您把事情说清楚，拍张照更好。马上给您一个编号和查询码。', 'You say what it is; a photo helps. At once you get a number and a code.'),
    t('工作人员把它分派给该管的单位，每一步都有期限。', 'It goes to the office whose duty it is; every step has a time limit.'),
    t('办到哪一步、现在归谁办，随时能看。过了期限会逐级上报。', 'You can always see how far it is and who has it. What is late goes up level by level.'),
    t('办完先由村（社区）看现场，再请您确认。没解决，您可以退回重办。', 'When it is done the village looks, then you are asked. If it is not settled you send it back.'),
  ]
  return (
    <Page broad title={title} read={[title, t('报事：说一件事。', 'Report: say what is the matter.'), ...after].join('\n')}>
      <div className="stack wide">
        {me.data ? <Suspense><WaitsForMe /></Suspense> : <DemoInvite />}
        <nav className="doors" aria-label={t('可以办的事', 'What you can do here')}>
          <DoorLink first href="/report" icon="say" name={t('报事', 'Report')} says={t('路灯坏了、污水、噪声、邻里的事……一分钟说完', 'A broken lamp, dirty water, noise … said within a minute')} />
          <DoorLink href="/decide" icon="today" name={t('议事', 'Decide together')} says={t('村里的议题、投票、结果，我也来说', 'Your village’s topics, votes and results; have your say')} />
          <DoorLink href="/dispute" icon="person" name={t('化解纠纷', 'Settle a dispute')} says={t('邻里、工钱、土地、物业有争执，来调解；不收钱', 'Neighbours, wages, land, property: mediation, free of charge')} />
          <DoorLink href="/matters" icon="list" name={t('我的事项', 'My matters')} says={t('我说过的事，办到哪一步了', 'What became of what I said')} />
          <DoorLink href="/follow" icon="find" name={t('凭号查询', 'Follow by number')} says={t('有编号和查询码就能看，不用登录', 'With number and code, without an account')} />
          <DoorLink href="/mine" icon="person" name={t('我的数据', 'My data')} says={t('存了我的什么，可以看、改、删', 'What is kept about me: see, correct, erase')} />
          <DoorLink href="/my-household" icon="home" name={t('我家', 'My household')} says={t('我家的积分、凭什么得的、能换什么', 'My household’s points, what for, and what they are exchanged for')} />
          <DoorLink href="/points" icon="list" name={t('村里积分', 'Points of the village')} says={t('积分办法、草案征求意见、每期公示', 'The scheme, drafts open to proposals, and what was shown')} />
          <DoorLink href="/covenant" icon="book" name={t('村规民约', 'Village covenant')} says={t('村里人自己定的约定：看、听、提建议', 'What villagers agreed on: read, hear, propose')} />
          <DoorLink href="/law" icon="shield" name={t('调解和法律顾问', 'Mediators and our lawyer')} says={t('本村谁来调解、谁是法律顾问，免费预约咨询', 'Who mediates here, who our lawyer is; book advice free of charge')} />
          <DoorLink href="/lists" icon="check" name={t('事项清单', 'Work lists')} says={t('村（社区）该办哪些事，哪些不能往下压', 'What communities do, and what may not be pushed onto them')} />
          <DoorLink href="/burden" icon="clock" name={t('村（社区）负担', 'What villages are given')} says={t('哪个单位给村里派了什么，凭什么派', 'Which office gives them what, with what right')} />
          <DoorLink href="/say/breach-clue/report" icon="shield" name={t('反映违规派活', 'Report passed-down work')} says={t('单位把自己的事推给村里、派活不给条件；可以保密', 'An office hands its own work to the village, or without conditions; in confidence if you wish')} />
          <DoorLink href="/criticisms" icon="file" name={t('通报批评', 'Notices of criticism')} says={t('哪些单位被通报，为什么', 'Which units were criticised, and why')} />
          <DoorLink href="/regulation" icon="book" name={t('条例', 'The regulation')} says={t('谁该做什么，依据哪一条', 'Who must do what, under which article')} />
        </nav>
        <Banner kind="soon" icon="warn">
          <p>{t('有人身危险，请先打电话：公安 110，火警 119，急救 120。', 'If somebody is in danger, call first: police 110, fire 119, ambulance 120.')}</p>
        </Banner>
        <section className="stack" aria-labelledby="after">
          <h2 id="after">{t('说了以后会怎样', 'What happens then')}</h2>
          <ol className="steps-line">{after.map(line => <li key={line}>{line}</li>)}</ol>
        </section>
      </div>
    </Page>
  )
}
