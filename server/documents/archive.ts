import { createHash } from 'node:crypto'
import { legalDay } from '../../kernel/calendar.ts'
import { dayInWords, type Doc } from '../../kernel/document.ts'
import type { Actor } from '../../kernel/post.ts'
import { Refused } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import type { Tx } from '../../store/database.ts'
import { readMatter, type MatterPage } from '../../store/read/matter.ts'
import { notFound } from '../http/refusals.ts'
import type { Site } from '../site.ts'
import { docx } from './docx.ts'
import type { Foot } from './foot.ts'
import { allDocuments } from './issued.ts'

/** The whole file of a matter as one reader may have it: what is packed, and what of the record it is made from. */
export type Archive = {
  readonly number: string
  readonly title: string
  readonly upTo: { readonly seq: number; readonly hash: string }
  readonly papers: readonly { readonly path: string; readonly name: string; readonly bytes: Buffer }[]
  /** Files to be fetched and packed behind them. */
  readonly files: readonly { readonly path: string; readonly name: string; readonly id: string; readonly bytes: number }[]
  /** Papers that tell what this reader may not read. */
  readonly leftOut: readonly Words[]
}

const two = (n: number): string => String(n).padStart(2, '0')

/** Cover and table of contents, as a file is bound in the county’s archive. */
const cover = (page: MatterPage, titles: readonly string[], office: string, day: string): Doc => ({
  issuer: office, title: `${page.procedure.title.zh}卷宗`, day, signed: [{ by: '立卷人', how: 'hand' }],
  body: [
    { p: `编号：${page.row.number}` }, { p: `立卷单位：${office}` }, { p: `登记日期：${dayInWords(legalDay(page.row.opened))}` }, { p: `办理情况：${page.procedure.stages[page.row.stage]?.zh ?? page.row.stage}` },
    { heading: '卷内目录' }, { table: { head: ['序号', '材料名称'], rows: titles.map((title, at) => [`${at + 1}`, title]) } },
  ],
})

/** Reads the whole file; what of it is above internal is entered in the log. Throws `Refused`. */
export const archiveOf = async (tx: Tx, site: Pick<Site, 'house' | 'directory' | 'now'>, actor: Actor, id: string): Promise<Archive> => {
  const page = await readMatter(tx, site.house, actor, id, { now: site.now() })
  if (!page || Object.keys(page.procedure.documents).length === 0) throw new Refused(notFound())
  const hashes = await tx.query<{ seq: number; hash: string }>(`select seq, encode(hash, 'hex') as hash from entry where county = $1 and matter = $2::uuid`, [page.row.county, id])
  const footOf = (seq: number): Foot & Archive['upTo'] => ({ number: page.row.number, seq, hash: hashes.find(one => one.seq === seq)?.hash ?? '' })
  const { made, leftOut } = allDocuments(page, site.directory.now, site.house.law)
  const papers = made.map(({ words, doc, seq }, at) => ({ path: `${two(at + 1)}-${words.zh}.docx`, name: words.zh, bytes: docx(doc, footOf(seq)) }))
  const files = page.files.map((file, at) => ({ path: `附件/${two(at + 1)}-${file.name}`, name: `附件：${file.name}`, id: file.id, bytes: file.bytes }))
  const office = site.directory.now.office(page.row.holder_office ?? '')?.zh ?? page.row.holder_office ?? ''
  const last = footOf(page.row.seq)
  const first = docx(cover(page, [...papers, ...files].map(one => one.name), office, legalDay(site.now())), last)
  return { number: page.row.number, title: page.procedure.title.zh, upTo: { seq: last.seq, hash: last.hash }, papers: [{ path: '00-卷宗封面和目录.docx', name: '卷宗封面和目录', bytes: first }, ...papers], files, leftOut }
}

/** What stands in the archive and by which bytes, so that anybody can tell later whether it is still what was taken out. */
export const manifestOf = ({ number, title, upTo, leftOut }: Archive, packed: readonly (readonly [path: string, bytes: Uint8Array])[], at: Date): string => `${JSON.stringify({
  number, title, madeFrom: upTo, madeAt: at.toISOString(), hash: 'SHA-256',
  files: packed.map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })),
  leftOut,
}, null, 2)}\n`
