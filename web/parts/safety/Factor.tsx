import { useQueryClient } from '@tanstack/react-query'
import { use, useState } from 'react'
import type { Problem, Safety } from '../../../server/wire.ts'
import { problemOf, send } from '../api.ts'
import { useLang } from '../lang.ts'
import * as paths from '../paths.ts'
import { RefusalNote } from '../RefusalNote.tsx'
import { stamp } from '../time.ts'
import { CodeField } from './CodeField.tsx'
import { KitContext } from './kit.ts'
import { Proof } from './Proof.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SetUp } from './SetUp.tsx'

type Doing = 'nothing' | 'setUp' | 'renew' | 'remove' | { readonly codes: readonly string[] }

/** The second factor of whoever is signed in: what there is, and all that can be done about it. */
export const Factor = ({ safety }: { readonly safety: Safety }) => {
  const { t } = useLang()
  const client = useQueryClient()
  const [doing, setDoing] = useState<Doing>('nothing')
  // What one may see may have changed with it, on every page.
  const over = async (next: Doing = 'nothing'): Promise<void> => {
    setDoing(next)
    await client.invalidateQueries()
  }
  const rest = (): void => setDoing('nothing')
  if (typeof doing === 'object') return <RecoveryCodes codes={doing.codes} kept={rest} />
  if (doing === 'setUp') {
    return <SetUp safety={safety} what={safety.factor ? t('更换', 'Change it') : t('下一步', 'Next')} made={codes => void over({ codes })} cancel={rest} />
  }
  if (doing === 'renew') {
    return <Proof id="renew" safety={safety} what={t('重新生成恢复码', 'Make new recovery codes')} act={async shown => over({ codes: (await send(paths.renewRecovery(shown))).recovery })} cancel={rest} />
  }
  if (doing === 'remove') {
    return <Proof id="remove" safety={safety} what={t('停用动态验证码', 'Remove the second factor')} act={async shown => { await send(paths.removeFactor(shown)); await over() }} cancel={rest} />
  }
  if (!safety.factor) return <None safety={safety} begin={() => setDoing('setUp')} />
  return (
    <>
      <State since={safety.factor.since} left={safety.factor.left} />
      {!safety.proved && <Show over={over} />}
      <Choices begin={setDoing} />
    </>
  )
}

const None = ({ safety, begin }: { readonly safety: Safety; readonly begin: () => void }) => {
  const { t } = useLang()
  const { Button } = use(KitContext)
  return (
    <>
      {safety.required && <RefusalNote why={{ zh: '您有岗位须有动态验证码才能办理', en: 'A post of yours can be acted from only with a second factor' }} remedy={{ zh: '现在设置，约需两分钟', en: 'Set it up now; it takes two minutes' }} />}
      <p className="safety-says">{t('启用后，登录除密码外还要输入手机验证器显示的数字。即使密码泄露，他人也无法登录。', 'With it, signing in takes the digits your phone shows beside the password: whoever learns the password alone can’t get in.')}</p>
      <div className="submit"><Button main click={begin}>{t('设置动态验证码', 'Set up a second factor')}</Button></div>
    </>
  )
}

const State = ({ since, left }: { readonly since: string; readonly left: number }) => {
  const { t } = useLang()
  return (
    <p className="safety-says">
      <b className="safety-on">{t('已启用', 'In force')}</b> {t('自', 'since')} {stamp(since)} · {left === 0 ? t('恢复码已用完，请重新生成', 'no recovery codes are left: make new ones') : t(`恢复码还剩 ${left} 个`, `${left} recovery ${left === 1 ? 'code' : 'codes'} left`)}
    </p>
  )
}

/** For a sign-in that has not shown it (single sign-on, a demo click): a post that wants it opens then. */
const Show = ({ over }: { readonly over: () => Promise<void> }) => {
  const { t } = useLang()
  const { Button } = use(KitContext)
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const prove = async (): Promise<void> => {
    setProblem(undefined)
    try {
      await send(paths.proveFactor(code))
      await over()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <form aria-label={t('本次登录补验', 'Show it for this sign-in')} onSubmit={event => { event.preventDefault(); if (code.trim() !== '') void prove() }}>
      <p>{t('本次登录尚未验证。输入后，需要动态验证码的岗位即可办理。', 'This sign-in has not shown it yet. Enter a code, and the posts that want it open.')}</p>
      <CodeField id="prove" value={code} set={setCode} />
      {problem && <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud />}
      <div className="submit"><Button main submit disabled={code.trim() === ''}>{t('验证', 'Verify')}</Button></div>
    </form>
  )
}

const Choices = ({ begin }: { readonly begin: (doing: Doing) => void }) => {
  const { t } = useLang()
  const { Button } = use(KitContext)
  return (
    <div className="submit">
      <Button click={() => begin('setUp')}>{t('换手机', 'Change the phone')}</Button>
      <Button click={() => begin('renew')}>{t('重新生成恢复码', 'Make new recovery codes')}</Button>
      <Button click={() => begin('remove')}>{t('停用', 'Remove')}</Button>
    </div>
  )
}
