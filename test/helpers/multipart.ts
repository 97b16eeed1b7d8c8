import type { Answer, Client } from './site.ts'

/** Uploads one file as a form does, in the field `file`. */
export const uploadTo = <T>(client: Client, url: string, bytes: Uint8Array, name = '表.xlsx'): Promise<Answer<T>> => {
  const edge = 'e'.repeat(20)
  const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${encodeURIComponent(name)}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  return client.post<T>(url, Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]), { 'content-type': `multipart/form-data; boundary=${edge}` })
}
