import { areaOf } from '../../kernel/plane.ts'
import type { Area } from '../../kernel/shape.ts'
import { useLang } from './lang.ts'
import { Sketch } from './map/Sketch.tsx'
import { count } from './time.ts'

/** Hectares, as land is told of: a village’s grid is some tens of them. */
export const landOf = (square: number, t: (zh: string, en: string) => string): string =>
  square < 10_000 ? t(`${count(Math.round(square))} 平方米`, `${count(Math.round(square))} m²`) : t(`${(square / 10_000).toFixed(1)} 公顷`, `${(square / 10_000).toFixed(1)} ha`)

/** Grids that were drawn: a still picture of all, and each with its code, name, size and teams. */
export const AreasValue = ({ areas }: { readonly areas: readonly Area[] }) => {
  const { t } = useLang()
  const drawn = areas.flatMap(({ code, name, shape }) => (shape ? [{ code, name, shape, tone: 1 }] : []))
  return (
    <div className="areas-value">
      {drawn.length > 0 && <Sketch label={t(`${drawn.length} 个网格的范围，北在上`, `Areas of ${drawn.length} grid(s), north up`)} areas={drawn} />}
      <div className="table-scroll">
        <table className="plain-table">
          <thead><tr><th scope="col">{t('编码', 'Code')}</th><th scope="col">{t('名称', 'Name')}</th><th scope="col">{t('面积', 'Size')}</th><th scope="col">{t('包含的社、楼栋', 'Teams')}</th></tr></thead>
          <tbody>
            {areas.map(({ code, name, shape, teams = [] }) => (
              <tr key={code}><td><code>{code}</code></td><td>{name}</td><td>{shape ? landOf(areaOf(shape), t) : '—'}</td><td>{teams.length === 0 ? '—' : teams.join(t('、', ', '))}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
