import type { ReactNode } from 'react'
import type { Citation } from '../../regulation/citation.ts'
import type { Words } from '../../kernel/words.ts'
import { Cites } from './Cite.tsx'
import { useLang } from './lang.ts'

type Props = {
  readonly why: Words
  readonly basis?: readonly Citation[]
  readonly remedy?: Words | undefined
  /** Announced at once to screen readers; for answers to something just done. */
  readonly loud?: boolean
  readonly children?: ReactNode
}

/** Why something was refused, what would make it possible, and by which article: a problem of the server's or a refusal of the kernel's. */
export const RefusalNote = ({ why, basis = [], remedy, loud = false, children }: Props) => {
  const { t, say } = useLang()
  return (
    <div className="refusal" role={loud ? 'alert' : undefined}>
      <p className="refusal-why"><span aria-hidden="true" className="refusal-mark">✕</span>{say(why)}</p>
      {remedy && <p className="refusal-remedy">{t('可以这样：', 'What you can do: ')}{say(remedy)}</p>}
      {basis.length > 0 && <p className="refusal-basis">{t('依据：', 'By: ')}<Cites of={basis} /></p>}
      {children}
    </div>
  )
}
