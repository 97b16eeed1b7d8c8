import { useState } from 'react'
import { useLocation } from 'wouter'
import { useLang } from '../../parts/lang.ts'
import { described, Field } from '../../parts/phone/inputs/Field.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { GridChoice } from '../../parts/phone/GridChoice.tsx'
import { PlaceField } from '../../parts/phone/PlaceField.tsx'
import { PositionField } from '../../parts/phone/PositionField.tsx'
import { Similar } from '../../parts/phone/Similar.tsx'
import { Progress } from './Progress.tsx'
import { faultAt, type PartProps } from './part.ts'

/** Second: in which village, where exactly there, and one's own position if one likes. */
export const WherePart = ({ values, change, faults, place, me }: PartProps) => {
  const { t, say } = useLang()
  const [, go] = useLocation()
  const [missing, setMissing] = useState(false)
  const [at, of, point] = [faultAt(faults, 'place'), faultAt(faults, 'spot'), faultAt(faults, 'point')]
  const fault = missing && place === null ? t('请选择事情发生在哪个村（社区）', 'Please choose the village where it is') : at && say(at.why)
  const spotFault = of && say(of.why)
  return (
    <Page title={t('在哪里？', 'Where is it?')} lead={<Progress at={2} />} back={{ href: '/report', label: t('上一步', 'Back') }}>
      <form
        className="stack wide" noValidate
        onSubmit={event => {
          event.preventDefault()
          if (place === null) setMissing(true)
          else go('/report/send')
        }}
      >
        <PlaceField
          label={t('哪个村（社区）', 'Which village or community')} place={place} fault={fault}
          hint={place !== null && place.code === me?.home?.code ? t('这是您登记的村（社区）。事情在别处就换一个。', 'This is where you are registered. If it is elsewhere, change it.') : undefined}
          choose={chosen => change({ place: chosen, placeCleared: chosen === null })}
        />
        <Field id="report-spot" label={t('具体位置', 'Where exactly')} optional hint={t('如：二社小卖部门口', 'e.g. in front of the shop')} fault={spotFault}>
          <input id="report-spot" className="input" maxLength={200} autoComplete="off" value={values.spot} onChange={event => change({ spot: event.target.value })} {...described('report-spot', 'hint', spotFault)} />
        </Field>
        <PositionField label={t('定位', 'Position')} point={values.point} fault={point && say(point.why)} set={chosen => change({ point: chosen })} />
        {me !== null && <GridChoice point={values.point} place={place?.code} choose={chosen => change({ place: chosen, placeCleared: false })} />}
        <Similar text={values.text} place={me === null ? null : place} />
        <button type="submit" className="button main large">{t('下一步：核对并提交', 'Next: check and send')}</button>
      </form>
    </Page>
  )
}
