import { useLocation } from 'wouter'
import type { Level } from '../../kernel/region.ts'
import { Cite } from '../parts/Cite.tsx'
import { useLang } from '../parts/lang.ts'
import { useMe } from '../parts/me.ts'
import { useRegion } from '../parts/names.ts'
import * as paths from '../parts/paths.ts'
import { Page } from '../parts/phone/Page.tsx'
import { PlaceField } from '../parts/phone/PlaceField.tsx'
import { Failed, Waiting } from '../parts/phone/Trouble.tsx'
import { useAsk } from '../parts/useAsk.ts'

const shown: readonly Level[] = ['township', 'county', 'city']

/** 通报批评: notices that are final, of units in a place or above it, for anyone to read (Art. 50.2). */
const Criticisms = ({ region }: { readonly region: string | undefined }) => {
  const { t } = useLang()
  const [, go] = useLocation()
  const me = useMe()
  const code = region === 'choose' ? undefined : region ?? me.data?.home?.code.slice(0, 6)
  const place = useRegion(code)
  return (
    <Page title={t('通报批评', 'Notices of criticism')} lead={t('已生效的通报。只写单位，不写个人。', 'Notices that are final. They name units, never a person.')} back={{ href: '/', label: t('首页', 'Home') }}>
      <div className="stack wide">
        <PlaceField label={t('看哪里', 'Place')} place={place ?? null} allowed={shown} choose={chosen => go(chosen ? `/criticisms/${chosen.code}` : '/criticisms/choose')} />
        {code !== undefined && <Of region={code} />}
      </div>
    </Page>
  )
}
export default Criticisms

const Of = ({ region }: { readonly region: string }) => {
  const { t } = useLang()
  const found = useAsk(paths.criticisms(region), { fresh: 60_000 })
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  if (found.data.length === 0) return <p className="soft" role="status">{t('这里没有公开的通报。', 'No notice stands published here.')}</p>
  return (
    <ul className="list">
      {found.data.map(one => (
        <li key={one.matter} className="card stack tight">
          <b>{one.accused.name}</b>
          <p>{one.criticism}</p>
          <p className="soft">
            {one.provision !== undefined && <>{t('违反', 'Against ')}<Cite of={one.provision} /> · </>}{one.corrects ? t('已责令改正', 'ordered to correct it') : t('未另行责令改正', 'no order beside it')}<br />
            {one.decider.name} · {one.since} · <span className="number">{one.number}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
