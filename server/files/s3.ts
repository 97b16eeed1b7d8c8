import { AwsClient } from 'aws4fetch'
import type { Shelf } from './vault.ts'

/** Settings of an S3-compatible store. `pathStyle`: the bucket stands in the path (MinIO, Ceph), else in the host name (OSS, COS). */
export type S3 = {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly pathStyle: boolean
}

/** Milliseconds after which a request to the store is given up. */
const patience = 20_000

/** An S3-compatible object store; objects stand under `files/`. Throws where the store does not answer as asked. */
export const s3 = (settings: S3): Shelf => {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey, pathStyle } = settings
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 })
  const base = new URL(endpoint)
  if (!pathStyle) base.hostname = `${bucket}.${base.hostname}`
  const urlOf = (path: string): string => `${base.origin}${base.pathname.replace(/\/$/, '')}${pathStyle ? `/${bucket}` : ''}/files/${path}`
  const ask = async (method: string, path: string, body?: Uint8Array<ArrayBuffer>): Promise<Response> => {
    const response = await client.fetch(urlOf(path), { method, signal: AbortSignal.timeout(patience), ...(body && { body }) })
    if (response.ok || response.status === 404) return response
    await response.body?.cancel()
    throw new Error(`object store answered ${response.status} to ${method}`)
  }
  return {
    put: async (path, bytes) => {
      const response = await ask('PUT', path, new Uint8Array(bytes))
      await response.body?.cancel()
      if (!response.ok) throw new Error(`object store has no such bucket: ${bucket}`)
    },
    read: async path => {
      const response = await ask('GET', path)
      if (response.ok) return new Uint8Array(await response.arrayBuffer())
      await response.body?.cancel()
      return undefined
    },
    remove: async path => { await (await ask('DELETE', path)).body?.cancel() },
  }
}
