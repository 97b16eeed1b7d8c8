import type { RegionRef } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { described, Field } from '../../parts/phone/inputs/Field.tsx'
import { GridChoice } from '../../parts/phone/GridChoice.tsx'
import { PlaceField } from '../../parts/phone/PlaceField.tsx'
import { PositionField } from '../../parts/phone/PositionField.tsx'
import { faultAt, type FoundProps } from './found.ts'

type Props = FoundProps & { readonly place: RegionRef | null; readonly home: RegionRef | undefined }

/** My own grid or village unless it is put right. */
export const Where = ({ values, change, faults, place, home }: Props) => {
  const { t, say } = useLang()
  const [at, spot, point] = [faultAt(faults, 'place'), faultAt(faults, 'spot'), faultAt(faults, 'point')]
  return (
    <>
      <PlaceField
        label={t('在哪里', 'Where')} place={place} fault={at && say(at.why)} hint={place !== null && place.code === home?.code ? t('按您负责的地方填好了，不对就换。', 'Filled in with where you work; change it if it is elsewhere.') : undefined}
        choose={chosen => change({ place: chosen, placeCleared: chosen === null })}
      />
      <Field id="found-spot" label={t('具体位置', 'Where exactly')} optional fault={spot && say(spot.why)}>
        <input id="found-spot" className="input" maxLength={200} autoComplete="off" value={values.spot} onChange={event => change({ spot: event.target.value })} {...described('found-spot', undefined, spot && '!')} />
      </Field>
      <PositionField label={t('定位', 'Position')} point={values.point} fault={point && say(point.why)} set={chosen => change({ point: chosen })} />
      <GridChoice point={values.point} place={place?.code} choose={chosen => change({ place: chosen, placeCleared: false })} />
    </>
  )
}
