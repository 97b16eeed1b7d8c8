import { Link } from 'wouter'
import type { Offer } from '../../../kernel/form.ts'
import { words, type Words } from '../../../kernel/words.ts'
import type { MatterView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { Icon } from '../../parts/phone/Icon.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { procedureOf, stepOf } from '../../parts/procedures.ts'

/** What each step is good for, said to the one who waits. */
const uses: Readonly<Record<string, Words>> = {
  urge: words('等得久了，催一催承办单位', 'It takes long: tell the office to hurry'),
  supplement: words('想起别的情况，补充文字或照片', 'Something more came to mind: add words or photos'),
  withdraw: words('不用办了，撤回这件事', 'No longer needed: take it back'),
}

const shown = Object.keys(uses)

/** What one can do when it does not go well, in the order of how often it helps; what is shut says why. */
export const IfUnhappy = ({ matter }: { readonly matter: MatterView }) => {
  const { t } = useLang()
  const offers = shown.flatMap(step => matter.offers.filter(offer => offer.step === step && offer.refusal?.code !== 'not-yours'))
    .sort((a, b) => Number(a.refusal !== undefined) - Number(b.refusal !== undefined))
  if (offers.length === 0) return null
  return (
    <section className="stack no-print" aria-labelledby="unhappy">
      <h2 id="unhappy">{t('您还可以', 'What you can do')}</h2>
      <ul className="list">{offers.map(offer => <li key={offer.step}><Way matter={matter} offer={offer} /></li>)}</ul>
    </section>
  )
}

const Way = ({ matter, offer }: { readonly matter: MatterView; readonly offer: Offer }) => {
  const { say } = useLang()
  const name = say(stepOf(matter.procedure, offer.step))
  const use = matter.procedure === 'request' ? uses[offer.step] : procedureOf(matter.procedure)?.steps[offer.step]?.causes
  if (offer.refusal) {
    return (
      <div className="line shut">
        <span className="line-title">{name}</span>
        <RefusalNote why={offer.refusal.why} basis={offer.refusal.basis} remedy={offer.refusal.remedy} />
      </div>
    )
  }
  return (
    <Link className="line line-go" href={`/matters/${matter.id}/${offer.step}`}>
      <span><span className="line-title">{name}</span>{use && <span className="line-more">{say(use)}</span>}</span>
      <Icon name="right" size={1.2} />
    </Link>
  )
}
