import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { Problem } from '../../../server/wire.ts'
import { problemOf, send } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { Once } from './Once.tsx'

const spans = [30, 90, 366] as const

/** A token for a program that acts from the present post, shown once. */
export const NewProgram = ({ made }: { readonly made: () => void }) => {
  const { t } = useLang()
  const [name, setName] = useState('')
  const [days, setDays] = useState<number>(90)
  const [token, setToken] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  const make = async (): Promise<void> => {
    setProblem(undefined)
    try {
      setToken((await send(paths.makeProgram(name, days))).token)
      setName('')
      made()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <details className="new-program">
      <summary>{t('为程序创建令牌（如热线系统）', 'Make a token for a program, such as a hotline’s system')}</summary>
      <p className="quiet">{t('程序以您现在的岗位办理，记录上写您的名字；请求头须带 Authorization: Bearer 和令牌。', 'It acts from your present post and in your name; it sends the token in the header Authorization: Bearer.')}</p>
      <form onSubmit={event => { event.preventDefault(); void make() }}>
        <label htmlFor="program-name">{t('程序名称', 'Name of the program')}</label>
        <Input id="program-name" value={name} maxLength={60} onChange={event => setName(event.target.value)} />
        <label htmlFor="program-days">{t('有效期', 'Valid for')}</label>
        <Select id="program-days" value={days} onChange={setDays} options={spans.map(span => ({ value: span, label: t(`${span} 天`, `${span} days`) }))} />
        {problem && <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud />}
        <div className="submit"><Button htmlType="submit" disabled={name.trim().length < 2}>{t('创建令牌', 'Make the token')}</Button></div>
      </form>
      {token !== undefined && <Once label={t('请现在复制，离开后不再显示：', 'Copy it now; it will not be shown again:')} value={token} />}
    </details>
  )
}
