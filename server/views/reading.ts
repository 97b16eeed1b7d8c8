import { postKinds, type PostKind } from '../../kernel/post.ts'
import type { ReadingRow } from '../../store/read/readings.ts'
import type { ReadingView } from '../wire.ts'
import { officeRef, regionRef } from './place.ts'
import type { Reader } from './reader.ts'

const isKind = (kind: string): kind is PostKind => Object.hasOwn(postKinds, kind)

/** One reading of the log. Officials look by name. */
export const readingView = (row: ReadingRow, reader: Reader, names: ReadonlyMap<string, string>): ReadingView => ({
  id: row.id, at: row.at.toISOString(), by: row.account, name: names.get(row.account) ?? '', kind: isKind(row.kind) ? row.kind : 'resident', purpose: row.purpose,
  ...(row.office !== null && { office: officeRef(reader, row.office) }),
  ...(row.grant_id !== null && { grant: row.grant_id }),
  ...(row.matter !== null && row.number !== null && row.procedure !== null && { matter: { id: row.matter, number: row.number, procedure: row.procedure } }),
  ...(row.register !== null && { register: row.register }),
  region: regionRef(reader, row.region), facts: row.facts, people: row.people,
})
