import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after, before, test } from 'node:test'
import { s3 } from './s3.ts'
import { ringOf } from '../../store/ring.ts'
import { vault } from './vault.ts'

/** A store that keeps objects and looks whether requests are signed, as S3, OSS, COS and MinIO do. */
const objects = new Map<string, Buffer>()
let server: Server
let endpoint = ''
before(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const path = request.url ?? ''
      const status = !/^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/cn-north\/s3\/aws4_request/.test(request.headers.authorization ?? '') ? 403
        : request.method === 'PUT' ? (objects.set(path, Buffer.concat(parts)), 200)
        : request.method === 'DELETE' ? (objects.delete(path), 204) : objects.has(path) ? 200 : 404
      response.writeHead(status).end(request.method === 'GET' ? objects.get(path) : undefined)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  endpoint = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`
})
after(() => new Promise(resolve => server.close(resolve)))

const settings = () => ({ endpoint, bucket: 'shanzhi', region: 'cn-north', accessKeyId: 'key', secretAccessKey: 'secret', pathStyle: true })
const keys = { ring: ringOf('a secret for tests only, of more than thirty-two characters'), before: Buffer.alloc(32, 1) }
const id = '11111111-1111-4111-8111-11111111abcd'

test('an object store keeps only sealed bytes, under requests it can tell are ours', async () => {
  const kept = vault(s3(settings()), keys)
  await kept.keep(id, Buffer.from('照片'))
  assert.deepEqual([...objects.keys()], [`/shanzhi/files/cd/ab/${id}`])
  assert.ok(!objects.get(`/shanzhi/files/cd/ab/${id}`)?.includes('照片'))
  assert.equal(Buffer.from(await kept.fetch(id) ?? []).toString(), '照片')
  await kept.remove(id)
  assert.equal(await kept.fetch(id), undefined)
})

test('a store that refuses is an error, never a missing file', async () => {
  await assert.rejects(vault(s3({ ...settings(), accessKeyId: 'other' }), keys).fetch(id), /answered 403/)
})
