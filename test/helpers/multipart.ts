import type { Answer, Client } from './site.ts'

/** Uploads one file as a form does, in the field `file`, behind other fields. */
export const uploadTo = <T>(client: Client, url: string, bytes: Uint8Array, name = '表.xlsx', fields: Readonly<Record<string, string>> = {}): Promise<Answer<T>> => {
  const edge = 'e'.repeat(20)
  const before = Object.entries(fields).map(([field, value]) => `--${edge}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`).join('')
  const head = `${before}--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${encodeURIComponent(name)}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  return client.post<T>(url, Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]), { 'content-type': `multipart/form-data; boundary=${edge}` })
}
