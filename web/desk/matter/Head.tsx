import { PrinterOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { MatterView } from '../../../server/wire.ts'
import { Deadline } from '../../parts/Deadline.tsx'
import { useLang } from '../../parts/lang.ts'
import { titleWords } from '../../parts/masked.ts'
import { Place } from '../../parts/Place.tsx'
import { stageOf, titleOf } from '../../parts/procedures.ts'
import { stamp } from '../../parts/time.ts'
import { useNow } from '../../parts/useNow.ts'

const ExplainDrawer = lazy(() => import('./ExplainDrawer.tsx'))

/** Number, title, stage, clock, place, holder: what a colleague asks first on the phone. */
export const Head = ({ matter }: { readonly matter: MatterView }) => {
  const { t, say } = useLang()
  const now = useNow()
  const [drawer, setDrawer] = useState<'never' | 'open' | 'closed'>('never')
  return (
    <header className="matter-head">
      <div className="matter-top">
        <p className="matter-number">{say(titleOf(matter.procedure))} <b>{matter.number}</b></p>
        <div className="matter-tools">
          <Button size="small" icon={<QuestionCircleOutlined />} onClick={() => setDrawer('open')}>{t('为什么这样', 'Explain')}</Button>
          <Button size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>{t('打印', 'Print')}</Button>
        </div>
      </div>
      <h1>{say(titleWords(matter.title))}</h1>
      <dl className="matter-facts">
        <div><dt>{t('环节', 'Stage')}</dt><dd><span className="stage">{say(stageOf(matter.procedure, matter.stage))}</span></dd></div>
        <div><dt>{t('时限', 'Time limit')}</dt><dd><Deadline due={matter.due} now={now} />{matter.due && <span className="quiet"> {stamp(matter.due.at)}</span>}</dd></div>
        <div><dt>{t('地点', 'Place')}</dt><dd><Place region={matter.region} /></dd></div>
        <div><dt>{t('承办', 'Holder')}</dt><dd>{matter.holder ? [matter.holder.office.name, matter.holder.name].filter(Boolean).join(' · ') : t('无人承办', 'nobody holds it')}</dd></div>
        {matter.coHandlers.length > 0 && <div><dt>{t('协办', 'Helping')}</dt><dd>{matter.coHandlers.map(office => office.name).join('、')}</dd></div>}
        <div><dt>{t('登记', 'Opened')}</dt><dd>{stamp(matter.opened)}</dd></div>
      </dl>
      {drawer !== 'never' && <Suspense><ExplainDrawer id={matter.id} open={drawer === 'open'} close={() => setDrawer('closed')} /></Suspense>}
    </header>
  )
}
