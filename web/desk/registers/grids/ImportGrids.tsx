import { Button, Progress, Radio } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Area } from '../../../../kernel/shape.ts'
import type { Problem } from '../../../../server/wire.ts'
import type { GridImport, GridImportFault } from '../../../../server/wire/grids.ts'
import { problemOf, upload } from '../../../parts/api.ts'
import { useLang } from '../../../parts/lang.ts'
import { Sketch } from '../../../parts/map/Sketch.tsx'
import type { ShownArea } from '../../../parts/map/shown.ts'
import * as paths from '../../../parts/paths.ts'
import { RefusalNote } from '../../../parts/RefusalNote.tsx'
import { count } from '../../../parts/time.ts'
import { go, links } from '../../links.ts'
import { Patches } from './Cover.tsx'

type Trial = { readonly is: 'none' } | { readonly is: 'sending'; readonly file: string; readonly share: number } | { readonly is: 'judging'; readonly done: number; readonly of: number } | { readonly is: 'refused'; readonly problem: Problem } | { readonly is: 'read'; readonly file: string; readonly found: GridImport }

/** A survey’s file on trial: its datum said first, then what it would draw, what is wrong and where. Taken over, it is proposed as a change of grids. */
export const ImportGrids = ({ place, mayPropose }: { readonly place: string; readonly mayPropose: boolean }) => {
  const { t } = useLang()
  const [datum, setDatum] = useState<'wgs84' | 'gcj02'>()
  const [trial, setTrial] = useState<Trial>({ is: 'none' })
  const input = useRef<HTMLInputElement>(null)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const send = async (file: File, of: 'wgs84' | 'gcj02'): Promise<void> => {
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    const told = (next: Trial): void => { if (running.current === own && !own.signal.aborted) setTrial(next) }
    told({ is: 'sending', file: file.name, share: 0 })
    try {
      told({ is: 'read', file: file.name, found: await upload(paths.gridImport(), file, file.name, share => told({ is: 'sending', file: file.name, share }), own.signal, { datum: of }, working => told({ is: 'judging', ...working })) })
    } catch (error) {
      told({ is: 'refused', problem: problemOf(error) })
    }
  }
  return (
    <section className="panel grid-import" aria-labelledby="import-title">
      <h2 id="import-title">{t('导入网格文件', 'Import a file of grids')}</h2>
      <fieldset>
        <legend className="field-label">{t('文件的坐标系', 'The datum of the file')}</legend>
        <Radio.Group value={datum} onChange={event => setDatum(event.target.value as 'wgs84' | 'gcj02')} options={[{ value: 'wgs84', label: t('WGS 84 / CGCS2000（测绘成果）', 'WGS 84 / CGCS2000 (surveys)') }, { value: 'gcj02', label: t('GCJ-02（高德、腾讯地图上描出）', 'GCJ-02 (traced on Amap or Tencent)') }]} />
        <p className="hint">{t('填错会整体偏移约 185 米；读入时与已知边界比对并提示。', 'The wrong one puts all 185 m off; it is compared with what is known, and told.')}</p>
      </fieldset>
      <div className="areas-fields">
        <input ref={input} hidden type="file" accept=".geojson,.json,.zip" aria-label={t('选择网格文件', 'Choose a file of grids')} onChange={event => { const file = event.target.files?.[0]; event.target.value = ''; if (file && datum) void send(file, datum) }} />
        <Button type="primary" disabled={datum === undefined} onClick={() => input.current?.click()}>{t('选择文件', 'Choose the file')}</Button>
        <span className="quiet">{t('GeoJSON，或 zip 压缩的 Shapefile（.shp .dbf .prj），最大 40 MB；只试读，不保存', 'GeoJSON, or a zipped Shapefile (.shp .dbf .prj) of at most 40 MB; read on trial, nothing is kept')}</span>
      </div>
      <div aria-live="polite">
        {trial.is === 'sending' && <><p>{trial.share < 1 ? t(`正在上传 ${trial.file}`, `Uploading ${trial.file}`) : t('正在逐个检查……', 'Checking each …')}</p><Progress percent={Math.round(trial.share * 100)} status="active" aria-label={t('上传进度', 'Progress')} /></>}
        {trial.is === 'judging' && (
          <>
            <p>{t(`正在逐个检查网格和各村覆盖：${count(trial.done)} / ${count(trial.of)}`, `Judging each grid and each village’s coverage: ${count(trial.done)} of ${count(trial.of)}`)} <Button size="small" onClick={() => { running.current?.abort(); setTrial({ is: 'none' }) }}>{t('停止', 'Stop')}</Button></p>
            <Progress percent={Math.floor((trial.done / Math.max(1, trial.of)) * 100)} status="active" aria-label={t('检查进度', 'Progress')} />
          </>
        )}
        {trial.is === 'refused' && <><RefusalNote why={trial.problem.words} remedy={trial.problem.remedy} basis={trial.problem.basis} loud /><Faults problem={trial.problem} /></>}
        {trial.is === 'read' && <Result file={trial.file} found={trial.found} place={place} mayPropose={mayPropose} />}
      </div>
    </section>
  )
}

const Faults = ({ problem }: { readonly problem: Problem }) => {
  const { say } = useLang()
  return <ul>{(problem.faults ?? []).map((one, i) => <li key={i} className="fault"><span aria-hidden="true">✕ </span>{say(one.why)}</li>)}</ul>
}

const Result = ({ file, found, place, mayPropose }: { readonly file: string; readonly found: GridImport; readonly place: string; readonly mayPropose: boolean }) => {
  const { t, say } = useLang()
  const grave = found.faults.filter(one => one.grave)
  const areas = [...found.draw, ...found.redraw].flatMap(({ code, name, shape }): readonly ShownArea[] => (shape ? [{ code, name, shape, tone: 1 }] : []))
  return (
    <div className="grid-import">
      <p>{t(`${file}：${count(found.features)} 个要素，可新划 ${found.draw.length} 个，调整 ${found.redraw.length} 个；`, `${file}: ${count(found.features)} features, ${found.draw.length} to draw, ${found.redraw.length} to redraw; `)}{grave.length === 0 ? t('没有须改正的问题。', 'nothing to mend.') : <span className="figure-late">! {t(`${grave.length} 处须改正。`, `${grave.length} to mend.`)}</span>}</p>
      {found.warnings.map(one => <p key={one.en} className="hint">{say(one)}</p>)}
      {areas.length > 0 && <Sketch label={t(`文件中的 ${areas.length} 个网格，红色为有问题处`, `${areas.length} grids of the file; what is wrong is red`)} areas={[...areas, ...found.faults.flatMap((one, i): readonly ShownArea[] => (one.shape ? [{ code: `fault-${i}`, name: say(one.why), shape: one.shape, wrong: true }] : []))]} dots={found.faults.flatMap((one, i) => (one.at ? [{ id: String(i), title: say(one.why), at: one.at, late: one.grave }] : []))} />}
      {found.faults.length > 0 && <FaultTable faults={found.faults} />}
      {found.covers.map(one => (
        <div key={one.village.code}>
          <p>{one.village.name}{t('：', ': ')}{one.gaps.length === 0 && one.overlaps.length === 0 ? t('没有缝隙和重叠', 'no gap, no overlap') : t(`缝隙 ${one.gaps.length} 处，重叠 ${one.overlaps.length} 处`, `${one.gaps.length} gap(s), ${one.overlaps.length} overlap(s)`)}{!one.bounded && t('（村界未知，只查网格之间）', ' (its boundary is not known; between grids only)')}</p>
          <Patches title={t('缝隙', 'Gaps')} patches={one.gaps} areas={areas} />
          <Patches title={t('重叠', 'Overlaps')} patches={one.overlaps} areas={areas} />
        </div>
      ))}
      {mayPropose && grave.length === 0 && (
        <div className="areas-fields">
          <Take change="draw" grids={found.draw} place={place} label={t(`提出新划 ${found.draw.length} 个网格`, `Propose to draw ${found.draw.length}`)} />
          <Take change="redraw" grids={found.redraw} place={place} label={t(`提出调整 ${found.redraw.length} 个网格的边界`, `Propose to redraw ${found.redraw.length}`)} />
        </div>
      )}
    </div>
  )
}

const Take = ({ change, grids, place, label }: { readonly change: 'draw' | 'redraw'; readonly grids: readonly Area[]; readonly place: string; readonly label: string }) => {
  const villages = new Set(grids.map(grid => grid.code.slice(0, 12)))
  const [village] = villages
  if (grids.length === 0 || village === undefined) return null
  return <Button type="primary" onClick={() => go(links.open('grid-change', 'propose'), { offered: { change, place: villages.size === 1 ? village : place.slice(0, 9), grids } })}>{label}</Button>
}

const FaultTable = ({ faults }: { readonly faults: readonly GridImportFault[] }) => {
  const { t, say } = useLang()
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('问题列表', 'What is wrong')}>
      <table className="plain-table">
        <thead><tr><th scope="col">{t('要素', 'Feature')}</th><th scope="col">{t('编码', 'Code')}</th><th scope="col">{t('问题', 'What is wrong')}</th><th scope="col">{t('位置（纬度，经度）', 'Where (latitude, longitude)')}</th></tr></thead>
        <tbody>
          {faults.map((one, i) => (
            <tr key={i}>
              <td className="num">{one.feature ?? '—'}</td><td>{one.code === undefined ? '—' : <code>{one.code}</code>}</td>
              <td>{one.grave ? <span className="figure-late">! </span> : `${t('提示', 'Note')}${t('：', ': ')}`}{say(one.why)}</td>
              <td>{one.at ? `${one.at[1].toFixed(5)}, ${one.at[0].toFixed(5)}` : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
