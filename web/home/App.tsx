import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { words } from '../../kernel/words.ts'
import { useMe } from '../parts/me.ts'
import { Frame } from '../parts/phone/Frame.tsx'
import { NotHere } from '../parts/phone/NotHere.tsx'
import type { Tab } from '../parts/phone/TabBar.tsx'
import { Waiting } from '../parts/phone/Trouble.tsx'
import { Landing } from './Landing.tsx'

const SignIn = lazy(() => import('./pages.tsx').then(pages => ({ default: pages.HomeSignIn })))
const Notices = lazy(() => import('./pages.tsx').then(pages => ({ default: pages.HomeNotices })))
const Safety = lazy(() => import('./pages.tsx').then(pages => ({ default: pages.HomeSafety })))
const Report = lazy(() => import('./report/Report.tsx').then(page => ({ default: page.Report })))
const Reported = lazy(() => import('./report/Reported.tsx'))
const Matters = lazy(() => import('./matter/Matters.tsx'))
const Matter = lazy(() => import('./matter/Matter.tsx'))
const StepPage = lazy(() => import('./matter/StepPage.tsx'))
const Data = lazy(() => import('./mine/Data.tsx'))
const Open = lazy(() => import('./mine/Open.tsx'))
const Burden = lazy(() => import('./burden/Burden.tsx'))
const Criticisms = lazy(() => import('./Criticisms.tsx'))
const Dispute = lazy(() => import('./dispute/Dispute.tsx'))
const Decide = lazy(() => import('./decide/Decide.tsx'))
const Topic = lazy(() => import('./decide/Topic.tsx'))
const Round = lazy(() => import('./decide/Round.tsx'))
const Follow = lazy(() => import('./Follow.tsx'))
const Covenant = lazy(() => import('./covenant/Covenant.tsx'))
const Integrity = lazy(() => import('./mine/Integrity.tsx'))
const Law = lazy(() => import('./law/Law.tsx'))
const Lists = lazy(() => import('./lists/Lists.tsx'))
const Points = lazy(() => import('./points/Points.tsx'))
const PointsPosting = lazy(() => import('./points/Posting.tsx'))
const MyPoints = lazy(() => import('./points/MyPoints.tsx'))
const Regulation = lazy(() => import('./regulation/Regulation.tsx'))
const Article = lazy(() => import('./regulation/Article.tsx'))

const tabs = (unread: number): readonly Tab[] => [
  { href: '/', icon: 'home', words: words('首页', 'Home') },
  { href: '/matters', icon: 'list', words: words('我的事项', 'My matters') },
  { href: '/notices', icon: 'bell', words: words('通知', 'Notices'), count: unread },
  { href: '/regulation', icon: 'book', words: words('条例', 'Regulation') },
]

export const App = () => {
  const me = useMe()
  return (
    <Frame tabs={tabs(me.data?.unread ?? 0)}>
      <Suspense fallback={<main className="page" id="main"><Waiting /></main>}>
        <Switch>
          <Route path="/"><Landing /></Route>
          <Route path="/report/:part?">{({ part }) => <Report part={part} />}</Route>
          <Route path="/reported/:id">{({ id }) => <Reported key={id} id={id} />}</Route>
          <Route path="/matters"><Matters /></Route>
          <Route path="/matters/:id">{({ id }) => <Matter key={id} id={id} />}</Route>
          <Route path="/matters/:id/:step">{({ id, step }) => <StepPage key={`${id}/${step}`} id={id} name={step} />}</Route>
          <Route path="/mine"><Data /></Route>
          <Route path="/mine/integrity"><Integrity /></Route>
          <Route path="/mine/:procedure/:step">{({ procedure, step }) => <Open key={`${procedure}/${step}`} procedure={procedure} step={step} />}</Route>
          <Route path="/burden/:region?">{({ region }) => <Burden region={region} />}</Route>
          <Route path="/say/:procedure/:step">{({ procedure, step }) => <Open key={`${procedure}/${step}`} procedure={procedure} step={step} from="home" />}</Route>
          <Route path="/criticisms/:region?">{({ region }) => <Criticisms region={region} />}</Route>
          <Route path="/dispute"><Dispute /></Route>
          <Route path="/decide/topic/:id">{({ id }) => <Topic key={id} id={id} />}</Route>
          <Route path="/decide/round/:id">{({ id }) => <Round key={id} id={id} />}</Route>
          <Route path="/decide/:region?">{({ region }) => <Decide region={region} />}</Route>
          <Route path="/follow"><Follow /></Route>
          <Route path="/notices"><Notices /></Route>
          <Route path="/covenant/:village?">{({ village }) => <Covenant village={village} />}</Route>
          <Route path="/law/:village?">{({ village }) => <Law village={village} />}</Route>
          <Route path="/lists"><Lists /></Route>
          <Route path="/my-household"><MyPoints /></Route>
          <Route path="/points/postings/:id">{({ id }) => <PointsPosting key={id} id={id} />}</Route>
          <Route path="/points/:village?">{({ village }) => <Points village={village} />}</Route>
          <Route path="/regulation"><Regulation /></Route>
          <Route path="/regulation/:number">{({ number }) => <Article key={number} number={Number(number)} />}</Route>
          <Route path="/safety"><Safety /></Route>
          <Route path="/sign-in"><SignIn /></Route>
          <Route><NotHere /></Route>
        </Switch>
      </Suspense>
    </Frame>
  )
}
