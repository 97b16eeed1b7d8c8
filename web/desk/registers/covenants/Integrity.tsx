import { consequences, type Consequence } from '../../../../procedures/3-governance/covenant/clauses.ts'
import { directions } from '../../../../procedures/3-governance/credit-review/facts.ts'
import type { Me } from '../../../../server/wire.ts'
import { Cites } from '../../../parts/Cite.tsx'
import { useLang } from '../../../parts/lang.ts'
import { actingPost } from '../../../parts/me.ts'
import * as paths from '../../../parts/paths.ts'
import { stageOf } from '../../../parts/stages.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { links } from '../../links.ts'
import { BringingLink } from '../../new/BringingLink.tsx'
import { Empty, Failed, Loading } from '../../states.tsx'

/** 诚信档案: evaluations of one's own village, for the members of its committee. In the order in which they began: nothing is ranked and nobody summed up. */
export const Integrity = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  const village = actingPost(me)?.region.code ?? ''
  const found = useAsk(paths.integrity(village), { fresh: 10_000 })
  return (
    <div className="lists">
      <p className="register-note quiet">{t('只在本村（社区）内使用：不公开、不排名，乡镇、县区和其他程序都看不到；不影响待遇、积分和办事，到期自动失效。每次查看都有记录，本人看得到。', 'For this village alone: nothing is published or ranked; township, county and other procedures see none of it; benefits, points and services are untouched. Each reading is logged, and the person sees it.')} <Cites of={['26.2']} /></p>
      <p className="propose"><BringingLink to={links.open('credit-review', 'evaluate')} brought={{ offered: { village } }}>{t('评议一件事', 'Evaluate something')}</BringingLink></p>
      {found.isPending ? <Loading /> : found.isError ? <Failed error={found.error} again={() => void found.refetch()} /> : found.data.length === 0 ? <Empty title={t('没有办理中或者有效的评价', 'No evaluation is under way or counts')} /> : (
        <div className="table-scroll">
          <table className="plain-table as-cards" aria-label={t('信用评价', 'Evaluations')}>
            <thead><tr><th scope="col">{t('编号', 'Number')}</th><th scope="col">{t('被评价人', 'Whom')}</th><th scope="col">{t('条文', 'Clause')}</th><th scope="col">{t('评价', 'Evaluation')}</th><th scope="col">{t('现在', 'Now')}</th><th scope="col">{t('奖惩', 'What follows')}</th><th scope="col">{t('有效期', 'Counts')}</th></tr></thead>
            <tbody>
              {found.data.map(one => {
                const direction = Object.entries(directions).find(([name]) => name === one.direction)?.[1]
                return (
                  <tr key={one.id}>
                    <td className="nowrap"><a href={links.matter(one.id)}>{one.number}</a></td><td data-label={t('被评价人', 'Whom')}>{one.person}</td><td data-label={t('条文', 'Clause')}>{t(`第 ${one.clause} 条`, one.clause)}</td>
                    <td data-label={t('评价', 'Evaluation')}>{direction ? say(direction) : '—'}</td><td data-label={t('现在', 'Now')}>{say(stageOf('credit-review', one.stage))}</td>
                    <td data-label={t('奖惩', 'What follows')}>{one.measure === undefined ? '—' : say(consequences[one.measure as Consequence])}</td>
                    <td data-label={t('有效期', 'Counts')}>{one.ended !== undefined ? t(`${one.ended} 已失效`, `ended ${one.ended}`) : one.until === undefined ? '—' : t(`至 ${one.until}`, `until ${one.until}`)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
