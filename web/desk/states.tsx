import { Button } from 'antd'
import type { ReactNode } from 'react'
import { problemOf } from '../parts/api.ts'
import { useLang } from '../parts/lang.ts'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { links } from './links.ts'

/** What a page shows while there is nothing to show: loading, nothing found, refused, failed. */

const frame = (tall: boolean): string => (tall ? 'state state-tall' : 'state')

export const Loading = ({ tall = false }: { readonly tall?: boolean }) => {
  const { t } = useLang()
  return <div className={frame(tall)} role="status"><span className="state-wait">{t('正在读取…', 'Loading…')}</span></div>
}

type EmptyProps = { readonly title: string; /** Where nothing else stands on the page. */ readonly page?: boolean; readonly children?: ReactNode }

export const Empty = ({ title, page = false, children }: EmptyProps) => (
  <div className="state" role="status">
    {page ? <h1 className="state-title">{title}</h1> : <p className="state-title">{title}</p>}
    {children}
  </div>
)

type FailedProps = { readonly error: unknown; readonly again?: () => void; readonly tall?: boolean }

/** Says why in the server's own words, with its articles and remedy; offers to try again where that may help. */
export const Failed = ({ error, again, tall = false }: FailedProps) => {
  const { t } = useLang()
  const problem = problemOf(error)
  const mayHelp = problem.status === 0 || problem.status >= 500 || problem.status === 429
  return (
    <div className={frame(tall)}>
      <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud>
        {problem.instance !== undefined && <p className="refusal-number">{t('编号', 'Number')} {problem.instance}</p>}
        {mayHelp && again && <Button onClick={again}>{t('重试', 'Try again')}</Button>}
      </RefusalNote>
    </div>
  )
}

export const NotHere = () => {
  const { t } = useLang()
  return (
    <div className="state">
      <h1 className="state-title">{t('没有这个页面', 'There is no such page')}</h1>
      <p><a href={links.todo}>{t('回到待办', 'Back to To do')}</a></p>
    </div>
  )
}
