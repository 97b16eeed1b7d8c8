import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { channels } from '../../../procedures/3-governance/burden/outside-facts.ts'
import { words } from '../../../kernel/words.ts'
import type { Me, Problem } from '../../../server/wire.ts'
import { problemOf } from '../../parts/api.ts'
import { useDeliver } from '../../parts/deliver.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { dropBlobs } from '../../parts/phone/blobs.ts'
import { useDraft } from '../../parts/phone/draft.ts'
import { described, Field } from '../../parts/phone/inputs/Field.tsx'
import { Options } from '../../parts/phone/inputs/Options.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { PhotoField } from '../../parts/phone/PhotoField.tsx'
import { Trouble } from '../../parts/phone/Trouble.tsx'
import { refreshAfterAct } from '../../parts/useAsk.ts'
import { communityOf } from '../place.ts'
import { blankLog, isReady, logInput } from './log.ts'
import { More } from './More.tsx'
import { WhoAsked } from './WhoAsked.tsx'

const called = words('登记平台外派单', 'Log an order from outside')

/** 登记平台外派单: a screenshot, who, what, how: ten seconds. Everything else may stay empty. */
const Outside = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  const client = useQueryClient()
  const deliver = useDeliver()
  const [, go] = useLocation()
  const { values, change, act, drop } = useDraft('field-outside', blankLog, called)
  const [problem, setProblem] = useState<Problem>()
  const [sending, setSending] = useState(false)
  const underway = useRef(false)
  const village = communityOf(me) ?? ''
  const faultOf = (fact: string): string | undefined => { const fault = problem?.faults?.find(one => one.fact === fact); return fault && say(fault.why) }
  const waiting = values.photos.filter(photo => photo.file === undefined).length
  const ready = isReady(values) && !sending

  const submit = async (): Promise<void> => {
    if (underway.current) return
    underway.current = true
    setSending(true)
    setProblem(undefined)
    try {
      const answer = await deliver([paths.openMatter('outside-order', 'log', { input: logInput(values, village) }, act)])
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

  return (
    <Page title={say(called)} lead={t('电话、微信派来的活，截个图，十秒记下。', 'Work that came by phone or chat: a screenshot, and it is noted.')} back={{ href: '/burden', label: t('本月任务', 'This month') }}>
      <form className="stack wide" noValidate onSubmit={event => { event.preventDefault(); if (ready) void submit() }}>
        <PhotoField label={t('截图、照片', 'Screenshot')} hint={t('只有您能看到。', 'Only you can see it.')} max={6} photos={values.photos} ready fault={faultOf('photos')} change={more => change(before => ({ photos: more(before.photos) }))} />
        <WhoAsked village={village} values={values} change={change} fault={faultOf('office')} askerFault={faultOf('asker')} />
        <Field id="outside-what" label={t('要做什么', 'What is wanted')} fault={faultOf('what')}>
          <textarea id="outside-what" className="input" rows={2} required maxLength={300} value={values.what} onChange={event => change({ what: event.target.value })} {...described('outside-what', undefined, faultOf('what'))} />
        </Field>
        <Options side label={t('怎么来的', 'How it came')} fault={faultOf('channel')} value={values.channel === '' ? undefined : values.channel} choose={channel => change({ channel })} options={Object.entries(channels).map(([value, label]) => ({ value, label: say(label) }))} />
        <More values={values} change={change} faultOf={faultOf} />
        <Banner kind="done" icon="shield"><p>{t('对方单位只会看到是哪个村（社区），看不到是谁登记的。', 'The office only sees which community it was, never who logged it.')}</p></Banner>
        {problem && <Trouble problem={problem} />}
        <div className="stack tight">
          <button type="submit" className="button main large" aria-disabled={!ready}>{sending ? t('正在提交……', 'Sending …') : waiting > 0 ? t(`照片上传中，还有 ${waiting} 张……`, `Sending photos, ${waiting} to go …`) : t('登记', 'Log it')}</button>
          {!isReady(values) && waiting === 0 && <p className="hint">{t('填好谁要求的、要做什么、怎么来的，就能登记。', 'Say who asked, what and how it came; then log it.')}</p>}
        </div>
      </form>
    </Page>
  )
}
export default Outside
