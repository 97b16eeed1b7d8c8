import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { words } from '../../../kernel/words.ts'
import type { Me, Problem } from '../../../server/wire.ts'
import { problemOf } from '../../parts/api.ts'
import { useDeliver } from '../../parts/deliver.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { dropBlobs } from '../../parts/phone/blobs.ts'
import { useDraft } from '../../parts/phone/draft.ts'
import { Page } from '../../parts/phone/Page.tsx'
import { PhotoField } from '../../parts/phone/PhotoField.tsx'
import { fileIds } from '../../parts/phone/photo.ts'
import { reportInput } from '../../parts/phone/report-draft.ts'
import { Similar } from '../../parts/phone/Similar.tsx'
import { Trouble } from '../../parts/phone/Trouble.tsx'
import { refreshAfterAct } from '../../parts/useAsk.ts'
import { workPlace } from '../place.ts'
import { blankFound, type Found } from './found.ts'
import { More } from './More.tsx'
import { Settled } from './Settled.tsx'
import { Told } from './Told.tsx'
import { Where } from './Where.tsx'

/** A new photo that says where it was taken offers its place, as long as there is none. It is shown, and can be taken away. */
const withPlace = (before: Found, photos: Found['photos']): Partial<Found> => {
  const there = before.point === null ? photos.find(photo => photo.point && !before.photos.includes(photo))?.point : undefined
  return { photos, ...(there && { point: { ...there, datum: 'wgs84' } }) }
}

const called = words('报事', 'Report')

/** ＋: a photo or a few words, and it is sent; everything else is guessed and can be put right. */
const Report = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const client = useQueryClient()
  const deliver = useDeliver()
  const [, go] = useLocation()
  const { values, change, act, drop } = useDraft('field-report', blankFound, called)
  const [problem, setProblem] = useState<Problem>()
  const [sending, setSending] = useState(false)
  const underway = useRef(false)
  const place = values.place ?? (values.placeCleared ? null : workPlace(me) ?? null)

  const submit = async (): Promise<void> => {
    if (underway.current) return
    underway.current = true
    setSending(true)
    setProblem(undefined)
    try {
      const report = paths.openMatter('request', 'report', { input: reportInput(values, place) }, act)
      const evidence = fileIds(values.evidence)
      // Reporting and settling are two acts. The matter bears the id of the act that opens it; sent again, what got through answers as before.
      const settle = paths.takeStep(act, 'settle', { input: { result: values.result, ...(evidence.length > 0 && { evidence }) } }, values.settleAct)
      const answer = await deliver(values.settled ? [report, { ...settle, follows: true }] : [report])
      drop()
      void dropBlobs()
      go('reply' in answer ? `/matters/${answer.reply.id}` : '/outbox', { replace: true })
      await refreshAfterAct(client)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      underway.current = false
      setSending(false)
    }
  }

  const faults = problem?.faults ?? []
  const shared = { values, change, faults }
  const waiting = [...values.photos, ...(values.settled ? values.evidence : [])].filter(photo => photo.file === undefined).length
  const ready = values.text.trim().length >= 4 && place !== null && waiting === 0 && !sending && (!values.settled || values.result.trim().length >= 4)
  return (
    <Page title={t('报事', 'Report')} lead={t('先拍照或写一句，其余可以不填。', 'A photo or a sentence first; the rest may stay empty.')}>
      <form
        className="stack wide" noValidate
        onSubmit={event => {
          event.preventDefault()
          if (ready) void submit()
        }}
      >
        <PhotoField label={t('照片', 'Photos')} max={6} photos={values.photos} ready change={more => change(before => withPlace(before, more(before.photos)))} />
        <Told {...shared} />
        <Similar text={values.text} place={place} />
        <Where {...shared} place={place} home={workPlace(me)} />
        <Settled {...shared} />
        <More {...shared} />
        {problem && <Trouble problem={problem} />}
        <div className="stack tight">
          <button type="submit" className="button main large" aria-disabled={!ready}>
            {sending ? t('正在提交……', 'Sending …') : waiting > 0 ? t(`照片上传中，还有 ${waiting} 张……`, `Sending photos, ${waiting} to go …`) : values.settled ? t('提交并当场办结', 'Send and settle') : t('提交', 'Send')}
          </button>
          {values.text.trim().length < 4 && <p className="hint">{t('写至少 4 个字，说明是什么事，就能提交。', 'Write at least 4 characters about it, then send.')}</p>}
        </div>
      </form>
    </Page>
  )
}
export default Report
