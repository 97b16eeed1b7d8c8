import type { Doc } from '../../kernel/document.ts'
import type { Actor } from '../../kernel/post.ts'
import { Refused } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/database.ts'
import { versionOf } from '../../store/house.ts'
import { readMatter } from '../../store/read/matter.ts'
import { notFound } from '../http/refusals.ts'
import type { Site } from '../site.ts'
import type { Foot } from './foot.ts'
import { documentFor } from './issued.ts'

/** A document of a matter as its reader is given it, with the foot that names its entry. What of it is above internal is entered in the log. Throws `Refused`. */
export const made = async (tx: Tx, site: Pick<Site, 'house' | 'directory' | 'now'>, actor: Actor, id: string, name: string): Promise<{ readonly doc: Doc; readonly foot: Foot }> => {
  const { house } = site
  const [row] = await tx.query<{ procedure: string; version: string; number: string }>('select procedure, version::text as version, number from matter where id = $1::uuid', [id])
  const documents = row ? versionOf(house, row.procedure, row.version).documents : {}
  const declared = Object.hasOwn(documents, name) ? documents[name] : undefined
  if (!row || !declared) throw new Refused(notFound())
  const page = await readMatter(tx, house, actor, id, { now: site.now(), only: [...declared.uses, ...(declared.may ?? [])] })
  const found = page && documentFor(page, name, site.directory.now, house.law)
  if (!page || !found) throw new Refused(notFound())
  const [entry] = await tx.query<{ hash: string }>(`select encode(hash, 'hex') as hash from entry where county = $1 and matter = $2::uuid and seq = $3`, [page.row.county, id, found.seq])
  return { doc: found.doc, foot: { number: row.number, seq: found.seq, hash: entry?.hash ?? '' } }
}
