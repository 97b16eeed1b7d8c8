import type { Fact } from '../../kernel/fact.ts'
import type { Matter } from '../../kernel/matter.ts'
import { asked, type Procedure } from '../../kernel/procedure.ts'
import { faultAt, faulty, type Fault, type Refusal } from '../../kernel/refusal.ts'
import { working } from '../../kernel/who.ts'
import { isObject, words, type Json, type Words } from '../../kernel/words.ts'
import type { Tx } from '../database.ts'
import type { Known } from '../house.ts'

/** What a value of this kind names that does not stand. */
const unknown = (fact: Fact, value: Json, known: Known): Words | undefined => {
  const list = typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : []
  if ((fact.kind === 'region' || fact.kind === 'regions') && !list.every(code => known.region(code))) return words('没有这个区划', 'There is no such place')
  if ((fact.kind === 'office' || fact.kind === 'offices') && !list.every(code => known.office(code))) return words('没有这个单位', 'There is no such office')
  return fact.kind === 'reference' && !list.every(code => known.reference(fact.register ?? '', code)) ? words('目录中没有此项', 'It is not in the register') : undefined
}

/** The cells of a table that name what does not stand. */
const unknownCells = (name: string, { columns = {} }: Fact, value: Json, known: Known): readonly Fault[] =>
  (Array.isArray(value) ? value as readonly Json[] : []).flatMap((one, row) => Object.entries(isObject(one) ? one : {}).flatMap(([column, cell]) => {
    const why = columns[column] && unknown(columns[column], cell, known)
    return why ? [{ fact: name, row, column, why }] : []
  }))

/** Values that name something elsewhere must name something that is there. */
export const danglingIn = (procedure: Procedure, set: { readonly [fact: string]: Json }, known: Known): Refusal | undefined => {
  const faults = Object.entries(set).flatMap(([name, value]): readonly Fault[] => {
    const fact = procedure.facts[name]
    if (!fact || value === null) return []
    const why = unknown(fact, value, known)
    return why ? [{ fact: name, why }] : fact.kind === 'rows' ? unknownCells(name, fact, value, known) : []
  })
  return faults.length === 0 ? undefined : faulty(faults)
}

/** A colleague named must hold a post in the office that holds the matter, and one that does its work. Whom the step itself writes down is not asked about, nor who is declared to be of another office. */
export const strangerIn = async (tx: Tx, procedure: Procedure, step: string, set: { readonly [fact: string]: Json }, office: string | undefined, at: Date): Promise<Refusal | undefined> => {
  const given = asked(procedure.steps[step] ?? {})
  const named = Object.entries(set).filter(([name, value]) => procedure.facts[name]?.kind === 'account' && procedure.facts[name].schema['x-office'] === undefined && value !== null && given.some(ask => ask.fact === name))
  for (const [name, value] of named) {
    const [row] = await tx.query<{ there: boolean }>(
      `select exists (select from post where account = $1::uuid and office = $2 and kind = any($4::text[])
         and since <= $3::timestamptz and (until is null or until > $3::timestamptz)) as there`, [value, office ?? '', at.toISOString(), `{${working.join(',')}}`])
    if (!row?.there) return faultAt(name, '该人员在承办单位没有经办岗位', 'That person holds no post in the office from which to handle it')
  }
  return undefined
}

/** Binds files named in facts to the matter; each must be the giver's own, free, and of a kind that the fact takes. From then on a file names no giver: who gave it is for the entry to say, or to hide. */
export const bindFiles = async (tx: Tx, procedure: Procedure, set: { readonly [fact: string]: Json }, matter: Matter): Promise<Refusal | undefined> => {
  const given = Object.entries(set).filter(([name]) => procedure.facts[name]?.kind === 'files')
  for (const [name, value] of given) {
    const ids = Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []
    if (ids.length === 0) continue
    const bound = await tx.query<{ type: string }>(
      'select type from app_bind_files($1, $2::uuid, $3::text::uuid[], $4, $5, $6, $7)',
      [matter.county, matter.id, `{${ids.join(',')}}`, name, procedure.facts[name]?.class, matter.seq === 0, procedure.facts[name]?.shared === true])
    if (bound.length !== ids.length) return unfitFile(name, words('文件不存在、已用于其他事项或已过期，请重新上传', 'A file is missing, already used or expired; please upload it again'))
    if (procedure.facts[name]?.schema['x-accept'] === 'image' && !bound.every(({ type }) => type.startsWith('image/'))) {
      return unfitFile(name, words('此处只收照片（JPEG、PNG、WebP），不收文档', 'Only photos are taken here (JPEG, PNG, WebP), no documents'))
    }
  }
  return undefined
}

const unfitFile = (fact: string, why: Words): Refusal =>
  faulty([{ fact, why }])
