import { Button } from 'antd'
import { useState } from 'react'
import type { Area } from '../../../../kernel/shape.ts'
import type { Problem } from '../../../../server/wire.ts'
import type { GridJudged } from '../../../../server/wire/grids.ts'
import { ask, problemOf } from '../../../parts/api.ts'
import { useLang } from '../../../parts/lang.ts'
import { Sketch } from '../../../parts/map/Sketch.tsx'
import type { ShownArea } from '../../../parts/map/shown.ts'
import * as paths from '../../../parts/paths.ts'
import { Patches } from '../../registers/grids/Cover.tsx'

type Props = { readonly place: string; readonly old: readonly string[]; readonly grids: readonly Area[] }
type Found = { readonly is: 'none' | 'asking' } | { readonly is: 'judged'; readonly found: GridJudged } | { readonly is: 'refused'; readonly problem: Problem }

/** Has the register judge what is drawn before it is proposed, as it will then: what is wrong is drawn where it lies, and listed. */
export const Judged = ({ place, old, grids }: Props) => {
  const { t, say } = useLang()
  const [state, setState] = useState<Found>({ is: 'none' })
  const judge = async (): Promise<void> => {
    setState({ is: 'asking' })
    try {
      setState({ is: 'judged', found: await ask(paths.judgeGrids(place, old, grids)) })
    } catch (error) {
      setState({ is: 'refused', problem: problemOf(error) })
    }
  }
  const areas = grids.flatMap(({ code, name, shape }): readonly ShownArea[] => (shape ? [{ code, name, shape, tone: 1 }] : []))
  return (
    <div className="areas-judged">
      <Button loading={state.is === 'asking'} onClick={() => void judge()}>{t('检查画出的范围', 'Check what is drawn')}</Button>
      <div aria-live="polite">
        {state.is === 'refused' && (state.problem.faults ?? [{ fact: 'grids', why: state.problem.words }]).map((one, i) => <p key={i} className="fault"><span aria-hidden="true">✕ </span>{say(one.why)}</p>)}
        {state.is === 'judged' && <Result areas={areas} found={state.found} />}
      </div>
    </div>
  )
}

const Result = ({ areas, found }: { readonly areas: readonly ShownArea[]; readonly found: GridJudged }) => {
  const { t, say } = useLang()
  const wrong = found.faults.flatMap((one, i): readonly ShownArea[] => (one.shape ? [{ code: `fault-${i}`, name: say(one.why), shape: one.shape, wrong: true }] : []))
  const dots = found.faults.flatMap((one, i) => (one.at ? [{ id: String(i), title: say(one.why), at: one.at, late: one.grave }] : []))
  if (found.faults.length === 0 && found.gaps.length === 0 && found.overlaps.length === 0) return <p>{t('没有发现问题，没有缝隙和重叠。', 'Nothing wrong, no gap, no overlap.')}{!found.bounded && t('（村界未知，只查网格之间）', ' (the boundary is not known; between grids only)')}</p>
  return (
    <>
      {found.faults.length > 0 && areas.length > 0 && <Sketch label={t('画出的网格，红色为有问题处', 'The grids as drawn; what is wrong is red')} areas={[...areas, ...wrong]} dots={dots} />}
      <ul className="areas-faults">
        {found.faults.map((one, i) => <li key={i} className={one.grave ? 'fault' : 'hint'}>{one.grave ? <span aria-hidden="true">✕ </span> : t('提示：', 'Note: ')}<code>{(one.code ?? '').slice(-3)}</code> {say(one.why)}{one.at && <span className="quiet"> {one.at[1].toFixed(5)}, {one.at[0].toFixed(5)}</span>}</li>)}
      </ul>
      <Patches title={t('缝隙', 'Gaps')} patches={found.gaps} areas={areas} />
      <Patches title={t('重叠', 'Overlaps')} patches={found.overlaps} areas={areas} />
    </>
  )
}
