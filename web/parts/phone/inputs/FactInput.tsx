import type { ReactNode } from 'react'
import type { FactKind } from '../../../../kernel/fact.ts'
import { AreasInput } from './AreasInput.tsx'
import { ChoiceInput, YesNoInput } from './ChoiceInput.tsx'
import { FilesInput } from './FilesInput.tsx'
import type { InputProps } from './input.ts'
import { PeopleInput } from './PeopleInput.tsx'
import { PointInput } from './PointInput.tsx'
import { AccountInput, MatterInput, OfficeInput, OfficesInput, ReferenceInput, RegionInput } from './RegisterInput.tsx'
import { RegionsInput } from './RegionsInput.tsx'
import { RowsInput } from './RowsInput.tsx'
import { IdNumberInput, NameInput, PhoneInput, TextInput } from './TextInput.tsx'
import { DayInput, InstantInput } from './TimeInput.tsx'
import { WholeInput } from './WholeInput.tsx'

const inputs = {
  text: TextInput, choice: ChoiceInput, yesNo: YesNoInput, whole: WholeInput, day: DayInput, instant: InstantInput, region: RegionInput,
  office: OfficeInput, offices: OfficesInput, account: AccountInput, point: PointInput, files: FilesInput, areas: AreasInput, personName: NameInput,
  phone: PhoneInput, idNumber: IdNumberInput, reference: ReferenceInput, matter: MatterInput, people: PeopleInput, regions: RegionsInput, rows: RowsInput,
} satisfies Record<FactKind, (props: InputProps) => ReactNode>

/** The plain input for a fact of any kind. */
export const FactInput = (props: InputProps) => {
  const Input = inputs[props.fact.kind]
  return <Input {...props} Cell={FactInput} />
}
