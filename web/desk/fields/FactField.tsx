import type { ReactNode } from 'react'
import type { FactKind } from '../../../kernel/fact.ts'
import type { Words } from '../../../kernel/words.ts'
import { useLang } from '../../parts/lang.ts'
import { procedureOf } from '../../parts/procedures.ts'
import { rowChoices } from '../../parts/rows/row-choices.ts'
import { AccountField } from './AccountField.tsx'
import { AreasField } from './AreasField.tsx'
import { ClausesField } from './ClausesField.tsx'
import { ChoiceField, YesNoField } from './ChoiceField.tsx'
import { DayField, InstantField } from './DayField.tsx'
import type { FieldProps } from './field-props.ts'
import { FilesField } from './FilesField.tsx'
import { MatterField } from './MatterField.tsx'
import { OfficeField, OfficesField } from './OfficeField.tsx'
import { PeopleField } from './PeopleField.tsx'
import { PointField } from './PointField.tsx'
import { PostMovesField } from './PostMovesField.tsx'
import { ReferenceField } from './ReferenceField.tsx'
import { RegionField } from './RegionField.tsx'
import { RegionsField } from './RegionsField.tsx'
import { RowsField } from './RowsField.tsx'
import { IdNumberField, NameField, PhoneField, TextField } from './TextField.tsx'
import { RowOfField } from './RowOfField.tsx'
import { WholeField } from './WholeField.tsx'

const fields = {
  text: TextField, choice: ChoiceField, yesNo: YesNoField, whole: WholeField, day: DayField, instant: InstantField, region: RegionField,
  office: OfficeField, offices: OfficesField, account: AccountField, point: PointField, files: FilesField, areas: AreasField, personName: NameField,
  phone: PhoneField, idNumber: IdNumberField, reference: ReferenceField, matter: MatterField, people: PeopleField, regions: RegionsField, rows: RowsField,
} satisfies Record<FactKind, (props: FieldProps) => ReactNode>

/** Kinds that are several controls: their name is a heading of a group, not the label of one field. */
const grouped: ReadonlySet<FactKind> = new Set(['choice', 'yesNo', 'point', 'files', 'areas', 'matter', 'people', 'rows'])

type Props = Pick<FieldProps, 'name' | 'procedure' | 'fact' | 'value' | 'change' | 'faults' | 'me' | 'matter' | 'place' | 'given'> & {
  readonly optional: boolean
  readonly fault: Words | undefined
}

/** A fact asked for: its label, hint and fault around the field of its kind. */
export const FactField = ({ optional: mayLack, fault, ...rest }: Props) => {
  const { lang, t, say } = useLang()
  const { fact, name } = rest
  const id = `fact-${name}`
  const Field = fact.schema['x-beside'] === 'clauses' && rest.matter ? ClausesField : fact.columns?.['post']?.register === 'post' ? PostMovesField : fields[fact.kind]
  const notes = [...(fact.hint ? [`${id}-hint`] : []), ...(fault ? [`${id}-fault`] : [])]
  const label = say(fact.label)
  const procedure = procedureOf(rest.procedure)
  const rows = procedure && rest.matter && rowChoices(procedure, fact, rest.matter.allFacts, lang)
  // Which row may be left out where there is none, and is then not asked.
  if (rows?.length === 0 && mayLack) return null
  const optional = mayLack && rows === undefined
  const given = { ...rest, id, label, invalid: fault !== undefined, required: !optional, describedBy: notes.length > 0 ? notes.join(' ') : undefined }
  const field = rows ? <RowOfField {...given} rows={rows} /> : <Field {...given} />
  const title = <>{label}{optional && <span className="optional">{t('选填', 'optional')}</span>}</>
  return (
    <div className={rest.faults.some(one => one.fact === name) ? 'field has-fault' : 'field'}>
      {grouped.has(fact.kind) || rows
        ? <fieldset aria-describedby={notes.length > 0 ? notes.join(' ') : undefined}><legend className="field-label">{title}</legend>{field}</fieldset>
        : <><label className="field-label" htmlFor={id}>{title}</label>{field}</>}
      {fact.hint && <p id={`${id}-hint`} className="hint">{say(fact.hint)}</p>}
      {fault && <p id={`${id}-fault`} className="fault"><span aria-hidden="true">✕ </span>{say(fault)}</p>}
    </div>
  )
}
