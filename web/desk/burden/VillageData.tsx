import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'

/** What a community has given before, for it to take from instead of counting it again. Shown to who works there. */
export const VillageData = ({ village }: { readonly village: string }) => {
  const { t } = useLang()
  const found = useAsk(paths.villageData(village), { fresh: 60_000 })
  if (found.data === undefined || found.data.length === 0) return null
  return (
    <section aria-labelledby="data-title">
      <h2 id="data-title">{t('报过的数据', 'Data given before')} <span className="quiet">{t('有效期内，任何单位不得重复索要；村（社区）可直接取用', 'while it holds good, nobody asks for it again; the community may use it')}</span></h2>
      <div className="table-scroll">
        <table className="plain-table">
          <thead><tr><th scope="col">{t('名称', 'Name')}</th><th scope="col">{t('数值', 'Value')}</th><th scope="col">{t('截至', 'As of')}</th><th scope="col">{t('有效期至', 'Good until')}</th></tr></thead>
          <tbody>{found.data.map(one => <tr key={one.name}><th scope="row">{one.name}</th><td>{one.value}</td><td className="date">{one.asOf}</td><td className="date">{one.until}{!one.valid && <span className="sub">{t('已过期', 'out of date')}</span>}</td></tr>)}</tbody>
        </table>
      </div>
    </section>
  )
}
