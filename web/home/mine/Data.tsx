import { Link } from 'wouter'
import type { Me, MyData } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Gate } from '../../parts/phone/Gate.tsx'
import { Icon } from '../../parts/phone/Icon.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { useAsk } from '../../parts/useAsk.ts'
import { Consents } from './Consents.tsx'
import { Held } from './Held.tsx'
import { Readings } from './Readings.tsx'
import { Rights } from './Rights.tsx'

const Data = () => <Gate>{me => <Mine me={me} />}</Gate>
export default Data

const Mine = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const data = useAsk(paths.myData(), { fresh: 60_000 })
  return (
    <Page title={t('我的数据', 'My data')} lead={t('平台存了我的什么，可以看、可以拿走、可以要求改或删。', 'What is kept about me: to see, to take away, to have corrected or erased.')} back={{ href: '/', label: t('首页', 'Home') }}>
      <div className="stack wide">
        <div className="buttons no-print">
          <a className="button large" href={paths.myData().path} download="my-data.json"><Icon name="file" />{t('下载一份', 'Take a copy')}</a>
          <button type="button" className="button large" onClick={() => window.print()}><Icon name="print" />{t('打印', 'Print')}</button>
        </div>
        {data.data ? <Told data={data.data} me={me} /> : data.isError ? <Failed error={data.error} again={() => void data.refetch()} /> : <Waiting />}
      </div>
    </Page>
  )
}

const Told = ({ data, me }: { readonly data: MyData; readonly me: Me }) => {
  const { t } = useLang()
  return (
  <>
    <Held data={data} me={me} />
    <p className="no-print"><Link className="button large" href="/mine/integrity"><Icon name="shield" />{t('我的诚信档案', 'My integrity file')}</Link></p>
    <Readings />
    <Consents data={data} />
    <Rights />
  </>
  )
}
