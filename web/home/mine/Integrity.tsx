import { Link } from 'wouter'
import { consequences, type Consequence } from '../../../procedures/3-governance/covenant/clauses.ts'
import { directions } from '../../../procedures/3-governance/credit-review/facts.ts'
import type { EvaluationView } from '../../../server/wire/covenants.ts'
import { Cite } from '../../parts/Cite.tsx'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { Gate } from '../../parts/phone/Gate.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { stageOf } from '../../parts/stages.ts'
import { useAsk } from '../../parts/useAsk.ts'

/** 我的诚信档案: every evaluation about oneself, with its state, and what can be done about it (Art. 26.2). */
const Integrity = () => <Gate>{() => <Mine />}</Gate>
export default Integrity

const Mine = () => {
  const { t } = useLang()
  const found = useAsk(paths.myIntegrity(), { fresh: 10_000 })
  return (
    <Page title={t('我的诚信档案', 'My integrity file')} lead={t('村（居）委会按公约对我做的评价，我都能看到。', 'All that the committee says of me by the covenant, for me to see.')} back={{ href: '/mine', label: t('我的数据', 'My data') }}>
      <div className="stack wide">
        <Banner icon="shield">
          <p>{t('只有您和本村（社区）村（居）委会能看到。不公开、不排名，不影响待遇、积分和办事，到期自动失效。', 'Only you and your village’s committee see it. Nothing is published or ranked; benefits, points and services are untouched; it ends by itself.')} <Cite of="26.2" /></p>
        </Banner>
        {found.isPending ? <Waiting /> : found.data === undefined ? <Failed error={found.error} again={() => void found.refetch()} />
          : found.data.length === 0 ? <p className="soft" role="status">{t('没有关于您的评价。', 'There is no evaluation about you.')}</p>
            : <ul className="list">{found.data.map(one => <Line key={one.id} one={one} />)}</ul>}
        <p className="no-print"><Link href="/covenant">{t('看公约', 'Read the covenant')}</Link></p>
      </div>
    </Page>
  )
}

const Line = ({ one }: { readonly one: EvaluationView }) => {
  const { t, say } = useLang()
  const measure = one.measure === undefined ? undefined : consequences[one.measure as Consequence]
  const direction = Object.entries(directions).find(([name]) => name === one.direction)?.[1]
  return (
    <li className="card stack tight">
      <p><b>{t(`公约第 ${one.clause} 条`, `Clause ${one.clause}`)}</b>{direction && <> · {say(direction)}</>}</p>
      <p>{one.says}</p>
      <dl className="facts">
        <div className="facts-row"><dt>{t('现在', 'Now')}</dt><dd>{say(stageOf('credit-review', one.stage))}</dd></div>
        {measure && <div className="facts-row"><dt>{t('给予', 'What follows')}</dt><dd>{say(measure)}</dd></div>}
        {one.until !== undefined && one.ended === undefined && <div className="facts-row"><dt>{t('有效期至', 'Counts until')}</dt><dd>{one.until}</dd></div>}
        {one.ended !== undefined && <div className="facts-row"><dt>{t('失效日期', 'Ended on')}</dt><dd>{one.ended}</dd></div>}
      </dl>
      <p className="row no-print">
        <Link href={`/matters/${one.id}`}>{t('看全部内容和证据', 'See all of it, with the evidence')}</Link>
        {one.stage === 'told' && <Link className="button main" href={`/matters/${one.id}/object`}>{t('提出异议', 'Object')}</Link>}
        {one.stage === 'entered' && <Link className="button" href={`/matters/${one.id}/askCorrection`}>{t('申请更正或移出', 'Ask for a correction')}</Link>}
      </p>
    </li>
  )
}
