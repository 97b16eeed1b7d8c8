import { useState } from 'react'
import { Link } from 'wouter'
import type { Problem } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { Fold } from '../../parts/phone/Fold.tsx'
import { CategoryField } from '../../parts/phone/inputs/CategoryField.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { arrived } from '../../parts/phone/photo.ts'
import { Trouble } from '../../parts/phone/Trouble.tsx'
import { usePhotos } from '../../parts/phone/usePhotos.ts'
import { PlaceLine } from '../../parts/phone/PlaceLine.tsx'
import { Anonymous } from './Anonymous.tsx'
import { Contact } from './Contact.tsx'
import { faultAt, type PartProps } from './part.ts'
import { Progress } from './Progress.tsx'
import { SentBefore } from './SentBefore.tsx'

type Props = PartProps & { readonly problem: Problem | undefined; readonly sending: boolean; readonly submit: () => void; readonly drop: () => void; readonly renew: () => void }

/** Last: everything once more, what may be added, and who says it. */
export const LastPart = ({ values, change, faults, place, me, problem, sending, submit, drop, renew }: Props) => {
  const { t, say } = useLang()
  const category = faultAt(faults, 'category')
  const ready = values.text.trim() !== '' && place !== null
  return (
    <Page title={t('核对并提交', 'Check and send')} lead={<Progress at={3} />} back={{ href: '/report/where', label: t('上一步', 'Back') }}>
      <div className="stack wide">
        <dl className="card summary">
          <Row name={t('什么事', 'What')} href="/report" fault={faultAt(faults, 'text')}><span className="prose">{values.text.trim()}</span></Row>
          <Row name={t('照片', 'Photos')} href="/report" fault={faultAt(faults, 'photos')}>{values.photos.length === 0 ? t('没有', 'none') : t(`${values.photos.length} 张`, `${values.photos.length}`)}</Row>
          <Row name={t('在哪里', 'Where')} href="/report/where" fault={faultAt(faults, 'place') ?? faultAt(faults, 'spot') ?? faultAt(faults, 'point')}>
            {place ? <PlaceLine region={place} /> : t('还没有选择', 'not chosen yet')}{values.spot.trim() !== '' && <><br />{values.spot}</>}{values.point && <><br />{t('附有定位', 'with position')}</>}
          </Row>
        </dl>
        <CategoryField label={t('属于哪一类', 'What kind')} optional value={values.category} set={code => change({ category: code })} fault={category && say(category.why)} />
        <Anonymous on={values.anonymous} set={on => change({ anonymous: on })} />
        <Fold title={t('留个联系方式（可不填）', 'A way to reach you (optional)')} icon="person" open={values.contactPhone !== '' || values.contactName !== ''}>
          <Contact values={values} change={change} faults={faults} />
        </Fold>
        {problem && (problem.code === 'repeated-other-input' ? <SentBefore drop={drop} renew={renew} /> : <Trouble problem={problem} />)}
        {me === null
          ? (
            <div className="stack tight">
              <Link className="button main large" href="/sign-in?then=%2Freport%2Fsend">{t('登录后提交', 'Sign in and send')}</Link>
              <p className="soft">{t('您填写的内容会留着，登录后接着提交。', 'What you typed is kept; after signing in you send it.')}</p>
            </div>
          )
          : <SendButton ready={ready} sending={sending} submit={submit} values={values} change={change} name={me.name} />}
      </div>
    </Page>
  )
}

type RowProps = { readonly name: string; readonly href: string; readonly fault: ReturnType<typeof faultAt>; readonly children: React.ReactNode }

const Row = ({ name, href, fault, children }: RowProps) => {
  const { t, say } = useLang()
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <div>{children}{fault && <p className="fault">{say(fault.why)}</p>}</div>
        <Link className="button quiet" href={href} aria-label={t(`修改：${name}`, `Change: ${name}`)}>{t('修改', 'Change')}</Link>
      </dd>
    </div>
  )
}

type SendProps = Pick<PartProps, 'values' | 'change'> & { readonly ready: boolean; readonly sending: boolean; readonly submit: () => void; readonly name: string }

/** Pictures still on their way are waited for, and one that failed is said, never left out in silence. */
const SendButton = ({ ready, sending, submit, values, change, name }: SendProps) => {
  const { t } = useLang()
  const [now] = useState(() => new Date())
  const { ways, again } = usePhotos({ photos: values.photos, change: more => change(before => ({ photos: more(before.photos) })), max: 6, ready: true })
  const left = values.photos.filter(photo => !arrived(photo, now) && ways[photo.key]?.share !== 1)
  const failed = left.filter(photo => ways[photo.key]?.problem !== undefined || ways[photo.key]?.lost === true)
  const waits = sending || left.length > 0 || !ready
  const label = (): string => {
    if (sending) return t('正在提交……', 'Sending …')
    if (failed.length > 0) return t('有照片没有传上', 'Some photos were not sent')
    return left.length > 0 ? t(`照片上传中，还有 ${left.length} 张……`, `Sending photos, ${left.length} to go …`) : t('提交', 'Send')
  }
  return (
    <div className="stack tight">
      {failed.length > 0 && (
        <div className="buttons">
          <button type="button" className="button" onClick={() => failed.forEach(photo => again(photo.key))}>{t('重新上传照片', 'Send the photos again')}</button>
          <button type="button" className="button" onClick={() => change(before => ({ photos: before.photos.filter(photo => !failed.includes(photo)) }))}>{t('不带这些照片', 'Leave them out')}</button>
        </div>
      )}
      <button type="button" className="button main large" aria-disabled={waits} onClick={() => { if (!waits) submit() }}>{label()}</button>
      <p className="soft">{t(`提交人：${name}`, `Sent by ${name}`)}{values.anonymous && t('，办理人员看不到您是谁', '; those who handle it do not see who you are')}</p>
    </div>
  )
}
