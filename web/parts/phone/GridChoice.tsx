import type { RegionRef } from '../../../server/wire.ts'
import { useLang } from '../lang.ts'
import { useGridsAt } from '../useGridsAt.ts'

type Props = { readonly point: unknown; /** The code of the place chosen. */ readonly place: unknown; readonly choose: (place: RegionRef) => void }

/** The grid of the position given, offered as the place; near a border all of them, for a person to choose. */
export const GridChoice = ({ point, place, choose }: Props) => {
  const { t } = useLang()
  const grids = useGridsAt(point)
  const [first, ...others] = grids
  if (!first) return null
  const name = (region: RegionRef): string => region.path.slice(-2).join(' › ')
  if (others.length === 0) {
    return first.region.code === place
      ? <p className="hint">{t(`位置在${name(first.region)}。`, `That is in ${name(first.region)}.`)}</p>
      : <div className="chosen"><span>{t(`位置在${name(first.region)}`, `That is in ${name(first.region)}`)}</span><button type="button" className="button quiet" onClick={() => choose(first.region)}>{t('选为地点', 'Take it as the place')}</button></div>
  }
  return (
    <fieldset className="field">
      <legend className="label">{t('位置在网格边界附近，属于哪个网格？', 'It lies near a border: in which grid?')}</legend>
      <div className="buttons">
        {grids.map(({ region, metres }) => (
          <button key={region.code} type="button" className="button" aria-pressed={region.code === place} onClick={() => choose(region)}>
            {region.code === place && <span aria-hidden="true">✓ </span>}{name(region)}{metres > 0 && <small> {t(`距边界 ${Math.round(metres)} 米`, `${Math.round(metres)} m off`)}</small>}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
