import { createHash } from 'node:crypto'
import '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { isRefusal, refuse, Refused } from '../../kernel/refusal.ts'
import type { Actor } from '../../kernel/post.ts'
import { words, type Words } from '../../kernel/words.ts'
import { stableId } from '../../store/stable-id.ts'
import { judged } from '../files/judge.ts'
import { fileName } from '../files/name.ts'
import { tooLarge } from '../http/refusals.ts'
import { unreadable } from '../http/uploads.ts'
import { addFile } from '../reads/files.ts'
import type { Site } from '../site.ts'
import { bad } from './errors.ts'
import { fetchPicture } from './picture.ts'
import { mediaUrlOf, type Form } from './report.ts'

/** Pictures of one report, and bytes of each. */
const [most, largest] = [6, 10 * 1024 * 1024] as const

type Picture = { readonly bytes: Uint8Array; readonly name: string }

/** A report as it was sent: its form, and the pictures in its parts `media`. */
export type Sent = { readonly form: Form; readonly pictures: readonly Picture[] }

/** Reads a report sent as `multipart/form-data`, with its pictures. */
export const partsOf = async (request: FastifyRequest): Promise<Sent> => {
  const form: Record<string, string> = {}
  const pictures: Picture[] = []
  try {
    for await (const part of request.parts({ limits: { fileSize: largest, files: most, fields: 60, parts: 60 + most, fieldSize: 20_000 } })) {
      if (part.type === 'field') { if (typeof part.value === 'string') form[part.fieldname] = part.value; continue }
      const bytes = await part.toBuffer()
      if (!/^media(\[\d*\])?$/.test(part.fieldname)) throw new Refused(bad(part.fieldname, words('图片请用 media 字段', 'pictures go in the field media')))
      if (part.file.truncated) throw new Refused(tooLarge('10 MiB'))
      if (bytes.length > 0) pictures.push({ bytes, name: part.filename })
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    if (error instanceof Error && 'code' in error && error.code === 'FST_FILES_LIMIT') throw new Refused(bad('media', words(`最多 ${most} 张`, `at most ${most}`)))
    unreadable(error)
  }
  return { form, pictures }
}

/** Keeps pictures as anybody’s are kept, under ids that are the same when the same report is sent again. Throws `Refused` where one is not taken. */
const keepPictures = async (site: Site, { account }: Actor, act: string, pictures: readonly Picture[]): Promise<readonly string[]> => {
  const judging = await Promise.all(pictures.map(one => judged(one.bytes)))
  const ids: string[] = []
  for (const [at, { bytes, name }] of pictures.entries()) {
    const type = judging[at]
    if (isRefusal(type)) throw new Refused(bad('media', words(`第 ${at + 1} 张：${type.why.zh}${type.remedy ? `。${type.remedy.zh}` : ''}`, `number ${at + 1}: ${type.why.en}${type.remedy ? `. ${type.remedy.en}` : ''}`)))
    if (type === undefined || !type.startsWith('image/')) throw new Refused(bad('media', words('须为 JPEG、PNG 或 WebP 图片', 'must be a JPEG, PNG or WebP picture')))
    const [id, digest] = [stableId('open311', account, act, String(at)), createHash('sha256').update(bytes).digest('hex')]
    const [before] = await site.house.database.scoped({ account, kind: 'resident', region: '', clearance: 'public' }, tx => tx.query<{ digest: string }>(`select encode(digest, 'hex') as digest from file where id = $1::uuid`, [id]))
    if (before && before.digest !== digest) throw new Refused(refuse('act-reused', words('同一 Idempotency-Key 已用于另一份报告', 'That Idempotency-Key was used for another report')))
    if (!before) {
      await site.vault.keep(id, bytes)
      await site.house.database.scoped({ account, kind: 'resident', region: '', clearance: 'public' }, tx => addFile(tx, { id, name: fileName(name, type), type, bytes: bytes.length, account, digest, given: site.now(), sealedBy: site.vault.head }))
    }
    ids.push(id)
  }
  return ids
}

/** What came of a report’s pictures: their ids, and what its sender is told of one that was not taken. */
export type Kept = { readonly photos: readonly string[]; readonly notice: Words | undefined }

const told = (why: Words): Words => words(
  `图片未收取：${why.zh}。报告已收到；请以 multipart/form-data 的 media 字段直接上传图片，或在本站补充`,
  `The picture was not taken: ${why.en}. The report was; send pictures themselves as multipart/form-data in the field media, or add them here`)

/** Pictures sent along are taken or the report is refused; one behind an address may fail for reasons of others, and no report is lost for that. */
export const keepMedia = async (site: Site, actor: Actor, act: string, { form, pictures }: Sent): Promise<Kept> => {
  const address = mediaUrlOf(form)
  const fetched = address === undefined ? undefined : pictures.length >= most ? { why: words('已附 6 张图片', 'six pictures came along') } : await fetchPicture(address, { hosts: site.delivery.mediaHosts, reachable: site.delivery.reachable })
  const own = await keepPictures(site, actor, act, pictures)
  if (!fetched || 'why' in fetched) return { photos: own, notice: fetched && told(fetched.why) }
  const type = await judged(fetched.bytes)
  if (isRefusal(type)) return { photos: own, notice: told(type.why) }
  const [id = ''] = await keepPictures(site, actor, `${act}:url`, [fetched])
  return { photos: [...own, id], notice: undefined }
}
