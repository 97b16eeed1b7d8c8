import { legalDay } from '../../kernel/calendar.ts'
import type { Law } from '../../kernel/clock.ts'
import { issuedBy, type Doc, type DocContext, type DocumentOf } from '../../kernel/document.ts'
import type { MatterPage } from '../../store/read/matter.ts'
import type { Directory } from '../../registers/directory.ts'
import type { Words } from '../../kernel/words.ts'
import type { DocumentRef } from '../wire.ts'

type Issued = { readonly seq: number; readonly at: Date; readonly context: DocContext }

/** A document as one reader of the matter is given it; `undefined` where it was not issued, or tells what they may not read. */
const issuedTo = (page: MatterPage, declared: DocumentOf, directory: Directory, law: Law, entries = page.entries): Issued | undefined => {
  const found = issuedBy(declared, entries)
  if (!found) return undefined
  const { entry, facts } = found
  const context: DocContext = {
    number: page.row.number, region: page.matter.region, facts, day: legalDay(entry.at), law,
    office: code => directory.office(code)?.zh ?? code,
    place: code => directory.region(code)?.name ?? code,
  }
  return declared.when?.(context) === false ? undefined : { seq: entry.seq, at: entry.at, context }
}

/** The documents of a matter that its reader may have. */
export const documentsFor = (page: MatterPage, directory: Directory, law: Law): readonly DocumentRef[] =>
  Object.entries(page.procedure.documents).flatMap(([name, declared]) => {
    const issued = issuedTo(page, declared, directory, law)
    return issued ? [{ name, zh: declared.zh, en: declared.en, basis: declared.basis, at: issued.at.toISOString(), seq: issued.seq }] : []
  })

/** One of them, made. */
export const documentFor = (page: MatterPage, name: string, directory: Directory, law: Law): { readonly doc: Doc; readonly seq: number } | undefined => {
  const declared = Object.hasOwn(page.procedure.documents, name) ? page.procedure.documents[name] : undefined
  const issued = declared && issuedTo(page, declared, directory, law)
  return declared && issued && { doc: declared.make(issued.context), seq: issued.seq }
}

/** Every document of the whole file, in the order its procedure declares: those of which there is one for each entry, one by one. `leftOut` were issued and tell what the reader may not read. */
export const allDocuments = (page: MatterPage, directory: Directory, law: Law): { readonly made: readonly { readonly words: Words; readonly doc: Doc; readonly seq: number }[]; readonly leftOut: readonly Words[] } => {
  const each = Object.values(page.procedure.documents).flatMap(declared => {
    const at = page.entries.flatMap((entry, n) => (declared.from.includes(entry.step) ? [n] : []))
    return (declared.each ? at : at.slice(-1)).map(n => ({ words: { zh: declared.zh, en: declared.en }, declared, issued: issuedTo(page, declared, directory, law, page.entries.slice(0, n + 1)), readable: issuedBy(declared, page.entries.slice(0, n + 1)) !== undefined }))
  })
  return {
    made: each.flatMap(({ words, declared, issued }) => (issued ? [{ words, doc: declared.make(issued.context), seq: issued.seq }] : [])),
    leftOut: each.flatMap(({ words, readable }) => (readable ? [] : [words])),
  }
}
