import type { MatterView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { Provisional } from '../../parts/Deadline.tsx'
import { stepOf } from '../../parts/procedures.ts'
import { stamp } from '../../parts/time.ts'
import { inWords } from '../../../kernel/period.ts'
import { clockName, sourceWords } from '../../parts/clock-names.ts'

/** The clocks that run, each with how long, by which source, and what happens when it runs out. */
export const Clocks = ({ matter }: { readonly matter: MatterView }) => {
  const { t, say } = useLang()
  if (matter.clocks.length === 0) return null
  return (
    <section className="panel" aria-labelledby="clocks-title">
      <h2 id="clocks-title">{t('时限', 'Time limits')}</h2>
      <ul className="clocks">
        {matter.clocks.map(clock => (
          <li key={clock.name}>
            <p className="clock-line">
              <b>{say(clockName(clock.name))}</b>
              <span className={clock.fired ? 'due due-late' : 'due'}>{say(clock.words)}</span>
            </p>
            <p className="clock-more">
              {say(inWords(clock.period))} · {t('到期', 'due')} {stamp(clock.due)} {clock.provisional && <Provisional />}
            </p>
            <p className="clock-more">{say(sourceWords(clock.source))}</p>
            {clock.stopped
              ? <p className="clock-stopped">{t('已暂停：', 'Stopped: ')}{clock.stopped.grounds} · {stamp(clock.stopped.at)}</p>
              : <p className="clock-more">{clock.fired ? t('已到期，平台已：', 'Ran out; the platform took: ') : t('到期后：', 'When it runs out: ')}{say(stepOf(matter.procedure, clock.then))}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
