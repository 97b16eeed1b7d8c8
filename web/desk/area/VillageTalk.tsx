import { levelOf } from '../../../kernel/region.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { stageOf } from '../../parts/procedures.ts'
import { choiceIn, over, textIn } from '../../parts/talk.ts'
import { share } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { links } from '../links.ts'
import { Failed, Loading } from '../states.tsx'

/** Of a village: topics under way and how its year of deliberation stands (Art. 25). */
export const VillageTalk = ({ region }: { readonly region: string }) => {
  const { t, say } = useLang()
  const found = useAsk(levelOf(region) === 'village' ? paths.talk(region) : undefined, { every: 60_000, keep: true })
  if (levelOf(region) !== 'village') return null
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { topics, year, rounds } = found.data
  const running = topics.filter(one => !over.has(one.stage))
  const missed = rounds.filter(one => one.facts['missed'] === true && one.stage === 'planned').length
  return (
    <section aria-labelledby="talk-year-title">
      <h2 id="talk-year-title">{t('议事协商', 'Deliberation')} <span className="quiet">{t(`${year.year} 年：提出 ${year.raised}，通过 ${year.passed}，未达法定人数 ${year.noQuorum}；任务完成 ${share({ of: year.done, among: year.tasks })}，逾期过 ${year.late}；意见答复 ${share({ of: year.answered, among: year.comments })}`, `${year.year}: ${year.raised} raised, ${year.passed} passed, ${year.noQuorum} without quorum; tasks done ${share({ of: year.done, among: year.tasks })}, ${year.late} late; comments answered ${share({ of: year.answered, among: year.comments })}`)}</span></h2>
      {running.length === 0 ? <p className="quiet">{t('没有正在办理的议题。', 'No topic is under way.')}</p> : (
        <div className="table-scroll">
          <table className="figures">
            <thead><tr><th scope="col">{t('议题', 'Topic')}</th><th scope="col">{t('环节', 'Stage')}</th><th scope="col">{t('由谁议决', 'Decided by')}</th><th scope="col">{t('会议日期', 'Meets on')}</th></tr></thead>
            <tbody>
              {running.map(one => {
                const body = choiceIn(one.facts, 'body')
                return (
                  <tr key={one.id}>
                    <th scope="row"><a href={links.matter(one.id)}>{one.topic}</a></th><td>{one.facts['late'] === true && <span className="figure-late"><span aria-hidden="true">! </span></span>}{say(stageOf('deliberation', one.stage))}</td>
                    <td>{body && say(body)}</td><td>{textIn(one.facts, 'meetingOn')}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {missed > 0 && <p><a className="figure-late" href={links.matters({ scope: 'region', procedure: 'hearing-round' })}><span aria-hidden="true">! </span>{t(`${missed} 场听取意见未按期开展`, `${missed} hearing round(s) missed`)}</a></p>}
    </section>
  )
}
