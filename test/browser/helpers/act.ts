import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { MatterRow, MatterView, Me, Page as Rows, StepReply } from '../../../server/wire.ts'

/** What is not the point of a test is done beneath its pages, by whoever is signed in there: the API is what the pages use. */

const post = async <T = StepReply>(page: Page, path: string, data: unknown): Promise<T> => {
  const reply = await page.request.post(path, { data, headers: { 'X-Requested-With': 'shanzhi', 'Idempotency-Key': randomUUID() } })
  assert.equal(reply.status(), 200, `${path}: ${await reply.text()}`)
  return await reply.json() as T
}

/** Matters of one's area by words in their text. */
export const matching = async (page: Page, q: string): Promise<readonly MatterRow[]> => (await post<Rows<MatterRow>>(page, '/api/matters/search', { scope: 'region', q })).rows

export const get = async <T>(page: Page, path: string): Promise<T> => {
  const reply = await page.request.get(path)
  assert.equal(reply.status(), 200, `${path}: ${await reply.text()}`)
  return await reply.json() as T
}

/** The village of whoever is signed in. */
const village = async (page: Page): Promise<string> => {
  const me = await get<Me>(page, '/api/me')
  return (me.home ?? assert.fail('somebody without a village')).code
}

/** Reports a matter of one's own village. */
export const report = async (page: Page, text: string, more: object = {}): Promise<StepReply> =>
  post(page, '/api/request/report', { input: { text, place: await village(page), ...more } })

/** Takes a step on a matter as it stands now. */
export const act = async (page: Page, id: string, step: string, input: object = {}): Promise<StepReply> => {
  const { seq } = await get<MatterView>(page, `/api/matters/${id}`)
  return post(page, `/api/matters/${id}/${step}`, { seq, input })
}

/** The office of the post somebody signed in acts from. */
export const officeOf = async (page: Page): Promise<string> => {
  const { posts, acting } = await get<Me>(page, '/api/me')
  return posts.find(post => post.id === acting)?.office?.code ?? assert.fail('somebody without an office')
}

export const officeNameOf = async (page: Page): Promise<string> => {
  const { posts, acting } = await get<Me>(page, '/api/me')
  return posts.find(post => post.id === acting)?.office?.name ?? assert.fail('somebody without an office')
}
