import { sealBallot } from '../../../kernel/voting/envelope.ts'
import type { Choice } from '../../../kernel/voting/track.ts'

/** Whether this browser can seal a ballot: only over https, or on the machine itself. */
export const canSeal = (): boolean => typeof crypto !== 'undefined' && 'subtle' in crypto

const bytes = (text: string): Uint8Array<ArrayBuffer> => {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, letter => letter.charCodeAt(0))
}

const text = (all: Uint8Array): string => btoa(String.fromCharCode(...all)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** A choice sealed to the key of its vote, as it is sent. */
export const sealed = async (key: string, matter: string, choice: Choice): Promise<string> => text(await sealBallot(bytes(key), matter, choice))

const place = (matter: string, number: number): string => `shanzhi.receipt.${matter}.${number}`

/** The receipt stays on this phone: it says that an envelope is in the urn, and nothing of what is in it. */
export const keepReceipt = (matter: string, number: number, receipt: string): void => {
  try {
    localStorage.setItem(place(matter, number), receipt)
  } catch {
    // Some in-app browsers forbid storage: it is shown all the same.
  }
}

export const keptReceipt = (matter: string, number: number): string | undefined => {
  try {
    return localStorage.getItem(place(matter, number)) ?? undefined
  } catch {
    return undefined
  }
}
