import type { MatterView } from '../../../server/wire.ts'
import { useLang } from '../lang.ts'
import { Provisional } from '../Deadline.tsx'
import { Cites } from '../Cite.tsx'
import { Banner } from './Banner.tsx'
import { waitsForReporter } from '../stages.ts'
import { byWhen } from './when.ts'

type Clock = MatterView['clocks'][number]

/** The promised date of a matter in words, where it comes from, and what it means when it has passed or stands still. */
export const Promised = ({ matter }: { readonly matter: MatterView }) => {
  const { lang, t, say } = useLang()
  const clock = matter.clocks.find(one => one.name === 'stage')
  if (!clock) return null
  const late = clock.fired === true || matter.due?.late === true
  if (clock.stopped) {
    const told = matter.allFacts.find(figure => figure.fact === 'stopNote' && !figure.masked)?.value
    const note = typeof told === 'string' ? told : undefined
    return (
      <Banner kind="soon">
        <b>{t('计时已暂停', 'The clock is stopped')}</b>
        <p>{t('理由：', 'Why: ')}{clock.stopped.grounds}{note !== undefined && `：${note}`}</p>
      </Banner>
    )
  }
  if (waitsForReporter(matter)) {
    return (
      <Banner>
        <b>{t(`等反映人在 ${byWhen(clock.due, lang)}答复`, `The reporter is asked to answer ${byWhen(clock.due, lang)}`)}</b>
        <p>{say(clock.words)} {clock.provisional && <Provisional />}</p>
        <SourceLine clock={clock} />
      </Banner>
    )
  }
  return (
    <Banner kind={late ? 'late' : 'info'}>
      <b>{late ? t('本应在 ', 'It was due ') : t('承诺 ', 'Promised ')}{byWhen(clock.due, lang)}{late ? t('完成这一步', '') : t('完成这一步', ' for this step')}</b>
      <p>{say(clock.words)} {clock.provisional && <Provisional />}</p>
      <SourceLine clock={clock} />
    </Banner>
  )
}

/** A product default is called one, and never an article's requirement. */
export const SourceLine = ({ clock }: { readonly clock: Clock }) => {
  const { t, say } = useLang()
  const { source } = clock
  return (
    <p className="small soft">
      {t('时限来源：', 'Where the limit comes from: ')}{say(source.words)}
      {source.kind !== 'default' && source.article && <> · <Cites of={[source.article]} /></>}
      {!source.confirmed && t('（待司法行政部门确认）', ' (to be confirmed by the justice department)')}
    </p>
  )
}
