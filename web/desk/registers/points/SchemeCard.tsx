import type { VillagePoints } from '../../../../server/wire/points.ts'
import { useLang } from '../../../parts/lang.ts'
import { links } from '../../links.ts'

/** The scheme in force, what it gives points for, and drafts before the residents. */
export const SchemeCard = ({ points: { scheme, before, drafts, catalogue } }: { readonly points: VillagePoints }) => {
  const { t, say } = useLang()
  return (
    <section aria-labelledby="scheme-title">
      <h2 id="scheme-title">{t('积分办法', 'The scheme')}</h2>
      {drafts.map(one => (
        <p key={one.matter}><a href={links.matter(one.matter)}>{one.title}</a> <span className="quiet">{one.open ? t(`征求意见中，收到建议 ${one.proposals} 条，已答复 ${one.answered} 条`, `open to proposals: ${one.proposals}, ${one.answered} answered`) : t('待居民表决', 'before the residents')}</span></p>
      ))}
      {!scheme ? (
        <p className="quiet">
          {t('没有施行中的积分办法，不能记分、兑换。', 'No scheme is in force: no points are given or exchanged.')}
          {catalogue ? <> {t('可以据', 'One can be drawn from ')}<a href={links.matter(catalogue.matter)}>{catalogue.title}</a>{t('起草。', '.')}</> : t('乡镇（街道）还没有积分事项目录。', ' The township has no catalogue yet.')}
        </p>
      ) : (
        <>
          <p><a href={links.matter(scheme.matter)}>{scheme.title}</a> <span className="quiet">{t(`第 ${scheme.version} 版，自 ${scheme.since} 起施行${scheme.until === undefined ? '' : `，至 ${scheme.until}`}`, `version ${scheme.version}, in force since ${scheme.since}${scheme.until === undefined ? '' : ` until ${scheme.until}`}`)}</span></p>
          <div className="table-scroll" tabIndex={0} role="region" aria-label={t('积分事项', 'What points are given for')}><table className="plain-table">
            <thead><tr><th scope="col">{t('编码', 'Code')}</th><th scope="col">{t('积分事项', 'What for')}</th><th scope="col" className="num">{t('每次', 'Each')}</th><th scope="col" className="num">{t('每户上限', 'Most')}<span className="formula">{say(scheme.period)}</span></th><th scope="col">{t('谁记分', 'Who gives')}</th><th scope="col">{t('凭据', 'Evidence')}</th></tr></thead>
            <tbody>{scheme.items.map(one => <tr key={one.code}><td>{one.code}</td><th scope="row">{one.what}</th><td className="num">{one.points}</td><td className="num">{one.most}</td><td>{say(one.by)}</td><td>{say(one.evidence)}</td></tr>)}</tbody>
          </table></div>
        </>
      )}
      {before.length > 0 && <p className="quiet">{t('以前和将施行的版本：', 'Other versions: ')}{before.map((one, i) => <span key={one.matter}>{i > 0 && t('、', ', ')}<a href={links.matter(one.matter)}>{t(`第 ${one.version} 版（${one.since} 起）`, `version ${one.version} (since ${one.since})`)}</a></span>)}</p>}
    </section>
  )
}
