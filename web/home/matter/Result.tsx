import { Link } from 'wouter'
import type { Step } from '../../../kernel/procedure.ts'
import { words, type Words } from '../../../kernel/words.ts'
import type { Figure, MatterView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { FactList } from '../../parts/FactList.tsx'
import { Banner } from '../../parts/phone/Banner.tsx'
import { byWhen } from '../../parts/phone/when.ts'
import { waitsForReporter } from '../../parts/stages.ts'
import { procedureOf } from '../../parts/procedures.ts'

const told = ['outcome', 'result', 'whyNot', 'whereTo', 'evidence', 'verified', 'verifyNote', 'atOnce', 'answer', 'refusal', 'extendReason', 'attestNote', 'erasedWhat', 'erasureGround', 'correctedWhat', 'finding', 'rulingReason']

/** What was done about it, as far as it has been said. */
export const resultOf = (matter: MatterView): readonly Figure[] =>
  matter.allFacts.filter(figure => told.includes(figure.fact) && figure.value !== null && !(Array.isArray(figure.value) && figure.value.length === 0))

const isReport = ({ procedure }: MatterView): boolean => procedure === 'request'

const comesFirst = (matter: MatterView): Words => (isReport(matter) ? words('已处理，请您看看', 'Handled; please look') : words('已有答复，请您看看', 'There is an answer; please look'))

/** What comes of it where the reporter says nothing by then. */
const byThen = (matter: MatterView, zh: string, en: string): Words => {
  if (matter.stage === 'closed') return words(`${zh}可以评价。`, `You can rate it ${en}.`)
  return isReport(matter)
    ? words(`请在 ${zh}答复。到期没有答复，按“未答复”办结，仍可评价。`, `Please answer ${en}. Without an answer it closes as unanswered; you can still rate it.`)
    : words(`请在 ${zh}表示意见；到期没有表示的，按办结处理。`, `Please say ${en} whether you accept it; without a word it closes.`)
}

/** What was done, and where it waits for the reporter, the large buttons to answer with. */
export const Result = ({ matter }: { readonly matter: MatterView }) => {
  const { say } = useLang()
  const figures = resultOf(matter)
  const clock = matter.clocks.find(one => one.name === 'stage')
  const asked = matter.stage !== 'closed' && waitsForReporter(matter)
  if (!asked && matter.stage !== 'closed' && figures.length === 0) return null
  return (
    <section className="stack" aria-labelledby="result">
      <h2 id="result">{say(asked ? comesFirst(matter) : words('办理结果', 'What was done'))}</h2>
      {figures.length > 0 && <div className="card"><FactList matter={matter.id} procedure={matter.procedure} figures={figures} files={matter.files} /></div>}
      {(asked || matter.stage === 'closed') && <Answers matter={matter} />}
      {(asked || matter.stage === 'closed') && clock && (
        <Banner>
          <p>{say(byThen(matter, byWhen(clock.due, 'zh'), byWhen(clock.due, 'en')))}</p>
        </Banner>
      )}
    </section>
  )
}

/** What one may do at any time stands elsewhere on the page. */
const isAnswer = (step: Step, stage: string): boolean => Array.isArray(step.from) && step.from.includes(stage) && step.by.some(({ who, role }) => who === 'party' && role === 'reporter')

const elsewhere: readonly string[] = ['urge', 'supplement', 'withdraw']

/** The large buttons: what the stage waits for first. */
const Answers = ({ matter }: { readonly matter: MatterView }) => {
  const { say } = useLang()
  const declared = procedureOf(matter.procedure)?.steps ?? {}
  const steps = matter.offers.flatMap(({ step: name, refusal }) => {
    const step = declared[name]
    return step && !refusal && !elsewhere.includes(name) && isAnswer(step, matter.stage) ? [{ name, step }] : []
  }).toSorted((a, b) => Number(b.step.primary === true) - Number(a.step.primary === true))
  return (
    <div className="stack tight">
      {steps.map(({ name, step }, at) => (
        <Link key={name} className={at === 0 ? 'button main large' : 'button large'} href={`/matters/${matter.id}/${name}`}>{say(step)}</Link>
      ))}
    </div>
  )
}
