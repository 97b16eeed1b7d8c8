import { Link } from 'wouter'
import type { MatterView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { Fold } from '../../parts/phone/Fold.tsx'
import { Gate } from '../../parts/phone/Gate.tsx'
import { Icon } from '../../parts/phone/Icon.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { plainStage } from '../../parts/phone/plain-stages.ts'
import { Promised } from '../../parts/phone/Promised.tsx'
import { waitsForReporter } from '../../parts/stages.ts'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { useReadNotices } from '../../parts/phone/useReadNotices.ts'
import { Way } from '../../parts/phone/Way.tsx'
import { byWhen } from '../../parts/phone/when.ts'
import { PlaceLine } from '../../parts/phone/PlaceLine.tsx'
import { Timeline } from '../../parts/Timeline.tsx'
import { OwnDispute, spokenOf } from '../dispute/OwnDispute.tsx'
import { isOpenToAll } from '../../parts/talk.ts'
import { AboutMe } from './AboutMe.tsx'
import { Given } from './Given.tsx'
import { HolderLine } from './HolderLine.tsx'
import { IfUnhappy } from './IfUnhappy.tsx'
import { Limits } from './Limits.tsx'
import { Papers } from './Papers.tsx'
import { Result } from './Result.tsx'
import { useMatter } from './useMatter.ts'

const Matter = ({ id }: { readonly id: string }) => <Gate>{() => <Shown id={id} />}</Gate>
export default Matter

const Shown = ({ id }: { readonly id: string }) => {
  const { t } = useLang()
  const matter = useMatter(id)
  useReadNotices(id)
  const back = { href: '/matters', label: t('我的事项', 'My matters') }
  if (matter.data) return <Content matter={matter.data} back={back} />
  return <Page title={t('事项', 'Matter')} back={back}>{matter.isError ? <Failed error={matter.error} again={() => void matter.refetch()} /> : <Waiting />}</Page>
}

const useSpoken = (matter: MatterView): string => {
  const { lang, t, say } = useLang()
  const clock = matter.clocks.find(one => one.name === 'stage')
  return [
    matter.title,
    say(plainStage(matter.procedure, matter.stage).now),
    matter.holder && t(`现在归${matter.holder.office.name}办。`, `${matter.holder.office.name} has it now.`),
    clock && t(`承诺${byWhen(clock.due, lang)}完成这一步。`, `Promised ${byWhen(clock.due, lang)}.`),
    ...spokenOf(matter, t),
  ].filter(Boolean).join('\n')
}

const Content = ({ matter, back }: { readonly matter: MatterView; readonly back: { readonly href: string; readonly label: string } }) => {
  const { t } = useLang()
  const mine = waitsForReporter(matter)
  return (
    <Page title={matter.title} back={back} read={useSpoken(matter)} lead={<><span className="number">{matter.number}</span><br /><PlaceLine region={matter.region} /></>}>
      <div className="stack wide">
        {matter.procedure === 'deliberation' && isOpenToAll(matter.stage) && <p className="no-print"><Link className="button main large" href={`/decide/topic/${matter.id}`}>{t('看讨论、表决和结果', 'Discussion, vote and result')}</Link></p>}
        {matter.procedure === 'dispute' && <OwnDispute matter={matter} />}
        {matter.procedure !== 'dispute' && <Result matter={matter} />}
        <AboutMe matter={matter} />
        <section className="stack" aria-labelledby="way">
          <h2 id="way">{t('办到哪一步', 'How far it is')}</h2>
          <div className="card"><Way procedure={matter.procedure} stage={matter.stage} reached={matter.entries} /></div>
          {!mine && <HolderLine matter={matter} />}
          {!mine && !(matter.procedure === 'dispute' && matter.stage === 'consenting') && <Promised matter={matter} />}
        </section>
        {matter.procedure === 'dispute' && <Limits matter={matter} />}
        {matter.procedure !== 'dispute' && <IfUnhappy matter={matter} />}
        <Papers matter={matter} />
        <Given matter={matter} />
        <Fold icon="clock" title={t(`全部经过（${matter.entries.length} 条）`, `The whole story (${matter.entries.length})`)}><Timeline matter={matter} /></Fold>
        <p className="no-print"><Link className="link" href="/mine#readings"><Icon name="shield" />{t('谁看过我的信息', 'Who looked at my data')}</Link></p>
        <Code matter={matter} />
      </div>
    </Page>
  )
}

const Code = ({ matter }: { readonly matter: MatterView }) => {
  const { t } = useLang()
  return (
    <div className="stack tight">
      {matter.followCode !== undefined && (
        <p className="soft">{t('不登录也能查：编号 ', 'Without signing in: number ')}<b className="number">{matter.number}</b>{t('，查询码 ', ', code ')}<b className="number">{matter.followCode}</b></p>
      )}
      <div className="buttons"><button type="button" className="button" onClick={() => window.print()}><Icon name="print" />{t('打印', 'Print')}</button></div>
    </div>
  )
}
