import { Link } from 'wouter'
import type { Figure, MatterView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { FactList } from '../../parts/FactList.tsx'
import { Banner } from '../../parts/phone/Banner.tsx'
import { byWhen } from '../../parts/phone/when.ts'
import { procedureOf, stepOf } from '../../parts/procedures.ts'

const told = ['outcome', 'result', 'whyNot', 'whereTo', 'evidence', 'verified', 'verifyNote', 'atOnce', 'answer', 'refusal', 'extendReason', 'attestNote', 'erasedWhat', 'erasureGround', 'correctedWhat']

/** What was done about it, as far as it has been said. */
export const resultOf = (matter: MatterView): readonly Figure[] =>
  matter.allFacts.filter(figure => told.includes(figure.fact) && figure.value !== null && !(Array.isArray(figure.value) && figure.value.length === 0))

/** What was done, and where it waits for the reporter, the large buttons to answer with. */
export const Result = ({ matter }: { readonly matter: MatterView }) => {
  const { lang, t } = useLang()
  const figures = resultOf(matter)
  const clock = matter.clocks.find(one => one.name === 'stage')
  const asked = matter.stage === 'confirming'
  if (!asked && matter.stage !== 'closed' && figures.length === 0) return null
  return (
    <section className="stack" aria-labelledby="result">
      <h2 id="result">{asked ? t('已处理，请您看看', 'Handled; please look') : t('办理结果', 'What was done')}</h2>
      {figures.length > 0 && <div className="card"><FactList procedure={matter.procedure} figures={figures} files={matter.files} /></div>}
      {asked && <Answers matter={matter} first="confirm" second="reopen" />}
      {matter.stage === 'closed' && <Answers matter={matter} first="rate" />}
      {(asked || matter.stage === 'closed') && clock && (
        <Banner>
          <p>{asked
            ? t(`请在 ${byWhen(clock.due, lang)}答复。到期没有答复，按“未答复”办结，仍可评价。`, `Please answer ${byWhen(clock.due, lang)}. Without an answer it closes as unanswered; you can still rate it.`)
            : t(`${byWhen(clock.due, lang)}可以评价。`, `You can rate it ${byWhen(clock.due, lang)}.`)}
          </p>
        </Banner>
      )}
    </section>
  )
}

const Answers = ({ matter, first, second }: { readonly matter: MatterView; readonly first: string; readonly second?: string }) => {
  const { say } = useLang()
  const open = matter.offers.filter(offer => !offer.refusal).map(offer => offer.step)
  const steps = [first, second].filter((step): step is string => step !== undefined && open.includes(step) && procedureOf(matter.procedure)?.steps[step] !== undefined)
  return (
    <div className="stack tight">
      {steps.map((step, at) => (
        <Link key={step} className={at === 0 ? 'button main large' : 'button large'} href={`/matters/${matter.id}/${step}`}>{say(stepOf(matter.procedure, step))}</Link>
      ))}
    </div>
  )
}
