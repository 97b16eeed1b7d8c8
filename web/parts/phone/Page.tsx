import { useEffect, useRef, type ReactNode } from 'react'
import { Link } from 'wouter'
import { useLang } from '../lang.ts'
import { Icon } from './Icon.tsx'
import { ReadAloud } from './ReadAloud.tsx'

type Props = {
  readonly title: string
  readonly lead?: ReactNode
  /** What is read aloud, where the browser can; lines are sentences. */
  readonly read?: string
  readonly back?: { readonly href: string; readonly label: string }
  readonly broad?: boolean
  readonly children: ReactNode
}

/** One page of a phone door: its title told to the browser and to screen readers, the way back, and its content. */
export const Page = ({ title, lead, read, back, broad = false, children }: Props) => {
  const { t } = useLang()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${t('善治', 'Shanzhi')}`
  }, [title, t])
  useEffect(() => {
    // Whoever comes for one part of the page is led there by that part.
    if (location.hash === '') window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <main id="main" className={broad ? 'page broad' : 'page'}>
      {back && (
        <Link href={back.href} className="button quiet no-print page-back">
          <Icon name="back" size={1.2} />{back.label}
        </Link>
      )}
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {lead !== undefined && <div className="soft">{lead}</div>}
        {read !== undefined && <ReadAloud text={read} />}
      </div>
      {children}
    </main>
  )
}
