import { packFile, type Handed } from '../../../kernel/outbox/letter.ts'
import type { HandedIn } from '../../../server/wire.ts'
import { isUnsent } from './item.ts'
import { speak } from './line.ts'
import { shelf } from './shelf.ts'

/** The way by hand: what is unsent as a file, for a phone that never comes online; and the file into the server, at the office. */

/** Bytes of one file, within what the server takes. */
const most = 48 * 1024 * 1024

/** Sealed as it lies here: whoever finds the file reads nothing of it. */
export const filesOf = async (account: string): Promise<readonly Uint8Array<ArrayBuffer>[]> => {
  const items = (await shelf.items(account)).filter(isUnsent).toSorted((a, b) => a.at - b.at)
  const files: Handed[][] = [[]]
  let size = 0
  for (const item of items) {
    const records: Handed[] = []
    for (const id of item.photos) {
      const bytes = await shelf.sealedPhoto(id)
      if (bytes) records.push({ what: 'photo', id, bytes })
    }
    const act = await shelf.sealedAct(item.id)
    if (act) records.push({ what: 'act', id: item.id, ...(item.after !== undefined && { after: item.after }), bytes: act })
    const weight = records.reduce((sum, one) => sum + one.bytes.length + 200, 0)
    if (size > 0 && size + weight > most && item.after === undefined) {
      files.push([])
      size = 0
    }
    files.at(-1)?.push(...records)
    size += weight
  }
  return files.filter(records => records.length > 0).map(records => packFile(account, records))
}

const save = (bytes: Uint8Array<ArrayBuffer>, name: string): void => {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export const saveFiles = async (account: string): Promise<number> => {
  const files = await filesOf(account)
  files.forEach((bytes, at) => save(bytes, `shanzhi-${new Date().toISOString().slice(0, 10)}${files.length > 1 ? `-${at + 1}` : ''}.outbox`))
  return files.length
}

export const handIn = async (file: Blob): Promise<readonly HandedIn[]> => {
  const told: unknown = await speak<unknown>('/api/outbox/import', { method: 'POST', body: new Uint8Array(await file.arrayBuffer()) })
  return Array.isArray(told) ? told as readonly HandedIn[] : []
}
