import type { MatterView } from '../../../server/wire.ts'
import { standingOf, type Standing } from '../../parts/dispute/standing.ts'
import { useLang } from '../../parts/lang.ts'
import { stageOf } from '../../parts/stages.ts'
import { count, stamp } from '../../parts/time.ts'

/** Where a dispute stands at one glance: the way and those tried before, what comes next by when, each side, and what was agreed. */
export const DisputeStands = ({ matter }: { readonly matter: MatterView }) => (matter.procedure === 'dispute' ? <Panel matter={matter} standing={standingOf(matter)} /> : null)

const Panel = ({ matter, standing }: { readonly matter: MatterView; readonly standing: Standing }) => {
  const { t, say } = useLang()
  const { track, tried, sessions, meeting, effectiveOn, confirmation } = standing
  const next = matter.clocks.find(one => one.name === 'stage')
  const figures: readonly (readonly [name: string, value: string | undefined])[] = [
    [t('途径', 'Way'), track && say(track)], [t('走过的途径', 'Tried before'), tried && say(tried)], [t('已调解', 'Sessions held'), sessions > 0 ? t(`${sessions} 次`, count(sessions)) : undefined],
    [t('下次调解', 'Next session'), meeting && [stamp(meeting.at), meeting.where].filter(Boolean).join(' ')], [t('协议生效', 'In effect since'), effectiveOn], [t('司法确认', 'The court’s confirmation'), confirmation && say(confirmation)],
  ]
  return (
    <section className="panel stands" aria-labelledby="stands-title">
      <h2 id="stands-title">{t('办到哪一步', 'Where it stands')}</h2>
      <p><b>{say(stageOf('dispute', matter.stage))}</b>{next && <>{t('，', ', ')}<span className={next.fired ? 'due due-late' : 'due'}>{t('这一步到期 ', 'this step is due ')}{stamp(next.due)}</span></>}</p>
      {figures.some(([, value]) => value !== undefined) && <dl className="figures-line dispute-figures">{figures.map(([name, value]) => value !== undefined && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>}
      <Sides standing={standing} />
      <Plan standing={standing} />
    </section>
  )
}

const Yes = ({ of }: { readonly of: boolean | string | undefined }) => {
  const { t } = useLang()
  if (of === undefined || of === false) return <span className="quiet">{t('还没有', 'not yet')}</span>
  return <>{of === true ? t('是', 'yes') : of}</>
}

const Sides = ({ standing: { sides, mediates, agreedOn, mediatorSigned, sealedOn } }: { readonly standing: Standing }) => {
  const { t, say } = useLang()
  if (sides.length === 0) return null
  const named = sides.some(one => one.name !== undefined)
  const written = agreedOn !== undefined
  const between = (named ? 1 : 0) + (mediates ? 2 : 0)
  return (
    <div className="table-scroll" role="region" aria-label={t('各方当事人', 'The sides')} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr><th scope="col" className="num">{t('序号', 'No.')}</th><th scope="col">{t('哪一方', 'Side')}</th>{named && <th scope="col">{t('姓名或名称', 'Name')}</th>}{mediates && <><th scope="col">{t('调解意愿', 'Mediation')}</th><th scope="col">{t('已告知权利', 'Told its rights')}</th></>}{written && <th scope="col">{t('签署', 'Signed')}</th>}</tr>
        </thead>
        <tbody>
          {sides.map(one => (
            <tr key={one.number}>
              <td className="num">{one.number}</td><th scope="row">{say(one.role)}</th>
              {named && <td>{one.name}{one.many !== undefined && t(`（${count(one.many)} 人）`, ` (${count(one.many)} people)`)}{one.by !== undefined && <span className="quiet">{t('，由 ', ', by ')}{one.by}</span>}</td>}
              {mediates && <><td className={one.refused ? 'figure-late' : undefined}>{one.refused && <span aria-hidden="true">! </span>}{say(one.consent)}</td><td><Yes of={one.informed} /></td></>}
              {written && <td><Yes of={one.signedOn} /></td>}
            </tr>
          ))}
          {written && mediatorSigned !== undefined && <Signature name={t('调解员', 'Mediator')} on={mediatorSigned} between={between} />}
          {written && sealedOn !== undefined && <Signature name={t('调解组织盖章', 'The body’s seal')} on={sealedOn} between={between} />}
        </tbody>
      </table>
    </div>
  )
}

/** `between`: columns that say nothing of who is no side. */
const Signature = ({ name, on, between }: { readonly name: string; readonly on: string; readonly between: number }) =>
  <tr><td /><th scope="row">{name}</th>{between > 0 && <td colSpan={between} />}<td>{on}</td></tr>

const Plan = ({ standing: { plan } }: { readonly standing: Standing }) => {
  const { t } = useLang()
  if (plan.length === 0) return null
  return (
    <div className="table-scroll" role="region" aria-label={t('履行计划', 'What is due when')} tabIndex={0}>
      <table className="plain-table">
        <thead><tr><th scope="col" className="num">{t('项', 'No.')}</th><th scope="col">{t('履行日期', 'Due on')}</th><th scope="col" className="num">{t('金额（元）', 'Sum (yuan)')}</th><th scope="col" className="num">{t('已付（元）', 'Paid (yuan)')}</th><th scope="col">{t('已履行', 'Performed on')}</th></tr></thead>
        <tbody>{plan.map(({ dueOn, yuan, paid, doneOn }, at) => <tr key={at}><td className="num">{at + 1}</td><th scope="row">{dueOn}</th><td className="num">{yuan !== undefined && count(yuan)}</td><td className="num">{paid !== undefined && count(paid)}</td><td><Yes of={doneOn} /></td></tr>)}</tbody>
      </table>
    </div>
  )
}
