import { levelOf, levels } from '../../../kernel/region.ts'
import type { OfficeRef } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { Failed, Loading } from '../states.tsx'

/** Offices nearest first; each unfolds to its people. */
export const Offices = ({ region }: { readonly region: string }) => {
  const { t, say } = useLang()
  const found = useAsk(paths.officesFor(region), { fresh: 300_000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  if (found.data.length === 0) return <p className="quiet">{t('没有登记机构。', 'No office is registered.')}</p>
  const regions = [...new Set(found.data.map(office => office.region))].toSorted((a, b) => b.length - a.length)
  return (
    <>
      {regions.map(code => (
        <div key={code} className="office-level">
          <h3>{say(levels[levelOf(code)])}</h3>
          <ul>{found.data.filter(office => office.region === code).map(office => <Office key={office.code} office={office} />)}</ul>
        </div>
      ))}
    </>
  )
}

const Office = ({ office }: { readonly office: OfficeRef }) => (
  <li>
    <details>
      <summary>{office.name}</summary>
      <People office={office.code} />
    </details>
  </li>
)

const People = ({ office }: { readonly office: string }) => {
  const { t } = useLang()
  const found = useAsk(paths.peopleOf(office), { fresh: 300_000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} />
  return found.data.length === 0 ? <p className="quiet">{t('没有登记人员。', 'Nobody is registered.')}</p> : <p>{found.data.map(person => person.name).join('、')}</p>
}
