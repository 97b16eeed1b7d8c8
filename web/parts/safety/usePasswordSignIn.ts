import { useState } from 'react'
import type { Problem } from '../../../server/wire.ts'
import { problemOf, send } from '../api.ts'
import * as paths from '../paths.ts'

type Given = { readonly name: string; readonly password: string }

/** Signing in by name and password, in one step or, where the account has a second factor, in two. `entered` goes on from there. */
export const usePasswordSignIn = (entered: () => Promise<void>) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [given, setGiven] = useState<Given>()
  const enter = async (by: Given, code?: string): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      await send(paths.signIn(by.name, by.password, code))
      await entered()
    } catch (error) {
      const refused = problemOf(error)
      if (refused.code === 'code-needed') setGiven(by)
      else setProblem(refused)
    } finally {
      setBusy(false)
    }
  }
  return {
    busy, problem,
    /** Whose password was right, where a code is asked for now. */
    second: given?.name,
    first: (name: string, password: string): Promise<void> => enter({ name, password }),
    withCode: (code: string): Promise<void> => (given ? enter(given, code) : Promise.resolve()),
    back: (): void => { setGiven(undefined); setProblem(undefined) },
  }
}
