import { useState } from 'react'
import { ancestor, type Level } from '../../../kernel/region.ts'
import { useLang } from '../../parts/lang.ts'
import { useMe } from '../../parts/me.ts'
import { useRegion } from '../../parts/names.ts'
import * as paths from '../../parts/paths.ts'
import { PlaceField } from '../../parts/phone/PlaceField.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { count } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import type { PublicFigures } from '../../../server/wire/disputes.ts'

const levels: readonly Level[] = ['township', 'county']

/** How disputes went in a town or county in a year, for everybody; a count by which somebody could be found is not given. */
export const Figures = () => {
  const { t } = useLang()
  const me = useMe()
  const [chosen, choose] = useState<string | null>()
  const home = me.data?.home?.code
  const code = chosen === undefined ? (home === undefined ? undefined : ancestor(home, 'township')) : chosen ?? undefined
  const place = useRegion(code)
  const found = useAsk(code === undefined ? undefined : paths.disputeFigures(code), { fresh: 60_000 })
  return (
    <section className="stack" aria-labelledby="figures">
      <h2 id="figures">{t('近一年化解情况', 'A year of disputes')}</h2>
      <PlaceField label={t('看哪个乡镇（街道）或县（区）', 'Town or county')} place={place ?? null} allowed={levels} choose={region => choose(region?.code ?? null)} />
      {code !== undefined && (found.isPending ? <Waiting /> : found.data === undefined ? <Failed error={found.error} again={() => void found.refetch()} /> : <Rows figures={found.data} />)}
    </section>
  )
}

const Rows = ({ figures: { rows, kinds, fewest } }: { readonly figures: PublicFigures }) => {
  const { t, say } = useLang()
  const few = t(`少于 ${fewest}`, `fewer than ${fewest}`)
  const hidden = t('不显示', 'not given')
  const counted = kinds.filter(one => one.n !== 0)
  return (
    <>
      <ul className="list">{rows.map(one => <li key={one.measure} className="line"><span className="line-title">{say(one.words)}</span><span>{one.n === undefined ? few : t(`${count(one.n)} 件`, count(one.n))}</span></li>)}</ul>
      {counted.length > 0 && (
        <>
          <h3>{t('按类型', 'By kind')}</h3>
          <ul className="list">{counted.map(one => <li key={one.measure} className="line"><span className="line-title">{say(one.words).replace(/^(类型：|Kind: )/, '')}</span><span>{one.n === undefined ? hidden : t(`${count(one.n)} 件`, count(one.n))}</span></li>)}</ul>
        </>
      )}
      <p className="small soft">{t(`为保护当事人，数字太小（少于 ${fewest}）的不显示，也不按村显示。`, `To protect the people concerned, counts below ${fewest} are not given, and none by village.`)}</p>
    </>
  )
}
