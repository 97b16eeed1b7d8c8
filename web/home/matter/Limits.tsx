import type { MatterView } from '../../../server/wire.ts'
import { clockName, sourceWords } from '../../parts/clock-names.ts'
import { useLang } from '../../parts/lang.ts'
import { byWhen } from '../../parts/phone/when.ts'

const shown = (name: string): boolean => name.startsWith('limit-') && name !== 'limit-warning' || name === 'confirmation' || name === 'court'

/** Limits that run beside the stage and that a side has to know of: what must be done before they are over. */
export const Limits = ({ matter }: { readonly matter: MatterView }) => {
  const { lang, t, say } = useLang()
  const clocks = matter.clocks.filter(clock => shown(clock.name))
  if (clocks.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="limits">
      <h2 id="limits">{t('要留意的期限', 'Limits to keep in mind')}</h2>
      <ul className="list">
        {clocks.map(clock => (
          <li key={clock.name} className="line">
            <span>
              <span className="line-title">{say(clockName(clock.name))}</span>
              <span className="line-more">{t(`${byWhen(clock.due, lang)}，${say(clock.words)}`, `${byWhen(clock.due, lang)}, ${say(clock.words)}`)}</span>
              <span className="line-more">{say(sourceWords(clock.source))}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
