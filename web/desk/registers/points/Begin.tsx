import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Me } from '../../../../server/wire.ts'
import type { PointsLedger, VillagePoints } from '../../../../server/wire/points.ts'
import { useLang } from '../../../parts/lang.ts'
import { actingPost } from '../../../parts/me.ts'
import { dayOf } from '../../../parts/time.ts'
import { actorOf } from '../../list/asked.ts'
import { go, links } from '../../links.ts'
import { openings } from '../../new/openings.ts'

const offered = [
  ['points-award', 'record'], ['points-posting', 'show'], ['redemption', 'reserveFor'], ['reward-stock', 'enter'], ['points-deduction', 'propose'], ['points-award', 'ask'], ['points-correction', 'propose'], ['points-correction', 'askFor'], ['points-opening', 'enter'], ['points-carry', 'propose'], ['points-scheme', 'begin'],
] as const

type Props = { readonly me: Me; readonly points: VillagePoints; readonly ledger: PointsLedger }

/** What a committee begins here, and a table for a meeting of the whole village filled from its roll. */
export const Begin = ({ me, points, ledger }: Props) => {
  const { t, say } = useLang()
  const mine = openings(actorOf(me))
  const village = points.village.code
  const works = actingPost(me)?.region.code === village
  const ways = offered.flatMap(([procedure, step]) => mine.filter(way => way.procedure.name === procedure && way.name === step))
  const [item, setItem] = useState<string>()
  if (!works || ways.length === 0) return null
  const main = ways[0]
  const meeting = (code: string): void => go(links.open('points-award', 'record'), {
    offered: { village, title: `${dayOf(new Date())} ${points.scheme?.items.find(one => one.code === code)?.what ?? ''}`, awards: ledger.households.map(one => ({ household: one.code, item: code, times: 1, day: dayOf(new Date()), evidence: t('会议签到表', 'Attendance sheet') })) },
  })
  return (
    <section aria-labelledby="points-begin" className="no-print">
      <h2 id="points-begin">{t('办理', 'Begin')}</h2>
      <div className="filters" role="group" aria-label={t('积分事项', 'Matters of points')}>
        {ways.map(way => <Button key={`${way.procedure.name}/${way.name}`} type={way === main ? 'primary' : 'default'} onClick={() => go(links.open(way.procedure.name, way.name), { offered: { village } })}>{say(way.step)}</Button>)}
      </div>
      {points.scheme && ledger.households.length > 0 && (
        <div className="filters">
          <Select aria-label={t('全村会议记分事项', 'Item of a village meeting')} placeholder={t('选择积分事项', 'Choose an item')} value={item ?? null} onChange={(chosen: string) => setItem(chosen)} popupMatchSelectWidth={false} options={points.scheme.items.map(one => ({ value: one.code, label: `${one.code} ${one.what}` }))} />
          <Button disabled={item === undefined} onClick={() => { if (item !== undefined) meeting(item) }}>{t('按全村名册填一张记分表', 'Fill a table from the roll')}</Button>
          <span className="quiet">{t('每户一行，删去没有参加的户再提交。', 'One line for each household; leave out who was not there.')}</span>
        </div>
      )}
    </section>
  )
}
