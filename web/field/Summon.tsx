import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { summons } from '../../procedures/3-governance/summons/summons.ts'
import type { Me } from '../../server/wire.ts'
import { useLang } from '../parts/lang.ts'
import * as paths from '../parts/paths.ts'
import { Fold } from '../parts/phone/Fold.tsx'
import { NotHere } from '../parts/phone/NotHere.tsx'
import { Page } from '../parts/phone/Page.tsx'
import { Fields } from '../parts/phone/StepForm.tsx'
import { Trouble } from '../parts/phone/Trouble.tsx'
import { maySummon } from '../parts/summoning.ts'
import { refreshAfterAct } from '../parts/useAsk.ts'
import { useStepForm } from '../parts/useStepForm.ts'
import { workPlace } from './place.ts'

const { raise } = summons.steps
/** What a summons from the spot can do without. */
const later = ['spot', 'outside', 'photos', 'about']
const atOnce = ['what', 'place', 'grade', 'offices']

/** 吹哨 from the spot: what, where, how pressing, whom; the rest is folded away. */
const Summon = ({ me }: { readonly me: Me }) => (maySummon(me) ? <Form me={me} /> : <NotHere />)
export default Summon

const Form = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  const client = useQueryClient()
  const [, go] = useLocation()
  const here = workPlace(me)?.code
  const form = useStepForm({
    procedure: summons, step: raise, draft: `shanzhi.summon.${me.account}`, offered: here === undefined ? {} : { place: here },
    command: (input, act) => paths.openMatter('summons', 'raise', { input }, act),
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
  const place = form.values['place']
  const shared = { form, procedure: summons, step: raise, region: typeof place === 'string' ? place : here ?? '' }
  return (
    <Page title={t('吹哨', 'Summon')} lead={t('写一句什么事，选部门，就能发出。', 'A sentence and the departments, and it is sent.')} back={{ href: '/', label: t('今天', 'Today') }}>
      <form
        ref={shape} className="stack wide" noValidate
        onSubmit={event => {
          event.preventDefault()
          if (!form.sending) void form.submit()
        }}
      >
        <Fields {...shared} without={later} />
        <Fold title={t('位置、照片、外部单位', 'Where exactly, photos, units outside')}><div className="stack wide"><Fields {...shared} without={atOnce} /></div></Fold>
        <p className="soft">{t('提交后：', 'What happens then: ')}{raise.causes && say(raise.causes)}{t('。', '.')}</p>
        {form.problem && <Trouble problem={form.problem} />}
        <button type="submit" className="button main large" aria-disabled={form.sending}>{form.sending ? t('正在提交……', 'Sending …') : say(raise)}</button>
      </form>
    </Page>
  )
}
