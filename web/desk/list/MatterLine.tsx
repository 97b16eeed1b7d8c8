import { useEffect, useRef } from 'react'
import type { MatterRow } from '../../../server/wire.ts'
import { Deadline } from '../../parts/Deadline.tsx'
import { useLang } from '../../parts/lang.ts'
import { titleWords } from '../../parts/masked.ts'
import { Place } from '../../parts/Place.tsx'
import { stageOf } from '../../parts/procedures.ts'
import { links } from '../links.ts'
import type { Asked } from './asked.ts'

type Props = { readonly row: MatterRow; readonly asked: Asked | undefined; readonly now: Date; readonly active: boolean }

/** One matter in one line: time left, what is asked and of whom, title, where, stage, who holds it. */
export const MatterLine = ({ row, asked, now, active }: Props) => {
  const { t, say } = useLang()
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    const at = document.activeElement
    // The keyboard moves the focus along, but never out of a field somebody types in.
    if (active && (at === document.body || at?.closest('.rows, main') !== null)) link.current?.focus({ preventScroll: true })
  }, [active])
  const holder = row.holder && [row.holder.office.name, row.holder.name].filter(Boolean).join(' · ')
  return (
    <a ref={link} className="line" href={links.matter(row.id)}>
      <span className="line-due"><Deadline due={row.due} now={now} brief /></span>
      <span className="line-ask">
        {asked?.mine ? <b>{say(asked.what)}</b> : asked ? <span className="line-waits">{t('等待', 'waiting:')} {say(asked.by)}</span> : <span className="line-waits">—</span>}
      </span>
      <span className="line-title" title={`${row.number} ${say(titleWords(row.title))}`}>{say(titleWords(row.title))}<span className="line-number">{row.number}</span></span>
      <span className="line-place"><Place region={row.region} from={1} /></span>
      <span className="line-stage">{say(stageOf(row.procedure, row.stage))}</span>
      <span className="line-holder" title={holder}>{holder ?? t('无人承办', 'nobody holds it')}</span>
    </a>
  )
}

/** The names of the columns. Each line is a link that reads in full by itself, so this is for the eye only. */
export const LineHead = () => {
  const { t } = useLang()
  return (
    <div className="line line-head" aria-hidden="true">
      <span className="line-due">{t('时限', 'Time left')}</span>
      <span className="line-ask">{t('要做什么', 'What is asked')}</span>
      <span className="line-title">{t('事项', 'Matter')}</span>
      <span className="line-place">{t('地点', 'Place')}</span>
      <span className="line-stage">{t('环节', 'Stage')}</span>
      <span className="line-holder">{t('承办', 'Holder')}</span>
    </div>
  )
}
