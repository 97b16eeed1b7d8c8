import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { canonical } from '../kernel/canonical.ts'
import { refuse, Refused } from '../kernel/refusal.ts'
import { words } from '../kernel/words.ts'

/** Where a page ended: the sort key of its last row and the row's id. */
export type Key = { readonly at: string; readonly id: string }

/** Cursors of lists: the last key and a digest of list, filter and reader, signed; one of another list, filter or reader is refused. */
export type Cursors = {
  write(filter: unknown, key: Key): string
  /** Throws `Refused` for a cursor that is forged or of another filter. */
  read(filter: unknown, cursor: string | undefined): Key | undefined
}

const foreign = (): Refused =>
  new Refused(refuse('bad-cursor', words('翻页标记无效，或属于另一个筛选', 'The cursor is not valid, or belongs to another filter'), { remedy: words('请从第一页重新开始', 'Begin again from the first page') }))

const tagLength = 16

export const cursors = (secret: Buffer): Cursors => {
  const tag = (body: string): Buffer => createHmac('sha256', secret).update(`cursor ${body}`).digest().subarray(0, tagLength)
  const digest = (filter: unknown): string => createHash('sha256').update(canonical(filter)).digest('base64url').slice(0, 16)
  return {
    write: (filter, { at, id }) => {
      const body = Buffer.from(JSON.stringify([digest(filter), at, id])).toString('base64url')
      return `${body}.${tag(body).toString('base64url')}`
    },
    read: (filter, cursor) => {
      if (cursor === undefined) return undefined
      const [body = '', sign = ''] = cursor.split('.')
      const given = Buffer.from(sign, 'base64url')
      if (given.length !== tagLength || !timingSafeEqual(given, tag(body))) throw foreign()
      const [of, at, id] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [string, string, string]
      if (of !== digest(filter)) throw foreign()
      return { at, id }
    },
  }
}
