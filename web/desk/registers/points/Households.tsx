import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import type { PointsLedger } from '../../../../server/wire/points.ts'
import { useLang } from '../../../parts/lang.ts'
import * as paths from '../../../parts/paths.ts'
import { entryKinds, signed, stateOfEntry } from '../../../parts/points.ts'
import { count } from '../../../parts/time.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { links } from '../../links.ts'
import { Empty, Failed, Loading } from '../../states.tsx'

const shownAtOnce = 100

/** The households of the village by code, never by how much they have; pressing one shows every movement of its account. */
export const Households = ({ ledger: { households, village } }: { readonly ledger: PointsLedger }) => {
  const { t } = useLang()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<string>()
  const [all, setAll] = useState(false)
  const found = households.filter(one => `${one.code} ${one.door}`.includes(typed.trim()))
  const shown = all ? found : found.slice(0, shownAtOnce)
  return (
    <section aria-labelledby="ledger-title">
      <h2 id="ledger-title">{t(`户积分台账（${count(households.length)} 户）`, `Ledger of ${count(households.length)} households`)}</h2>
      <div className="filters no-print">
        <Input.Search className="points-find" allowClear aria-label={t('按户编码、门牌查找', 'Find by code or door')} placeholder={t('按户编码、门牌查找', 'Find by code or door')} value={typed} onChange={event => setTyped(event.target.value)} />
        <Button href={paths.pointsLedgerSheet(village.code)} download>{t('导出 Excel', 'Export to Excel')}</Button>
        <Button onClick={() => window.print()}>{t('打印', 'Print')}</Button>
      </div>
      <p className="quiet">{t('按户编码排列，不排名。', 'By code; nobody is ranked.')}</p>
      {found.length === 0 ? <Empty title={t('没有这样的户', 'No such household')} /> : (
        <div className="table-scroll"><table className="plain-table">
          <thead><tr><th scope="col">{t('户编码', 'Household')}</th><th scope="col">{t('门牌', 'Door')}</th><th scope="col" className="num">{t('可用', 'Free')}</th><th scope="col" className="num">{t('已预留', 'Spoken for')}</th><th scope="col" className="num">{t('公示中', 'Still shown')}</th><th scope="col" className="num">{t('应补', 'Owed')}</th><th scope="col">{t('明细', 'Statement')}</th></tr></thead>
          <tbody>{shown.map(one => (
            <Rows key={one.code} code={one.code} open={open === one.code}>
              <tr>
                <td className="date">{one.code}</td><th scope="row">{one.door}</th><td className="num">{count(one.free)}</td><td className="num">{count(one.reserved)}</td><td className="num">{count(one.coming)}</td>
                <td className="num">{one.owed > 0 ? <span className="figure-late">{count(one.owed)}</span> : 0}</td>
                <td><Button size="small" aria-expanded={open === one.code} aria-label={t(`${one.door}的明细`, `Statement of ${one.door}`)} onClick={() => setOpen(open === one.code ? undefined : one.code)}>{open === one.code ? t('收起', 'Close') : t('明细', 'Statement')}</Button></td>
              </tr>
            </Rows>
          ))}</tbody>
        </table></div>
      )}
      {found.length > shown.length && <Button className="more" onClick={() => setAll(true)}>{t(`显示全部 ${count(found.length)} 户`, `Show all ${count(found.length)}`)}</Button>}
    </section>
  )
}

const Rows = ({ code, open, children }: { readonly code: string; readonly open: boolean; readonly children: ReactNode }) => (
  <>{children}{open && <tr><td colSpan={7}><Statement code={code} /></td></tr>}</>
)

const Statement = ({ code }: { readonly code: string }) => {
  const { t, say } = useLang()
  const found = useAsk(paths.pointsStatement(code))
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { entries } = found.data
  if (entries.length === 0) return <p className="quiet">{t('还没有记过分。', 'Nothing was entered yet.')}</p>
  return (
    <div className="table-scroll"><table className="plain-table">
      <thead><tr><th scope="col">{t('日期', 'Day')}</th><th scope="col">{t('类型', 'Kind')}</th><th scope="col">{t('事项', 'What for')}</th><th scope="col" className="num">{t('积分', 'Points')}</th><th scope="col">{t('依据', 'Evidence')}</th><th scope="col">{t('办法', 'Scheme')}</th><th scope="col">{t('状态', 'State')}</th></tr></thead>
      <tbody>{entries.map((one, i) => (
        <tr key={i}>
          <td className="date">{one.day ?? one.at}</td><td>{say(entryKinds[one.kind])}</td><td><a href={links.matter(one.matter)}>{one.what === '' ? say(entryKinds[one.kind]) : one.what}</a></td><td className="num">{signed(one.points)}</td>
          <td>{one.evidence ?? '—'}</td><td>{one.scheme === undefined ? '—' : t(`第 ${one.scheme} 版`, `version ${one.scheme}`)}</td><td>{say(stateOfEntry(one))}</td>
        </tr>
      ))}</tbody>
    </table></div>
  )
}
