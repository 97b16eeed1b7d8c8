import { Link, useLocation } from 'wouter'
import { useLang } from '../../parts/lang.ts'
import { useMe } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { PlaceLine } from '../../parts/phone/PlaceLine.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { stageOf } from '../../parts/stages.ts'
import { numberIn, textIn } from '../../parts/talk.ts'
import { longDay } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import type { Brought } from '../../parts/useBrought.ts'
import { words } from '../../../kernel/words.ts'
import { Said } from './Said.tsx'

/** One hearing round: when, where, who listens; what was said and answered. */
const Round = ({ id }: { readonly id: string }) => {
  const { lang, t, say } = useLang()
  const [, go] = useLocation()
  const me = useMe()
  const found = useAsk(paths.hearingRound(id), { fresh: 30_000 })
  const round = found.data
  const back = { href: round ? `/decide/${round.region.code}` : '/decide', label: t('议事', 'Decide together') }
  if (!round) return <Page title={t('听取意见', 'Hearing round')} back={back}>{found.isError ? <Failed error={found.error} again={() => void found.refetch()} /> : <Waiting />}</Page>
  const { facts, stage } = round
  const brought: Brought = { offered: { round: id, village: round.region.code }, about: words(round.title, round.title) }
  const lines: readonly (readonly [name: string, value: string | undefined])[] = [
    [t('日期', 'Day'), longDay(textIn(facts, 'heldOn') ?? textIn(facts, 'day') ?? '', lang)], [t('时间', 'Time'), textIn(facts, 'time')], [t('地点', 'Where'), textIn(facts, 'where')],
    [t('由谁听取', 'Who listens'), textIn(facts, 'listeners')], [t('主题', 'Theme'), textIn(facts, 'about')], [t('到场', 'Came'), numberIn(facts, 'came')?.toString()],
  ]
  return (
    <Page title={round.title} back={back} lead={<><span className="number">{round.number}</span> · {say(stageOf('hearing-round', stage))}<br /><PlaceLine region={round.region} /></>}>
      <div className="stack wide">
        {facts['missed'] === true && <Banner kind="late"><p>{t('这一场没有按期开展。', 'This round was not held on its day.')}</p></Banner>}
        <dl className="facts card">{lines.map(([name, value]) => value !== undefined && <div key={name} className="facts-row"><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        {stage === 'planned' && (me.data
          ? <p><button type="button" className="button main" onClick={() => go('/say/hearing-opinion/say', { state: brought })}>{t('提前说一条意见', 'Send in what you think')}</button></p>
          : <p><Link className="button" href={`/sign-in?then=${encodeURIComponent(`/decide/round/${id}`)}`}>{t('登录后可提前说意见', 'Sign in to send in what you think')}</Link></p>)}
        <section className="stack tight" aria-labelledby="opinions">
          <h2 id="opinions">{t(`意见和答复（${round.opinions.length} 条）`, `What was said and answered (${round.opinions.length})`)}</h2>
          <Said said={round.opinions} what="said" answer="answer" by={t('答复', 'Answer')} none={t('还没有意见。', 'Nothing was said yet.')} />
        </section>
      </div>
    </Page>
  )
}
export default Round
