import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Fault } from '../../../kernel/refusal.ts'
import type { Problem } from '../../../server/wire.ts'
import { problemOf, send } from '../../parts/api.ts'
import { useMe } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { dropBlobs } from '../../parts/phone/blobs.ts'
import { useDraft } from '../../parts/phone/draft.ts'
import { NotHere } from '../../parts/phone/NotHere.tsx'
import { blankReport, reportInput } from '../../parts/phone/report-draft.ts'
import { refreshAfterAct } from '../../parts/useAsk.ts'
import { LastPart } from './LastPart.tsx'
import { WhatPart } from './WhatPart.tsx'
import { WherePart } from './WherePart.tsx'

const parts = ['what', 'where', 'send'] as const

/** The report: what, where, and who says it. One draft runs through all three and lives until it is sent. */
export const Report = ({ part = 'what' }: { readonly part?: string | undefined }) => {
  const client = useQueryClient()
  const [, go] = useLocation()
  const me = useMe()
  const draft = useDraft('report', blankReport)
  const [problem, setProblem] = useState<Problem>()
  const [sending, setSending] = useState(false)
  const underway = useRef(false)
  const place = draft.values.place ?? (draft.values.placeCleared ? null : me.data?.home ?? null)
  const submit = async (): Promise<void> => {
    // A second tap arrives before the button is drawn anew.
    if (underway.current) return
    underway.current = true
    setSending(true)
    setProblem(undefined)
    try {
      const reply = await send(paths.openMatter('request', 'report', { input: reportInput(draft.values, place) }, draft.act))
      draft.drop()
      void dropBlobs()
      go(`/reported/${reply.id}`, { replace: true })
      await refreshAfterAct(client)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      underway.current = false
      setSending(false)
    }
  }
  const renew = (): void => {
    draft.renew()
    setProblem(undefined)
  }
  const faults: readonly Fault[] = problem?.faults ?? []
  const shared = { values: draft.values, change: draft.change, faults, place, me: me.data ?? null }
  switch (parts.find(name => name === part)) {
    case 'what': return <WhatPart key="what" {...shared} saved={draft.saved} drop={draft.drop} />
    case 'where': return <WherePart key="where" {...shared} />
    case 'send': return <LastPart key="send" {...shared} problem={problem} sending={sending} submit={() => void submit()} drop={draft.drop} renew={renew} />
    case undefined: return <NotHere />
  }
}
