import { Refused } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { badRequest } from './refusals.ts'

/** The parser names what of its own limits was passed; what it could not read at all bears no code. */
export const unreadable = (error: unknown): never => {
  throw error instanceof Error && !('code' in error) ? new Refused(badRequest([{ fact: 'file', why: words('上传内容不完整或格式不正确', 'the upload is cut off or not well formed') }])) : error
}
