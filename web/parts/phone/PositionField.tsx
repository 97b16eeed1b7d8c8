import { useId, useState } from 'react'
import type { Point } from '../../../kernel/facts.ts'
import { useLang } from '../lang.ts'
import { Icon } from './Icon.tsx'
import { FaultLine } from './inputs/Field.tsx'

type Props = { readonly label: string; readonly fault?: string | undefined; readonly point: object | null; readonly set: (point: Point | null) => void }

type State = 'idle' | 'asking' | 'denied' | 'failed'

/** Positions are given on secure pages only; elsewhere the words of the place have to do. */
const available = (): boolean => window.isSecureContext && 'geolocation' in navigator

/** One's own position, given only when one presses for it; it goes along with this matter and nothing else. */
export const PositionField = ({ label, fault, point, set }: Props) => {
  const { t } = useLang()
  const id = useId()
  const [state, setState] = useState<State>('idle')
  if (!available() && point === null) return null
  const ask = (): void => {
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle')
        set({ lon: coords.longitude, lat: coords.latitude, datum: 'wgs84', metres: Math.min(100_000, Math.round(coords.accuracy)) })
      },
      error => setState(error.code === error.PERMISSION_DENIED ? 'denied' : 'failed'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  }
  return (
    <div className={fault === undefined ? 'field' : 'field faulty'} role="group" aria-labelledby={id}>
      <span className="label" id={id}>{label}<small>{t('可不填', 'optional')}</small></span>
      {point
        ? (
          <div className="chosen">
            <span><Icon name="check" size={1.2} /> {'metres' in point ? t('已附上您所在的位置', 'Your position goes along') : t('已附上照片里的位置', 'The place in the photo goes along')}<Accuracy point={point} /></span>
            <button type="button" className="button quiet" onClick={() => set(null)}>{t('去掉', 'Remove')}</button>
          </div>
        )
        : (
          <div className="buttons">
            <button type="button" className="button" aria-disabled={state === 'asking'} onClick={() => state !== 'asking' && ask()}>
              <Icon name="place" /> {state === 'asking' ? t('正在定位……', 'Finding you …') : t('附上我现在的位置', 'Add where I am now')}
            </button>
          </div>
        )}
      <span className="hint" role="status">
        {state === 'denied' && t('手机没有允许定位，用文字说明位置也可以。', 'The phone did not allow it; words will do.')}
        {state === 'failed' && t('没有定到位，用文字说明位置也可以。', 'No position found; words will do.')}
      </span>
      {fault !== undefined && <FaultLine id={id} fault={fault} />}
    </div>
  )
}

const Accuracy = ({ point }: { readonly point: object }) => {
  const { t } = useLang()
  return 'metres' in point && typeof point.metres === 'number' ? <small>{t(`误差约 ${point.metres} 米`, `within about ${point.metres} m`)}</small> : null
}
