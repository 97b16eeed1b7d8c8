import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { countyOf } from '../../../kernel/region.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { purposes } from '../../../procedures/2-foundations/access/looked.ts'
import type { ReadingView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { titleOf } from '../../parts/stages.ts'
import { alike, labelsRead, type Alike } from '../../parts/readings.ts'
import { clockTime, dayOf, longDay, stamp } from '../../parts/time.ts'
import { kindName } from '../../parts/Timeline.tsx'
import type { Brought } from '../../parts/useBrought.ts'
import { usePages } from '../../parts/usePages.ts'

/** Where this section stands on its page. */
export const readingsAt = 'readings'

/** Who looked at what is mine: by day, then by who, in plain words, each with the way to ask why. */
export const Readings = () => {
  const { lang, t } = useLang()
  const section = useRef<HTMLElement>(null)
  const found = usePages(paths.myReadings)
  useEffect(() => {
    if (location.hash === `#${readingsAt}`) section.current?.scrollIntoView()
  }, [])
  return (
    <section ref={section} id={readingsAt} className="stack" aria-labelledby="readings-title">
      <h2 id="readings-title">{t('谁看过我的信息', 'Who looked at my data')}</h2>
      <p className="small soft">{t('工作人员打开含姓名、电话等内容的事项都会留下记录。自己打开的不列。', 'Each time an official opens a matter with names, phones and the like, it is recorded. What you open yourself is not listed.')}</p>
      {found.isPending ? <Waiting />
        : found.isError ? <Failed error={found.error} again={() => void found.refetch()} />
          : found.rows.length === 0 ? <p className="card">{t('还没有人看过您的信息。', 'Nobody has looked at your data yet.')}</p> : null}
      {[...Map.groupBy(found.rows, row => dayOf(new Date(row.at)))].map(([day, rows]) => (
        <section key={day} className="stack tight" aria-labelledby={`readings-${day}`}>
          <h3 id={`readings-${day}`}>{longDay(day, lang)}</h3>
          <ul className="list">
            {[...Map.groupBy(alike(rows), ([{ by, kind, office }]) => [by, kind, office?.code].join())].map(([who, groups]) => <Looker key={who} groups={groups} />)}
          </ul>
        </section>
      ))}
      {found.hasNextPage && <div className="buttons"><button type="button" className="button" aria-disabled={found.isFetchingNextPage} onClick={found.more}>{t('看更早的', 'Show earlier ones')}</button></div>}
    </section>
  )
}

const Looker = ({ groups }: { readonly groups: readonly Alike[] }) => {
  const { say } = useLang()
  const [one] = groups[0] ?? []
  if (!one) return null
  return (
    <li className="line looker">
      <p><b className="line-title">{one.name}</b> <span className="soft">{[one.office?.name, say(kindName(one.kind))].filter(Boolean).join(' · ')}</span></p>
      {groups.map(group => <Looked key={group[0].id} group={group} />)}
    </li>
  )
}

/** So many times of day are told one by one; of more only the first and the last. */
const most = 4

const Looked = ({ group }: { readonly group: Alike }) => {
  const { t, say } = useLang()
  const [last] = group
  const facts = labelsRead(last).map(say).join(t('、', ', '))
  const times = [...new Set(group.map(one => clockTime(one.at)).toReversed())]
  const told = times.length > most ? `${times.at(0) ?? ''}–${times.at(-1) ?? ''}` : times.join(t('、', ', '))
  return (
    <div className="looked">
      <p>{t('看了', 'Read: ')}<b>{facts}</b></p>
      {last.matter && <p>{t('事项：', 'In: ')}<Link href={`/matters/${last.matter.id}`}>{say(titleOf(last.matter.procedure))} <span className="number">{last.matter.number}</span></Link></p>}
      <p className="small soft">{say(purposes[last.purpose])} · <span className="number">{told}</span>{group.length > 1 && t(`，共 ${group.length} 次`, `, ${group.length} times`)}</p>
      <AskWhy reading={last} />
    </div>
  )
}

/** What the question is about, for its form. */
const about = (one: ReadingView): Words => {
  const [who, facts] = [[one.name, one.office?.name].filter(Boolean).join(' · '), labelsRead(one)]
  return words(`${stamp(one.at)}，${who} 查看了${facts.map(fact => fact.zh).join('、')}`, `${stamp(one.at)}, ${who} read: ${facts.map(fact => fact.en).join(', ')}`)
}

/** Opens the question with the reading filled in; which one it is stands in the browser's history and in no address. */
const AskWhy = ({ reading }: { readonly reading: ReadingView }) => {
  const { t } = useLang()
  const [, go] = useLocation()
  if (!reading.matter || !reading.office) return null
  const brought: Brought = { offered: { look: reading.id, place: countyOf(reading.region.code) }, about: about(reading) }
  return (
    <p className="no-print"><button type="button" className="button quiet ask-why" onClick={() => go('/mine/access-question/ask', { state: brought })}>{t('问一问为什么', 'Ask why')}</button></p>
  )
}
