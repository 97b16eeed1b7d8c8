import { words } from '../../../kernel/words.ts'
import { useLang } from '../lang.ts'
import { procedureOf } from '../procedures.ts'
import { Icon } from './Icon.tsx'
import { plainStage } from './plain-stages.ts'
import { onWhen } from './when.ts'
import { wayOf, type Reached } from './way.ts'

const states = { past: words('已完成', 'done'), now: words('现在', 'now'), ahead: words('之后', 'to come') }

/** The way of a matter in plain words: what is done and when, where it stands, what is still to come. */
export const Way = ({ procedure: name, stage, reached }: { readonly procedure: string; readonly stage: string; readonly reached: readonly Reached[] }) => {
  const { lang, t, say } = useLang()
  const procedure = procedureOf(name)
  if (!procedure) return <p>{stage}</p>
  const final = procedure.stages[stage]?.final === true
  return (
    <ol className="way">
      {wayOf(procedure, reached, stage).map(stop => (
        <li key={stop.stage} className={stop.when} {...(stop.when === 'now' && { 'aria-current': 'step' as const })}>
          <span className="way-mark" aria-hidden="true">{(stop.when === 'past' || (stop.when === 'now' && final)) && <Icon name="check" size={1} />}</span>
          <span className="unseen">{say(states[stop.when])}{t('：', ': ')}</span>
          <span className="way-name">{say(plainStage(name, stop.stage)[stop.when])}</span>
          {stop.at !== undefined && <time className="way-when" dateTime={stop.at}>{onWhen(stop.at, lang)}</time>}
        </li>
      ))}
    </ol>
  )
}
