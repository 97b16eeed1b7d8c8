import { useCallback, useState } from 'react'
import type { MatterView, Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { isClosed, procedureOf } from '../../parts/procedures.ts'
import { ShutSteps } from './ShutSteps.tsx'
import { StepForm } from './StepForm.tsx'
import { stepsAt, type Way } from './steps-at.ts'

/**
 * What can be done now: the primary step with its form open, the others behind their names, the shut ones with the reason.
 * A form somebody has begun stays where it is even when a colleague's act has meanwhile shut its step.
 */
export const NextSteps = ({ matter, me }: { readonly matter: MatterView; readonly me: Me }) => {
  const { t } = useLang()
  const procedure = procedureOf(matter.procedure)
  // After a step of one's own the forms begin afresh.
  const [round, setRound] = useState(0)
  const [chosen, setChosen] = useState<string>()
  const [begun, setBegun] = useState<readonly string[]>([])
  const hold = useCallback((name: string, holds: boolean): void => {
    setBegun(before => (before.includes(name) === holds ? before : holds ? [...before, name] : before.filter(one => one !== name)))
  }, [])
  if (!procedure) return null
  const { ways, shut } = stepsAt(procedure, matter, begun)
  const done = (): void => {
    setChosen(undefined)
    setBegun([])
    setRound(now => now + 1)
  }
  return (
    <section className="panel steps" aria-labelledby="steps-title">
      <h2 id="steps-title">{t('下一步', 'Next steps')}</h2>
      {ways.length === 0 && (
        <p className="quiet">{isClosed(matter.procedure, matter.stage) ? t('事项已办结，没有下一步。', 'The matter is finished; there is no next step.') : t('现在没有需要您做的。', 'Nothing is asked of you now.')}</p>
      )}
      <ul className="step-list">
        {ways.map(way => (
          <li key={`${way.name}${round}`} className={`step-${way.kind}`}>
            {way.kind === 'other' && <StepToggle way={way} open={chosen === way.name} toggle={() => setChosen(chosen === way.name ? undefined : way.name)} />}
            {(way.kind !== 'other' || chosen === way.name) && (
              <div key="form" id={`step-${way.name}`} className="step-body">
                <StepForm procedure={procedure} step={way.step} name={way.name} matter={matter} me={me} done={done} hold={hold} kind={way.kind} gone={way.refusal} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {shut.length > 0 && <ShutSteps shut={shut} />}
    </section>
  )
}

type ToggleProps = { readonly way: Way; readonly open: boolean; readonly toggle: () => void }

const StepToggle = ({ way, open, toggle }: ToggleProps) => {
  const { say } = useLang()
  return (
    <button type="button" className="step-toggle" aria-expanded={open} aria-controls={`step-${way.name}`} onClick={toggle}>
      <span className="step-arrow" aria-hidden="true">{open ? '▾' : '▸'}</span>{say(way.step)}
    </button>
  )
}
