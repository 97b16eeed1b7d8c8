import { Link } from 'wouter'
import { words } from '../../../kernel/words.ts'
import type { PostedLine, PostingView } from '../../../server/wire/points.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { Icon } from '../../parts/phone/Icon.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { entryKinds, signed, stateOfLine } from '../../parts/points.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { Poster } from './Poster.tsx'

/** One posting line by line: households masked but one's own, no totals, and the way to object while it is shown. */
const Posting = ({ id }: { readonly id: string }) => {
  const { t } = useLang()
  const found = useAsk(paths.pointsPosting(id), { fresh: 30_000 })
  const title = found.data?.posting.title ?? t('积分公示', 'Points shown')
  return (
    <Page title={title} lead={found.data?.village.path.slice(1).join(' › ')} back={{ href: found.data ? `/points/${found.data.village.code}` : '/points', label: t('村里积分', 'Points of the village') }}>
      {found.data ? <Shown view={found.data} /> : found.isError ? <Failed error={found.error} again={() => void found.refetch()} /> : <Waiting />}
    </Page>
  )
}
export default Posting

const Shown = ({ view: { posting, lines, village } }: { readonly view: PostingView }) => {
  const { t, say } = useLang()
  const open = posting.until !== undefined
  return (
    <div className="stack wide">
      <p>{t(`${posting.shownOn} 公示，共 ${posting.lines} 条、${posting.households} 户。`, `Shown on ${posting.shownOn}: ${posting.lines} lines, ${posting.households} households.`)}{open ? t(`对哪一条有异议，${posting.until} 前提出，只有这一条暂不入账。`, ` Object to a line until ${posting.until}; that line alone is held.`) : t('公示期已满。', ' The time for objections is over.')}</p>
      {posting.shares && <Banner kind="soon" icon="warn"><p>{say(posting.shares)}</p></Banner>}
      <div className="buttons no-print"><button type="button" className="button" onClick={() => window.print()}><Icon name="print" size={1.2} />{t('打印', 'Print')}</button><Poster of="postings" matter={posting.matter} /></div>
      <ol className="list" aria-label={t('逐条公示', 'Line by line')}>{lines.map(line => <Line key={line.line} line={line} posting={posting.matter} village={village.code} open={open} />)}</ol>
      <p className="small soft">{t('户编码只显示末两位；不公布各户总分和排名。', 'Of a household’s code the last two digits are shown; no totals, no ranking.')}</p>
    </div>
  )
}

const Line = ({ line, posting, village, open }: { readonly line: PostedLine; readonly posting: string; readonly village: string; readonly open: boolean }) => {
  const { t, say } = useLang()
  const settled = line.state === 'posted' && !open
  return (
    <li className="line">
      <span className="apart"><span className="line-title">{t(`第 ${line.line} 条`, `No. ${line.line}`)} · {line.own ? t('我家', 'My household') : t(`户 ${line.household}`, `Household ${line.household}`)}</span><b>{signed(line.points)}</b></span>
      <span>{line.kind === 'award' ? line.what : `${say(entryKinds[line.kind])}：${line.what}`}</span>
      <span className="small soft">{line.day}{line.evidence !== undefined && t(`，依据：${line.evidence}`, `; evidence: ${line.evidence}`)}</span>
      <span className="apart">
        <span className={line.held ? 'tag soon' : 'small soft'}>{settled ? t('已入账', 'Posted') : say(stateOfLine(line))}</span>
        {open && !line.held && line.state === 'pending' && <Link className="no-print" href="/say/points-objection/object" state={{ offered: { village, posting, line: line.line }, about: words(`第 ${line.line} 条：${line.what}，${signed(line.points)} 分`, `No. ${line.line}: ${line.what}, ${signed(line.points)} points`) }}>{t(`对第 ${line.line} 条提异议`, `Object to no. ${line.line}`)}</Link>}
      </span>
    </li>
  )
}
