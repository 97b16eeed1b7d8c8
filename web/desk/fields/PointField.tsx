import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { JsonObject } from '../../../kernel/words.ts'
import { useLang } from '../../parts/lang.ts'
import type { FieldProps } from './field-props.ts'
import { numberIn, objectOf } from './value.ts'

/** Degrees, typed or taken from the device, with the datum said. */
export const PointField = ({ id, value, change, invalid }: FieldProps) => {
  const { t } = useLang()
  const [failed, setFailed] = useState(false)
  const point = objectOf(value)
  const set = (more: JsonObject): void => {
    const next: JsonObject = { datum: point['datum'] ?? 'wgs84', lat: point['lat'] ?? null, lon: point['lon'] ?? null, ...more }
    change(next['lat'] === null && next['lon'] === null ? null : next)
  }
  const here = (): void => {
    setFailed(false)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => change({ lon: coords.longitude, lat: coords.latitude, datum: 'wgs84', metres: Math.min(100_000, Math.round(coords.accuracy)) }),
      () => setFailed(true),
      { timeout: 10_000 },
    )
  }
  const field = (name: 'lat' | 'lon', label: string) => (
    <InputNumber
      id={`${id}-${name}`} aria-label={label} placeholder={label} className="degrees" precision={6} controls={false} value={numberIn(point, name) ?? null}
      {...(invalid && { status: 'error' as const })} onChange={next => set({ [name]: next })}
    />
  )
  return (
    <div className="point">
      {field('lat', t('纬度', 'Latitude'))}
      {field('lon', t('经度', 'Longitude'))}
      <Select
        aria-label={t('坐标系', 'Datum')} value={point['datum'] === 'gcj02' ? 'gcj02' : 'wgs84'} onChange={datum => set({ datum })}
        options={[{ value: 'wgs84', label: 'WGS 84' }, { value: 'gcj02', label: 'GCJ-02' }]}
      />
      <Button onClick={here}>{t('本机位置', 'This device')}</Button>
      {value !== null && <Button type="link" onClick={() => change(null)}>{t('清除', 'Clear')}</Button>}
      {failed && <p className="hint" role="alert">{t('没有取得位置，请手工填写或留空。', 'No position could be had: type it, or leave it empty.')}</p>}
    </div>
  )
}
