import { Link } from 'wouter'
import type { Step } from '../../../kernel/procedure.ts'
import { words, type Words } from '../../../kernel/words.ts'
import type { MatterView } from '../../../server/wire.ts'
import { FactList } from '../../parts/FactList.tsx'
import { stillOwed } from '../../../procedures/3-governance/dispute/plan.ts'
import { standingOf, type Standing } from '../../parts/dispute/standing.ts'
import { useLang } from '../../parts/lang.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { Icon } from '../../parts/phone/Icon.tsx'
import { byWhen } from '../../parts/phone/when.ts'
import { procedureOf } from '../../parts/procedures.ts'
import { clockTime, count, dayOf } from '../../parts/time.ts'
import { dayInWords } from '../../../kernel/document.ts'
import { WhoMediates } from './WhoMediates.tsx'

type Props = { readonly matter: MatterView }

/** Why it is asked, or how it is done. What is signed is signed in person, and recorded by the body. */
const why: Readonly<Record<string, Words>> = {
  sign: words('看过下面的协议，同意的请到调解组织签字；不同意可以不签', 'Read the agreement below. If you agree, sign it at the body that mediates; nobody has to'),
  complete: words('调解中心一次告知了要补的内容，补齐后就能受理', 'You were told once what is missing; with it, it is accepted'),
  say: words('各方都同意，调解才开始；不同意也可以，会告诉您别的途径', 'Mediation begins only when all agree. You may refuse; you are told the other ways'),
  acknowledge: words('先看“权利义务告知书”，看懂了再确认', 'Read the notice of rights first; confirm once you understand it'),
  applied: words('请在期限内向办理机构申请，然后在这里登记', 'Apply to that body in time, then record it here'),
  sayPerformed: words('对方履行了没有，您履行了没有，说一声', 'Say whether the other side performed it, or you did'),
}

/** What has a place of its own on the page, or waits there. */
const own: ReadonlySet<string> = new Set(['acknowledge', 'preferMediator'])

const isMine = (step: Step): boolean => step.by.some(({ who, role }) => who === 'party' && (role === 'disputant' || role === 'applicant'))

/** A side’s own dispute on its phone: what waits for it, what was agreed and from when, the sides, and what else it may do. */
export const OwnDispute = ({ matter }: Props) => {
  const { t, say, lang } = useLang()
  const declared = procedureOf('dispute')?.steps ?? {}
  const open = matter.offers.flatMap(({ step: name, refusal }) => { const step = declared[name]; return step && !refusal && isMine(step) ? [{ name, step }] : [] })
  const waits = matter.awaits ?? []
  const others = open.filter(one => !(own.has(one.name) || waits.some(({ step }) => step === one.name)))
  const clock = matter.clocks.find(one => one.name === 'stage')
  const standing = standingOf(matter)
  return (
    <>
      {waits.length > 0 && (
        <section className="stack tight no-print" aria-labelledby="waits">
          <h2 id="waits">{t('等您办', 'Waits for you')}</h2>
          {waits.map((one, at) => {
            const step = open.find(({ name }) => name === one.step)
            const more = why[one.step ?? 'sign']
            return (
              <div key={one.en} className="stack tight">
                {(step === undefined || step.name === 'sayPerformed') && <p><b>{say(one)}</b></p>}
                {step && <Link className={at === 0 ? 'button main large' : 'button large'} href={`/matters/${matter.id}/${step.name}`}>{say(step.step)}</Link>}
                {more && <p className="soft">{say(more)}</p>}
              </div>
            )
          })}
          {waits.some(one => one.step === 'say') && clock && <Banner><p>{t(`请在 ${byWhen(clock.due, lang)}表明；到期没有得到各方同意，调解不开始，另定途径。`, `Please say ${byWhen(clock.due, lang)}; if not all agree by then, mediation does not begin and another way is chosen.`)}</p></Banner>}
        </section>
      )}
      <Meeting standing={standing} />
      <WhoMediates matter={matter} standing={standing} />
      <Agreement matter={matter} standing={standing} />
      <Outcome matter={matter} />
      <Sides standing={standing} />
      {others.length > 0 && (
        <section className="stack tight no-print" aria-labelledby="may">
          <h2 id="may">{t('您还可以', 'What you can do')}</h2>
          <ul className="list">
            {others.map(({ name, step }) => (
              <li key={name}><Link className="line line-go" href={`/matters/${matter.id}/${name}`}><span><span className="line-title">{say(step)}</span>{step.causes && <span className="line-more">{say(step.causes)}</span>}</span><Icon name="right" size={1.2} /></Link></li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const Meeting = ({ standing: { meeting } }: { readonly standing: Standing }) => {
  const { t, lang } = useLang()
  if (!meeting) return null
  return <Banner><b>{t('下次调解', 'Next session')}</b><p>{byWhen(meeting.at, lang).replace(/前$/, '')} {clockTime(meeting.at)}{meeting.where !== undefined && `，${meeting.where}`}</p></Banner>
}

const endFacts = ['missing', 'outcome', 'result', 'resultNote', 'decidedOn', 'declineGround', 'why', 'otherWays', 'waysOpen', 'passed']

/** What it came to, or what is missing; with the other ways where there are. */
const Outcome = ({ matter }: Props) => {
  const { t } = useLang()
  const figures = matter.allFacts.filter(one => endFacts.includes(one.fact) && one.value !== null && !one.masked)
  if (figures.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="outcome">
      <h2 id="outcome">{t('告知您的', 'What you were told')}</h2>
      <div className="card"><FactList matter={matter.id} procedure="dispute" figures={figures} files={matter.files} /></div>
    </section>
  )
}

const agreedFacts = ['issues', 'terms', 'agreedOn', 'effectiveOn', 'plan', 'confirmation', 'rulingNumber']

/** What was agreed and from which day it holds; read aloud with the page. */
const Agreement = ({ matter, standing: { effectiveOn, sealed } }: Props & { readonly standing: Standing }) => {
  const { t } = useLang()
  const figures = matter.allFacts.filter(one => agreedFacts.includes(one.fact) && one.value !== null)
  if (!figures.some(one => one.fact === 'terms')) return null
  return (
    <section className="stack tight" aria-labelledby="agreement">
      <h2 id="agreement">{t('调解协议', 'The agreement')}</h2>
      <Banner kind={effectiveOn === undefined ? 'soon' : 'info'}><p>{effectiveOn === undefined ? sealed ? t('还没有生效：等各方和调解员都签字、调解组织盖章。', 'Not in effect yet: until all sides and the mediator signed and the body sealed it.') : t('还没有生效：等各方和调解员都签字。', 'Not in effect yet: until all sides and the mediator signed it.') : t(`${dayInWords(effectiveOn)}起生效。`, `In effect since ${effectiveOn}.`)}</p></Banner>
      <div className="card"><FactList matter={matter.id} procedure="dispute" figures={figures} files={matter.files} /></div>
    </section>
  )
}

const Sides = ({ standing: { sides, mediates } }: { readonly standing: Standing }) => {
  const { t, say } = useLang()
  if (sides.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="sides">
      <h2 id="sides">{t('各方当事人', 'The sides')}</h2>
      <ul className="list">
        {sides.map(one => (
          <li key={one.number} className="line">
            <span>
              <span className="line-title">{say(one.role)}{one.name !== undefined && t(`：${one.name}`, `: ${one.name}`)}{one.many !== undefined && t(`（${count(one.many)} 人）`, ` (${count(one.many)} people)`)}</span>
              <span className="line-more">{[mediates ? say(one.consent) : undefined, one.informed ? t('已知权利义务', 'told its rights') : undefined, one.signedOn === undefined ? undefined : t(`${one.signedOn} 已签`, `signed ${one.signedOn}`)].filter(Boolean).join(t('，', ', '))}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What of a dispute is read aloud: where it stands is said by its page; here what was agreed, and by when the court may be asked. */
export const spokenOf = (matter: MatterView, t: (zh: string, en: string) => string): readonly string[] => {
  if (matter.procedure !== 'dispute') return []
  const { effectiveOn, plan } = standingOf(matter)
  const terms = matter.allFacts.find(one => one.fact === 'terms' && !one.masked)?.value
  const confirmation = matter.clocks.find(one => one.name === 'confirmation')
  return [
    typeof terms === 'string' ? t(`调解协议：${terms}。`, `The agreement: ${terms}.`) : '', effectiveOn === undefined ? '' : t(`${dayInWords(effectiveOn)}起生效。`, `In effect since ${effectiveOn}.`),
    ...plan.filter(one => one.doneOn === undefined && one.dueOn !== undefined).map(one => t(`${dayInWords(one.dueOn ?? '')}前履行${one.yuan === undefined ? '' : `${stillOwed(one)}元`}。`, `Due on ${one.dueOn ?? ''}${one.yuan === undefined ? '' : `: ${stillOwed(one)} yuan`}.`)),
    confirmation ? t(`可以一起请法院确认，最晚${dayInWords(dayOf(new Date(confirmation.due)))}。`, `You may together ask the court to confirm it until ${dayOf(new Date(confirmation.due))}.`) : '',
  ].filter(line => line !== '')
}
