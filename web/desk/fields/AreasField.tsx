import { Button, Input } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { areaOf } from '../../../kernel/plane.ts'
import { readShape, type Area, type Shape } from '../../../kernel/shape.ts'
import { isObject, type Json, type Words } from '../../../kernel/words.ts'
import { landOf } from '../../parts/AreasValue.tsx'
import { useLang } from '../../parts/lang.ts'
import { Sketch } from '../../parts/map/Sketch.tsx'
import { actingPost } from '../../parts/me.ts'
import { Loading } from '../states.tsx'
import { Judged } from './areas/Judged.tsx'
import type { FieldProps } from './field-props.ts'
import { numberIn, textsOf } from './value.ts'

const DrawArea = lazy(() => import('./areas/DrawArea.tsx'))

/** A grid as far as it is filled in. */
type Draft = { readonly code: string; readonly name: string; readonly teams: readonly string[]; readonly shape?: Shape }

const draftsOf = (value: Json): readonly Draft[] => (Array.isArray(value) ? value as readonly unknown[] : []).filter(isObject).map(one => ({
  code: typeof one['code'] === 'string' ? one['code'] : '', name: typeof one['name'] === 'string' ? one['name'] : '',
  teams: Array.isArray(one['teams']) ? one['teams'].filter((team): team is string => typeof team === 'string') : [], ...(isObject(one['shape']) && { shape: one['shape'] as unknown as Shape }),
}))

const plain = (drafts: readonly Draft[]): Json => drafts.map(({ code, name, teams, shape }) => ({ code, name, ...(teams.length > 0 && { teams }), ...(shape && { shape }) }))

const next = (drafts: readonly Draft[]): string => String(Math.max(0, ...drafts.map(one => Number(one.code.slice(-3)) || 0)) + 1).padStart(3, '0')

/** Grids one by one: code, name, the teams they hold, and an area that is drawn on the map or pasted as GeoJSON. */
export const AreasField = ({ id, fact, value, change, place, me, matter, given }: FieldProps) => {
  const { t } = useLang()
  const [open, setOpen] = useState<number>()
  const drafts = draftsOf(value)
  const old = textsOf(given?.['old'] ?? matter?.allFacts.find(one => one.fact === 'old')?.value ?? null)
  const put = (i: number, more: Partial<Draft>): void => change(plain(drafts.map((one, at) => (at === i ? { ...one, ...more } : one))))
  const reshape = (i: number, shape: Shape | undefined): void => change(plain(drafts.map((one, at) => { if (at !== i) return one; const { shape: _, ...rest } = one; return shape ? { ...rest, shape } : rest })))
  const most = numberIn(fact.schema, 'maxItems') ?? 200
  return (
    <div>
      <ul className="areas-list">
        {drafts.map((one, i) => (
          <li key={i} className="areas-one">
            {one.shape ? <Sketch small label={t(`${one.name}的范围`, `Area of ${one.name}`)} areas={[{ code: one.code, name: one.name, shape: one.shape, tone: 1 }]} /> : <span className="areas-empty">{t('未画范围', 'not drawn')}</span>}
            <div>
              <div className="areas-fields">
                <label htmlFor={`${id}-${i}-code`}>{t('编码', 'Code')}<Input id={`${id}-${i}-code`} value={one.code} maxLength={15} style={{ width: '11rem' }} onChange={event => put(i, { code: event.target.value.trim() })} /></label>
                <label htmlFor={`${id}-${i}-name`}>{t('名称', 'Name')}<Input id={`${id}-${i}-name`} value={one.name} maxLength={50} style={{ width: '12rem' }} onChange={event => put(i, { name: event.target.value })} /></label>
                <label htmlFor={`${id}-${i}-teams`}>{t('包含的社、楼栋（以顿号分隔）', 'Teams it holds, by commas')}<Teams id={`${id}-${i}-teams`} teams={one.teams} set={teams => put(i, { teams })} /></label>
              </div>
              <p className="hint">{one.shape ? landOf(areaOf(one.shape), t) : t('画出范围，或写明包含的社、楼栋', 'Draw it, or name the teams it holds')}</p>
              <div className="areas-fields">
                <Button aria-expanded={open === i} onClick={() => setOpen(open === i ? undefined : i)}>{one.shape ? t('修改范围', 'Change the area') : t('画出范围', 'Draw the area')}</Button>
                {one.shape && <Button onClick={() => { setOpen(undefined); reshape(i, undefined) }}>{t('清除范围', 'Clear the area')}</Button>}
                <Button onClick={() => { setOpen(undefined); change(drafts.length === 1 ? null : plain(drafts.filter((_, at) => at !== i))) }}>{t('去掉此网格', 'Remove this grid')}</Button>
              </div>
            </div>
            {open === i && (
              <div className="areas-draw">
                <Suspense fallback={<Loading />}>
                  <DrawArea name={one.name} shape={one.shape} place={place ?? actingPost(me)?.region.code} others={drafts.filter((_, at) => at !== i).flatMap(({ code, name, shape }) => (shape ? [{ code, name, shape }] : []))} take={shape => reshape(i, shape)} />
                </Suspense>
                <Paste id={`${id}-${i}-paste`} take={shape => put(i, { shape })} />
              </div>
            )}
          </li>
        ))}
      </ul>
      <div className="areas-fields">
        <Button id={id} disabled={drafts.length >= most} onClick={() => { setOpen(undefined); change(plain([...drafts, { code: next(drafts), name: '', teams: [] }])) }}>{t('加一个网格', 'Add a grid')}</Button>
      </div>
      {place !== undefined && drafts.some(one => one.shape) && <Judged place={place} old={old} grids={drafts} />}
    </div>
  )
}

/** Typed as one line; what was typed stays as it is until the field is left. */
const Teams = ({ id, teams, set }: { readonly id: string; readonly teams: readonly string[]; readonly set: (teams: readonly string[]) => void }) => {
  const [typed, setTyped] = useState<string>()
  return <Input id={id} value={typed ?? teams.join('、')} style={{ width: '18rem' }} onChange={event => setTyped(event.target.value)} onBlur={() => { if (typed !== undefined) { set(typed.split(/[、,，;；\s]+/).filter(one => one !== '')); setTyped(undefined) } }} />
}

const shapeIn = (text: string): { readonly shape: Shape } | { readonly why: Words } => {
  try {
    const parsed: unknown = JSON.parse(text)
    const geometry = isObject(parsed) && parsed['type'] === 'Feature' ? parsed['geometry'] : isObject(parsed) && parsed['type'] === 'FeatureCollection' && Array.isArray(parsed['features']) && isObject(parsed['features'][0]) ? parsed['features'][0]['geometry'] : parsed
    const read = readShape(geometry)
    return 'shape' in read ? read : { why: read.fault.why }
  } catch {
    return { why: { zh: '不是有效的 GeoJSON', en: 'is no valid GeoJSON' } }
  }
}

const Paste = ({ id, take }: { readonly id: string; readonly take: (shape: Area['shape'] & object) => void }) => {
  const { t, say } = useLang()
  const [why, setWhy] = useState<Words>()
  return (
    <details>
      <summary>{t('或粘贴 GeoJSON（WGS 84 / CGCS2000）', 'Or paste GeoJSON (WGS 84 / CGCS2000)')}</summary>
      <Input.TextArea
        id={id} rows={3} aria-label={t('GeoJSON', 'GeoJSON')} aria-invalid={why !== undefined} aria-describedby={why ? `${id}-why` : undefined}
        onChange={event => {
          if (event.target.value.trim() === '') { setWhy(undefined); return }
          const read = shapeIn(event.target.value)
          if ('shape' in read) { setWhy(undefined); take(read.shape) } else setWhy(read.why)
        }}
      />
      {why && <p id={`${id}-why`} className="fault"><span aria-hidden="true">✕ </span>{say(why)}</p>}
    </details>
  )
}
