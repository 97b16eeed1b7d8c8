import { fileTypeFromBuffer } from 'file-type'

/** How the media types of office documents begin. */
export const office = 'application/vnd.openxmlformats-officedocument'

/** What may be uploaded, by what the bytes are: pictures a page can show, and documents, which are downloaded. Each with the ending it is saved under. */
export const kinds: ReadonlyMap<string, { readonly ending: string; readonly inline: boolean }> = new Map([
  ['image/jpeg', { ending: 'jpg', inline: true }],
  ['image/png', { ending: 'png', inline: true }],
  ['image/webp', { ending: 'webp', inline: true }],
  ['application/pdf', { ending: 'pdf', inline: false }],
  [`${office}.wordprocessingml.document`, { ending: 'docx', inline: false }],
  [`${office}.spreadsheetml.sheet`, { ending: 'xlsx', inline: false }],
])

/** The media type that the bytes show, where it is one we take. Names and headers from outside are never asked. */
export const kindOf = async (bytes: Uint8Array): Promise<string | undefined> => {
  const found = await fileTypeFromBuffer(bytes)
  return found !== undefined && kinds.has(found.mime) ? found.mime : undefined
}
