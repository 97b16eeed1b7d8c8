import { Button } from 'antd'
import { useState } from 'react'
import type { Me } from '../../../../server/wire.ts'
import type { PostedLine, VillagePoints } from '../../../../server/wire/points.ts'
import { useLang } from '../../../parts/lang.ts'
import * as paths from '../../../parts/paths.ts'
import { entryKinds, signed, stateOfLine } from '../../../parts/points.ts'
import { count } from '../../../parts/time.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { actorOf } from '../../list/asked.ts'
import { go, links } from '../../links.ts'
import { openings } from '../../new/openings.ts'
import { Failed, Loading } from '../../states.tsx'

type Props = { readonly points: VillagePoints; readonly me: Me }

/** What was shown to the village, the newest first; pressing one shows its lines. */
export const Postings = ({ points: { postings }, me }: Props) => {
  const { t, say } = useLang()
  const [open, setOpen] = useState<string>()
  return (
    <section aria-labelledby="postings-title">
      <h2 id="postings-title">{t('公示', 'Postings')}</h2>
      {postings.length === 0 ? <p className="quiet">{t('还没有公示过。', 'Nothing was shown yet.')}</p> : (
        <div className="table-scroll"><table className="plain-table">
          <thead><tr><th scope="col">{t('期次', 'Period')}</th><th scope="col" className="num">{t('条数', 'Lines')}</th><th scope="col" className="num">{t('积分', 'Points')}</th><th scope="col">{t('异议截止', 'Objections until')}</th><th scope="col">{t('逐条', 'Lines')}</th></tr></thead>
          <tbody>{postings.map(one => (
            <tr key={one.matter}>
              <th scope="row"><a href={links.matter(one.matter)}>{one.title}</a>{one.shares && <div className="figure-late">! {say(one.shares)}</div>}</th>
              <td className="num">{count(one.lines)}</td><td className="num">{count(one.points)}</td>
              <td className="date">{one.until ?? t(`已期满（${one.shownOn} 公示）`, `over (shown ${one.shownOn})`)}</td>
              <td><Button size="small" aria-expanded={open === one.matter} aria-label={t(`${one.title}逐条`, `Lines of ${one.title}`)} onClick={() => setOpen(open === one.matter ? undefined : one.matter)}>{open === one.matter ? t('收起', 'Close') : t('逐条', 'Lines')}</Button></td>
            </tr>
          ))}</tbody>
        </table></div>
      )}
      {open !== undefined && <Lines key={open} posting={open} me={me} />}
    </section>
  )
}

const Lines = ({ posting, me }: { readonly posting: string; readonly me: Me }) => {
  const { t, say } = useLang()
  const found = useAsk(paths.pointsPosting(posting))
  const mine = openings(actorOf(me))
  const may = (procedure: string, step: string): boolean => mine.some(way => way.procedure.name === procedure && way.name === step)
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { lines, village } = found.data
  const begin = (procedure: string, step: string, line: PostedLine): void => go(links.open(procedure, step), { offered: { village: village.code, posting, line: line.line } })
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={found.data.posting.title}><table className="plain-table">
      <thead><tr><th scope="col" className="num">{t('条', 'No.')}</th><th scope="col">{t('户', 'Household')}</th><th scope="col">{t('事项', 'What for')}</th><th scope="col" className="num">{t('积分', 'Points')}</th><th scope="col">{t('依据', 'Evidence')}</th><th scope="col">{t('状态', 'State')}</th><th scope="col">{t('办理', 'Do')}</th></tr></thead>
      <tbody>{lines.map(line => (
        <tr key={line.line}>
          <td className="num">{line.line}</td><th scope="row">{line.door ?? line.household}</th><td>{line.kind === 'award' ? line.what : `${say(entryKinds[line.kind])}：${line.what}`}</td><td className="num">{signed(line.points)}</td><td>{line.evidence ?? '—'}</td>
          <td>{line.held ? <span className="figure-late">! {say(stateOfLine(line))}</span> : say(stateOfLine(line))}</td>
          <td>
            {line.state === 'posted' && line.kind !== 'reversal' && may('points-correction', 'propose') && <Button size="small" aria-label={t(`更正第 ${line.line} 条`, `Correct no. ${line.line}`)} onClick={() => begin('points-correction', 'propose', line)}>{t('更正', 'Correct')}</Button>}
            {line.state === 'pending' && !line.held && may('points-objection', 'objectFor') && <Button size="small" aria-label={t(`代对第 ${line.line} 条提异议`, `Object to no. ${line.line} on behalf`)} onClick={() => begin('points-objection', 'objectFor', line)}>{t('代提异议', 'Object')}</Button>}
          </td>
        </tr>
      ))}</tbody>
    </table></div>
  )
}
