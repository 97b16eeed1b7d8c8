import { useEffect, useRef, useState } from 'react'
import type { Problem, SheetView } from '../../../../server/wire.ts'
import { problemOf, upload } from '../../../parts/api.ts'
import * as paths from '../../../parts/paths.ts'

/** A sheet on its way to be tried: the share sent, then read cell by cell, then what it came to. */
export type Trial =
  | { readonly is: 'none' }
  | { readonly is: 'sending'; readonly file: string; readonly share: number }
  | { readonly is: 'refused'; readonly file: string; readonly problem: Problem }
  | { readonly is: 'read'; readonly file: string; readonly sheet: SheetView }

export const useTrial = (procedure: string, fact: string) => {
  const [trial, setTrial] = useState<Trial>({ is: 'none' })
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const stop = (): void => {
    running.current?.abort()
    setTrial({ is: 'none' })
  }
  const send = async (file: File): Promise<void> => {
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    const told = (next: Trial): void => { if (running.current === own && !own.signal.aborted) setTrial(next) }
    told({ is: 'sending', file: file.name, share: 0 })
    try {
      const sheet = await upload(paths.trySheet(procedure, fact), file, file.name, share => told({ is: 'sending', file: file.name, share }), own.signal)
      told({ is: 'read', file: file.name, sheet })
    } catch (error) {
      told({ is: 'refused', file: file.name, problem: problemOf(error) })
    }
  }
  return { trial, send, stop }
}
