import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { words } from '../../kernel/words.ts'
import { useMe } from '../parts/me.ts'
import { Frame } from '../parts/phone/Frame.tsx'
import { Gate } from '../parts/phone/Gate.tsx'
import { NotHere } from '../parts/phone/NotHere.tsx'
import type { Tab } from '../parts/phone/TabBar.tsx'
import { Waiting } from '../parts/phone/Trouble.tsx'
import { NewVersion, Offline } from './offline/Offline.tsx'
import { Strip } from './offline/Strip.tsx'
import { Unlock } from './offline/Unlock.tsx'
import { useDrafts } from './offline/useDrafts.ts'
import { useLock } from './offline/useLock.ts'
import { useWorker } from './offline/useWorker.ts'
import { inUse, watchIdle } from './outbox/idle.ts'
import { lockAll, passOn } from './outbox/pass-on.ts'
import { changed } from './outbox/signal.ts'
import { forgetShown } from './outbox/store.ts'
import { Today } from './Today.tsx'

const Notices = lazy(() => import('../parts/phone/Notices.tsx').then(page => ({ default: page.Notices })))
const SignIn = lazy(() => import('../parts/phone/SignIn.tsx').then(page => ({ default: page.SignIn })))
const Safety = lazy(() => import('../parts/phone/Safety.tsx').then(page => ({ default: page.Safety })))
const Find = lazy(() => import('./find/Find.tsx'))
const Report = lazy(() => import('./report/Report.tsx'))
const Burden = lazy(() => import('./Burden.tsx'))
const Outside = lazy(() => import('./outside/Outside.tsx'))
const Matter = lazy(() => import('./matter/Matter.tsx'))
const GridMap = lazy(() => import('./GridMap.tsx'))
const Summon = lazy(() => import('./Summon.tsx'))
const Work = lazy(() => import('./Work.tsx'))
const Begin = lazy(() => import('./Begin.tsx'))
const OutboxPage = lazy(() => import('./offline/OutboxPage.tsx'))
const ItemPage = lazy(() => import('./offline/ItemPage.tsx'))
const MendPage = lazy(() => import('./offline/MendPage.tsx'))
const StepPage = lazy(() => import('./matter/StepPage.tsx'))

const tabs = (unread: number): readonly Tab[] => [
  { href: '/', icon: 'today', words: words('今天', 'Today') },
  { href: '/matters', icon: 'find', words: words('查找', 'Find'), exact: true },
  { href: '/report', icon: 'plus', words: words('报事', 'Report'), large: true },
  { href: '/notices', icon: 'bell', words: words('通知', 'Notices'), count: unread },
  { href: '/regulation', icon: 'book', words: words('条例', 'Law'), elsewhere: true },
]

export const App = () => {
  const me = useMe()
  const client = useQueryClient()
  const { lock, look } = useLock()
  const { ready } = useWorker()
  const open = useDrafts(me.data?.account, lock)
  useEffect(() => {
    const rest = watchIdle(() => {
      if (lock !== 'open') return
      lockAll()
      look()
    })
    const pass = passOn(look)
    return () => {
      rest()
      pass()
    }
  }, [look, lock])
  const before = useRef(lock)
  useEffect(() => {
    // Whatever was read goes from memory with the key, once no page shows it.
    if (before.current === 'open' && lock === 'locked') {
      forgetShown()
      client.removeQueries({ type: 'inactive' })
      void client.resetQueries()
    }
    before.current = lock
  }, [client, lock])
  const opened = (): void => {
    inUse()
    look()
    changed()
    void client.resetQueries()
  }
  return (
    <Offline me={me.data}>
      <Frame tabs={tabs(me.data?.unread ?? 0)} strip={<>{ready && <NewVersion take={ready} />}<Strip /></>} offline={<></>}>
        {lock === 'looking' ? null : lock === 'locked' ? <Unlock done={opened} /> : open ? <Pages /> : null}
      </Frame>
    </Offline>
  )
}

const Pages = () => (
  <Suspense fallback={<main className="page" id="main"><Waiting /></main>}>
    <Switch>
      <Route path="/sign-in"><SignIn door="field" /></Route>
      <Route path="/"><Gate>{person => <Today me={person} />}</Gate></Route>
      <Route path="/matters"><Gate>{person => <Find me={person} />}</Gate></Route>
      <Route path="/report"><Gate>{person => <Report me={person} />}</Gate></Route>
      <Route path="/burden"><Gate>{person => <Burden me={person} />}</Gate></Route>
      <Route path="/outside"><Gate>{person => <Outside me={person} />}</Gate></Route>
      <Route path="/matters/:id">{({ id }) => <Gate>{person => <Matter key={id} id={id} me={person} />}</Gate>}</Route>
      <Route path="/matters/:id/:step">{({ id, step }) => <Gate>{person => <StepPage key={`${id}/${step}`} id={id} name={step} me={person} />}</Gate>}</Route>
      <Route path="/map"><Gate>{person => <GridMap me={person} />}</Gate></Route>
      <Route path="/summon"><Gate>{person => <Summon me={person} />}</Gate></Route>
      <Route path="/work"><Gate>{person => <Work me={person} />}</Gate></Route>
      <Route path="/begin/:procedure/:step">{({ procedure, step }) => <Gate>{person => <Begin key={procedure} procedure={procedure} step={step} me={person} />}</Gate>}</Route>
      <Route path="/notices"><Gate>{() => <Notices matter={id => `/matters/${id}`} />}</Gate></Route>
      <Route path="/safety"><Gate>{() => <Safety />}</Gate></Route>
      <Route path="/today"><Redirect to="/" replace /></Route>
      <Route path="/outbox"><Gate>{person => <OutboxPage me={person} />}</Gate></Route>
      <Route path="/outbox/:id">{({ id }) => <Gate>{person => <ItemPage key={id} id={id} me={person} />}</Gate>}</Route>
      <Route path="/outbox/:id/form">{({ id }) => <Gate>{person => <MendPage key={id} id={id} me={person} />}</Gate>}</Route>
      <Route><NotHere /></Route>
    </Switch>
  </Suspense>
)
