import { useState } from 'react'
import { Link } from 'wouter'
import { countyOf } from '../../../kernel/region.ts'
import type { RegionRef } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { useMe } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { Icon } from '../../parts/phone/Icon.tsx'
import { Field } from '../../parts/phone/inputs/Field.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { useAsk } from '../../parts/useAsk.ts'
import { County } from './County.tsx'

/** The lists in force of one's county: what a community does by itself, what it assists in and with which conditions; and what to do when it is asked for more. */
const Lists = () => {
  const { t } = useLang()
  const me = useMe()
  const city = useAsk(paths.regionsIn(''), { fresh: 600_000 })
  const above = city.data?.[0]
  const counties = useAsk(above && paths.regionsIn(above.code), { fresh: 600_000 })
  const [chosen, setChosen] = useState<string>()
  const own = me.data?.posts.find(post => post.id === me.data?.acting)?.region.code ?? me.data?.home?.code
  const failed = [city, counties].find(one => one.isError)
  const ready = counties.data !== undefined && !me.isPending
  const county = chosen ?? (own !== undefined && own.length >= 6 ? countyOf(own) : counties.data?.[0]?.code)
  const title = t('村（社区）事项清单', 'Lists of communities’ work')
  return (
    <Page
      title={title} back={{ href: '/', label: t('首页', 'Home') }}
      lead={t('村（社区）自己办哪些事、协助政府办哪些事，都写在县（区）公布的清单上。', 'What a community does by itself, and in what it assists government, stands on lists that the county publishes.')}
    >
      <div className="stack wide">
        <Unlisted />
        {failed?.error ? <Failed error={failed.error} again={() => void failed.refetch()} /> : !ready || county === undefined ? <Waiting /> : (
          <>
            <Choice counties={counties.data} county={county} choose={setChosen} />
            <County key={county} county={county} name={counties.data.find(one => one.code === county)?.name ?? county} />
          </>
        )}
      </div>
    </Page>
  )
}
export default Lists

/** What the article says of work that stands on no list, in plain words. */
const Unlisted = () => {
  const { t } = useLang()
  return (
    <Banner icon="info">
      <p><b>{t('被要求做清单以外的事，怎么办？', 'Asked for something that is not listed?')}</b></p>
      <p>{t('可以不办。请对方说明是清单上的哪一项、给什么工作条件；说不出来的，告诉乡镇（街道）或者县（区）综治中心，也可以在这里报事。', 'You need not do it. Ask which item of the list it is and what comes with it; where there is no answer, tell the township or the county’s governance centre, or report it here.')}</p>
      <p className="row">
        <Link className="link" href="/regulation/23">{t('条例第二十三条', 'Article 23')}</Link><Link className="link" href="/regulation/50">{t('第五十条（责任）', 'Article 50 (liability)')}</Link><Link className="link" href="/report">{t('报事', 'Report')}</Link>
      </p>
    </Banner>
  )
}

const Choice = ({ counties, county, choose }: { readonly counties: readonly RegionRef[]; readonly county: string; readonly choose: (county: string) => void }) => {
  const { t } = useLang()
  return (
    <div className="apart no-print">
      <Field id="lists-county" label={t('县（区）', 'County')}>
        <select id="lists-county" className="input" value={county} onChange={event => choose(event.target.value)}>
          {counties.map(one => <option key={one.code} value={one.code}>{one.name}</option>)}
        </select>
      </Field>
      <button type="button" className="button" onClick={() => window.print()}><Icon name="print" size={1.2} />{t('打印', 'Print')}</button>
    </div>
  )
}
