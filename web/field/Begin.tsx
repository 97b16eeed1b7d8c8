import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import type { Me } from '../../server/wire.ts'
import { useLang } from '../parts/lang.ts'
import * as paths from '../parts/paths.ts'
import { NotHere } from '../parts/phone/NotHere.tsx'
import { Page } from '../parts/phone/Page.tsx'
import { Fields } from '../parts/phone/StepForm.tsx'
import { Trouble } from '../parts/phone/Trouble.tsx'
import { refreshAfterAct } from '../parts/useAsk.ts'
import { mendDraft, useStepForm, type Mended } from '../parts/useStepForm.ts'
import { startOf } from './starts.ts'
import { workPlace } from './place.ts'
import { begun, type Beginning } from './work.ts'

type FormProps = { readonly beginning: Beginning; readonly me: Me; readonly mends?: Mended }

type Props = { readonly procedure: string; readonly step: string; readonly me: Me }

/** Anything a grid worker begins on the spot, from its declaration. */
const Begin = ({ procedure, step, me }: Props) => {
  const beginning = begun(me, procedure, step)
  return beginning ? <BeginForm beginning={beginning} me={me} /> : <NotHere />
}
export default Begin

/** The form of a step that opens a matter; `mends`: of one that was refused, with what was written. */
export const BeginForm = ({ beginning: { procedure, name, step }, me, mends }: FormProps) => {
  const { t, say } = useLang()
  const client = useQueryClient()
  const [, go] = useLocation()
  const here = workPlace(me)?.code
  const form = useStepForm({
    procedure, step, draft: mends ? mendDraft(me.account, mends) : `shanzhi.begin.${me.account}.${procedure.name}.${name}`,
    offered: mends?.input ?? { ...(here === undefined ? {} : { [procedure.place]: here }), ...startOf(procedure.name, name) },
    command: (input, act) => paths.openMatter(procedure.name, name, { input }, mends?.act ?? act),
    done: async reply => {
      go(`/matters/${reply.id}`, { replace: true })
      await refreshAfterAct(client)
    },
    kept: () => go('/outbox', { replace: true }),
  })
  const shape = useRef<HTMLFormElement>(null)
  const { turnedBack } = form
  useEffect(() => {
    if (turnedBack > 0) shape.current?.querySelector('.faulty')?.scrollIntoView({ block: 'center' })
  }, [turnedBack])
  const place = form.values[procedure.place]
  return (
    <Page title={say(step)} back={mends ? { href: `/outbox/${mends.act}`, label: t('返回', 'Back') } : { href: '/work', label: t('我的工作', 'My work') }}>
      <form
        ref={shape} className="stack wide" noValidate
        onSubmit={event => {
          event.preventDefault()
          if (!form.sending) void form.submit()
        }}
      >
        <Fields form={form} procedure={procedure} step={step} region={typeof place === 'string' ? place : here ?? ''} />
        {step.causes && <p className="soft">{t('提交后：', 'What happens then: ')}{say(step.causes)}{t('。', '.')}</p>}
        {form.problem && <Trouble problem={form.problem} />}
        <button type="submit" className="button main large" aria-disabled={form.sending}>{form.sending ? t('正在提交……', 'Sending …') : say(step)}</button>
      </form>
    </Page>
  )
}
