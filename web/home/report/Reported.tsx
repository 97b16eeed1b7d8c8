import { Link } from 'wouter'
import type { MatterView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { Gate } from '../../parts/phone/Gate.tsx'
import { Icon } from '../../parts/phone/Icon.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { SourceLine } from '../../parts/phone/Promised.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { byWhen, onWhen } from '../../parts/phone/when.ts'
import { pathText } from '../../parts/Place.tsx'
import { useAsk } from '../../parts/useAsk.ts'

const Reported = ({ id }: { readonly id: string }) => <Gate>{() => <Slip id={id} />}</Gate>
export default Reported

/** What one takes along: the number, the code, the promised date; prints as a slip. */
const Slip = ({ id }: { readonly id: string }) => {
  const { t } = useLang()
  const matter = useAsk(paths.matter(id))
  const title = t('已收到', 'Received')
  if (!matter.data) {
    return <Page title={title}>{matter.isError ? <Failed error={matter.error} again={() => void matter.refetch()} /> : <Waiting />}</Page>
  }
  return (
    <Page title={title}>
      <div className="stack wide">
        <div className="no-print"><Banner kind="done"><b>{t('您说的事已经登记，正在分派到该管的单位。', 'What you said is on record and on its way to the office whose duty it is.')}</b></Banner></div>
        <Paper matter={matter.data} />
        <div className="buttons">
          <button type="button" className="button" onClick={() => window.print()}><Icon name="print" />{t('打印凭条', 'Print the slip')}</button>
          <Link className="button main" href={`/matters/${id}`}>{t('看这件事', 'See this matter')}</Link>
        </div>
        <p className="soft no-print">{t('也可以截屏保存。不登录时，凭编号和查询码在“凭号查询”里看进展。', 'Or take a screenshot. Without signing in, number and code show you how far it is.')}</p>
      </div>
    </Page>
  )
}

const Paper = ({ matter }: { readonly matter: MatterView }) => {
  const { lang, t } = useLang()
  const clock = matter.clocks.find(one => one.name === 'stage')
  return (
    <dl className="card slip">
      <div><dt>{t('编号', 'Number')}</dt><dd className="code">{matter.number}</dd></div>
      {matter.followCode !== undefined && <div><dt>{t('查询码（请勿给别人）', 'Code (keep it to yourself)')}</dt><dd className="code">{matter.followCode}</dd></div>}
      {clock && (
        <div>
          <dt>{t('承诺', 'Promised')}</dt>
          <dd><b>{t(`${byWhen(clock.due, lang)}分派到承办单位`, `With the responsible office ${byWhen(clock.due, lang)}`)}</b><SourceLine clock={clock} /></dd>
        </div>
      )}
      <div><dt>{t('什么事', 'What')}</dt><dd>{matter.title}</dd></div>
      <div><dt>{t('在哪里', 'Where')}</dt><dd>{pathText(matter.region)}</dd></div>
      <div><dt>{t('登记时间', 'Recorded')}</dt><dd>{onWhen(matter.opened, lang)}</dd></div>
      <div><dt>{t('查询网址', 'Where to look')}</dt><dd>{`${location.origin}/follow`}</dd></div>
    </dl>
  )
}
