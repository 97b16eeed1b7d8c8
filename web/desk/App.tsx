import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as Messages, ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import { lazy, Suspense, useLayoutEffect } from 'react'
import { Redirect, Route, Router, Switch } from 'wouter'
import type { Me } from '../../server/wire.ts'
import { Refused } from '../parts/api.ts'
import { DoorContext } from '../parts/door.ts'
import { useLang } from '../parts/lang.ts'
import { useMe } from '../parts/me.ts'
import { base, links } from './links.ts'
import { useTextSize } from './settings/text-size.ts'
import { Boundary } from './shell/Boundary.tsx'
import { Shell } from './shell/Shell.tsx'
import { Failed, Loading, NotHere } from './states.tsx'
import { paint, themeFor } from './theme.ts'
import { useMedia } from './useMedia.ts'

const SignIn = lazy(() => import('./sign-in/SignIn.tsx'))
const Todo = lazy(() => import('./todo/Todo.tsx'))
const Matters = lazy(() => import('./matters/Matters.tsx'))
const MatterPage = lazy(() => import('./matter/MatterPage.tsx'))
const NewMatter = lazy(() => import('./new/NewMatter.tsx'))
const Area = lazy(() => import('./area/Area.tsx'))
const MapPage = lazy(() => import('./map/MapPage.tsx'))
const BurdenPage = lazy(() => import('./burden/BurdenPage.tsx'))
const Law = lazy(() => import('./law/Law.tsx'))
const Targets = lazy(() => import('./law/Targets.tsx'))
const Registers = lazy(() => import('./registers/Registers.tsx'))
const Settings = lazy(() => import('./settings/Settings.tsx'))

/** An answer that names its reason is not asked for again; a lost connection is, twice. */
const client = new QueryClient({
  defaultOptions: { queries: { retry: (failures, error) => failures < 2 && (!(error instanceof Refused) || error.problem.status === 0 || error.problem.status >= 500) } },
})

const door = { law: links.law, matter: links.matter }

export const App = () => {
  const { lang } = useLang()
  const size = useTextSize()
  const still = useMedia('(prefers-reduced-motion: reduce)')
  useLayoutEffect(() => paint(document.documentElement, lang), [lang])
  return (
    <ConfigProvider theme={themeFor(size, lang, still)} locale={lang === 'zh' ? zhCN : enGB} button={{ autoInsertSpace: false }}>
      <Messages>
        <QueryClientProvider client={client}>
          <DoorContext value={door}>
            <Router base={base}><Gate /></Router>
          </DoorContext>
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  )
}

/** The sign-in page to whoever is not signed in, at whatever address; the desk to the rest. */
const Gate = () => {
  const me = useMe()
  if (me.isPending) return <Loading tall />
  if (me.isError) return <Failed error={me.error} again={() => void me.refetch()} tall />
  if (me.data === null) return <Boundary><Suspense fallback={<Loading tall />}><SignIn /></Suspense></Boundary>
  return <Pages me={me.data} />
}

const Pages = ({ me }: { readonly me: Me }) => (
  <Shell me={me}>
    <Boundary><Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/"><Todo me={me} /></Route>
        <Route path="/area/:region?">{({ region }) => <Area me={me} region={region} />}</Route>
        <Route path="/map/:region?">{({ region }) => <MapPage me={me} region={region} />}</Route>
        <Route path="/burden/:view?">{({ view }) => <BurdenPage me={me} view={view} />}</Route>
        <Route path="/matters"><Matters me={me} /></Route>
        <Route path="/matter/:id">{({ id }) => <MatterPage key={id} id={id} me={me} />}</Route>
        <Route path="/new/:procedure/:step">{({ procedure, step }) => <NewMatter key={`${procedure}/${step}`} procedure={procedure} step={step} me={me} />}</Route>
        <Route path="/registers"><Redirect to="/registers/regions" replace /></Route>
        <Route path="/registers/:register">{({ register }) => <Registers register={register} me={me} />}</Route>
        <Route path="/law/:citation?">{({ citation }) => <Law citation={citation} />}</Route>
        <Route path="/targets/:region?">{({ region }) => <Targets me={me} region={region} />}</Route>
        <Route path="/settings"><Settings me={me} /></Route>
        <Route><NotHere /></Route>
      </Switch>
    </Suspense></Boundary>
  </Shell>
)
