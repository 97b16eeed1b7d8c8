import { Link } from 'wouter'
import type { MatterView } from '../../../server/wire.ts'
import { FactList } from '../../parts/FactList.tsx'
import { useLang } from '../../parts/lang.ts'
import { procedureOf } from '../../parts/procedures.ts'

/** Of what is about oneself and stays in the village: all that it says, and what one may do now. */
export const AboutMe = ({ matter }: { readonly matter: MatterView }) => {
  const { t, say } = useLang()
  const procedure = procedureOf(matter.procedure)
  if (!procedure?.confined) return null
  const figures = matter.allFacts.filter(figure => figure.value !== null && figure.fact !== procedure.heading && figure.fact !== procedure.place && figure.fact !== 'account')
  const ways = matter.offers.flatMap(({ step: name, refusal }) => {
    const step = procedure.steps[name]
    return step && !refusal && step.by.some(({ who, role }) => who === 'party' && role === 'person') ? [{ name, step }] : []
  })
  return (
    <section className="stack" aria-labelledby="about-me">
      <h2 id="about-me">{t('说了我什么', 'What it says of me')}</h2>
      <div className="card"><FactList matter={matter.id} procedure={matter.procedure} figures={figures} files={matter.files} /></div>
      {ways.map(({ name, step }) => (
        <div key={name} className="stack tight no-print">
          <Link className="button main large" href={`/matters/${matter.id}/${name}`}>{say(step)}</Link>
          {step.causes && <p className="soft">{say(step.causes)}</p>}
        </div>
      ))}
    </section>
  )
}
