import { Button } from 'antd'
import type { EntryView, MatterView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { stageOf, stepOf } from '../../parts/procedures.ts'
import { kindName } from '../../parts/Timeline.tsx'
import { clockTime } from '../../parts/time.ts'

type Props = { readonly matter: MatterView; readonly entries: readonly EntryView[]; /** The step was sent and refused for it. */ readonly refused: boolean; readonly seen: () => void }

/** What others did while the form was open. Nothing is overwritten: one reads it, then goes on with what one typed. */
export const Changed = ({ matter, entries, refused, seen }: Props) => {
  const { t, say } = useLang()
  return (
    <div className="changed" role="alert">
      <p><b>{refused ? t('没有提交：您填写期间事项有了变化。', 'Not submitted: the matter changed while you were writing.') : t('您打开之后，事项有了变化：', 'The matter changed since you opened it:')}</b></p>
      <ul>
        {entries.map(entry => (
          <li key={entry.seq}>
            {clockTime(entry.at)} {entry.who.name} · {say(kindName(entry.who.kind))}{t('：', ': ')}<b>{say(stepOf(matter.procedure, entry.step))}</b>
            {entry.stage !== undefined && ` → ${say(stageOf(matter.procedure, entry.stage))}`}
          </li>
        ))}
      </ul>
      <p>{t('您填写的内容仍在。', 'What you typed is still here.')} <Button size="small" onClick={seen}>{t('已阅，继续', 'Seen, go on')}</Button></p>
    </div>
  )
}
