import type { ReactNode } from 'react'
import { Redirect, useLocation } from 'wouter'
import type { Me } from '../../../server/wire.ts'
import { useMe } from '../me.ts'
import { Failed, Waiting } from './Trouble.tsx'

/** A page for whoever is signed in; others sign in first and come back. */
export const Gate = ({ children }: { readonly children: (me: Me) => ReactNode }) => {
  const me = useMe()
  const [location] = useLocation()
  if (me.data) return <>{children(me.data)}</>
  if (me.data === null) return <Redirect to={`/sign-in?then=${encodeURIComponent(location)}`} replace />
  return <main className="page" id="main">{me.isError ? <Failed error={me.error} again={() => void me.refetch()} /> : <Waiting />}</main>
}
