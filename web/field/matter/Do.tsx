import { Link } from 'wouter'
import type { Offer } from '../../../kernel/form.ts'
import { isFinal } from '../../../kernel/procedure.ts'
import type { MatterView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { Fold } from '../../parts/phone/Fold.tsx'
import { procedureOf, stepOf } from '../../parts/procedures.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'

/** 0 the step the stage waits for, 1 moves the matter on, 2 adds to it, 3 ends it early: never the first under a thumb. */
const weightOf = (matter: MatterView, { step: name }: Offer): number => {
  const procedure = procedureOf(matter.procedure)
  const step = procedure?.steps[name]
  if (!procedure || step?.primary) return 0
  if (step?.to === undefined) return 2
  return typeof step.to === 'string' && isFinal(procedure, step.to) ? 3 : 1
}

const inOrder = (matter: MatterView, offers: readonly Offer[]): readonly Offer[] => [...offers].sort((a, b) => weightOf(matter, a) - weightOf(matter, b))

/** What I can do: two large buttons, the rest behind; what is shut says why, what is somebody else’s says whose. */
export const Do = ({ matter }: { readonly matter: MatterView }) => {
  const { t, say } = useLang()
  const open = inOrder(matter, matter.offers.filter(offer => !offer.refusal))
  const shut = matter.offers.filter(offer => offer.refusal && offer.refusal.code !== 'not-yours')
  const others = matter.offers.filter(offer => offer.refusal?.code === 'not-yours')
  const link = ({ step }: Offer, look: string) => <Link key={step} className={look} href={`/matters/${matter.id}/${step}`}>{say(stepOf(matter.procedure, step))}</Link>
  return (
    <section className="stack no-print" aria-labelledby="do">
      <h2 id="do">{t('我能做什么', 'What I can do')}</h2>
      {open.length === 0 && <p className="soft">{t('这一步由别人办理，您可以看进展。', 'This step is somebody else’s; you can follow it.')}</p>}
      <div className="stack tight">{open.slice(0, 2).map((offer, at) => link(offer, at === 0 && weightOf(matter, offer) < 2 ? 'button main large' : 'button large'))}</div>
      {open.length > 2 && <Fold title={t(`其他动作（${open.length - 2}）`, `Other steps (${open.length - 2})`)}><div className="buttons">{open.slice(2).map(offer => link(offer, 'button'))}</div></Fold>}
      {shut.length > 0 && (
        <Fold bare title={t(`现在不能做的（${shut.length}）`, `What can’t be done now (${shut.length})`)}>
          <ul className="stack shut">
            {shut.map(({ step, refusal }) => refusal && (
              <li key={step}><b>{say(stepOf(matter.procedure, step))}</b><RefusalNote why={refusal.why} basis={refusal.basis} remedy={refusal.remedy} /></li>
            ))}
          </ul>
        </Fold>
      )}
      {others.length > 0 && (
        <Fold bare title={t(`由别人办理的（${others.length}）`, `For others to do (${others.length})`)}>
          <ul className="stack tight soft">{others.map(({ step, refusal }) => refusal && <li key={step}>{say(refusal.why)}</li>)}</ul>
        </Fold>
      )}
    </section>
  )
}
