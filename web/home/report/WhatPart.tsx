import { useState } from 'react'
import { useLocation } from 'wouter'
import { useLang } from '../../parts/lang.ts'
import { described, Field } from '../../parts/phone/inputs/Field.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { PhotoField } from '../../parts/phone/PhotoField.tsx'
import { Similar } from '../../parts/phone/Similar.tsx'
import { shortStamp } from '../../parts/time.ts'
import { useNow } from '../../parts/useNow.ts'
import { Progress } from './Progress.tsx'
import { faultAt, type PartProps } from './part.ts'

const most = 2000

type Props = PartProps & { readonly saved: string; readonly drop: () => void }

/** First: what is the matter, in one's own words, with pictures. */
export const WhatPart = ({ values, change, faults, place, me, saved, drop }: Props) => {
  const { lang, t, say } = useLang()
  const [, go] = useLocation()
  const now = useNow()
  const [before] = useState(values.text.trim() === '' ? '' : saved)
  const [short, setShort] = useState(false)
  const length = [...values.text.trim()].length
  const given = faultAt(faults, 'text')
  const fault = short && length < 4 ? t('请至少写 4 个字，说明是什么事', 'Please write at least 4 characters') : length > most ? t(`超出 ${length - most} 字`, `${length - most} characters too many`) : given && say(given.why)
  const photoFault = faultAt(faults, 'photos')
  const next = (event: React.SyntheticEvent): void => {
    event.preventDefault()
    if (length < 4 || length > most) {
      setShort(true)
      document.getElementById('report-text')?.focus()
    } else go('/report/where')
  }
  return (
    <Page title={t('什么事？', 'What is the matter?')} lead={<Progress at={1} />} back={{ href: '/', label: t('首页', 'Home') }}>
      <form className="stack wide" noValidate onSubmit={next}>
        {before !== '' && length > 0 && (
          <div className="apart small soft">
            <span>{t('接着上次没写完的', 'You began this')} · {shortStamp(before, lang, now)}</span>
            <button type="button" className="button quiet" onClick={drop}>{t('清空重写', 'Start over')}</button>
          </div>
        )}
        <Field id="report-text" label={t('把事情说一说', 'Tell us')} hint={t('什么东西、怎么了、多久了。不用写格式。', 'What, what is wrong with it, since when. Any form will do.')} fault={fault}>
          <textarea
            id="report-text" className="input" rows={6} required value={values.text} onChange={event => change({ text: event.target.value })}
            placeholder={t('例：村口第二盏路灯不亮三天了', 'e.g. The second street lamp at the village entrance has been out for three days')}
            {...described('report-text', 'hint', fault)}
          />
        </Field>
        <Similar text={values.text} place={me === null ? null : place} />
        <PhotoField
          label={t('照片', 'Photos')} max={6} photos={values.photos} ready={me !== null} fault={photoFault && say(photoFault.why)}
          hint={t('照片会先在手机上缩小，并去掉拍摄地点等信息。', 'Pictures are made small on the phone, and place and device are taken out of them.')}
          change={more => change(before => ({ photos: more(before.photos) }))}
        />
        <button type="submit" className="button main large">{t('下一步：在哪里', 'Next: where')}</button>
      </form>
    </Page>
  )
}
