import { useLang } from '../../lang.ts'
import { actingPost, useMe } from '../../me.ts'
import { useColleagues, useRegion } from '../../names.ts'
import * as paths from '../../paths.ts'
import { useAsk } from '../../useAsk.ts'
import { kindOfOffice } from '../../../../kernel/post.ts'
import { ancestor, countyOf, isRegionCode, levels, type Level } from '../../../../kernel/region.ts'
import { isObject } from '../../../../kernel/words.ts'
import { finds } from '../initials.ts'
import { PlaceField } from '../PlaceField.tsx'
import { CategoryField } from './CategoryField.tsx'
import { FaultLine } from './Field.tsx'
import { asNumber, asText, type InputProps } from './input.ts'
import { SelectField } from './SelectField.tsx'
import { TextInput } from './TextInput.tsx'
import { useId, useState } from 'react'

const fresh = 600_000
/** Offices shown at once. */
const most = 8

export const OfficeInput = ({ fact, optional, value, set, fault, region }: InputProps) => {
  const { say } = useLang()
  const offices = useAsk(paths.officesFor(region), { fresh }).data ?? []
  return (
    <SelectField
      label={say(fact.label)} hint={fact.hint && say(fact.hint)} fault={fault} optional={optional} value={asText(value)} set={set}
      groups={[{ options: offices.map(office => ({ value: office.code, label: office.name })) }]}
    />
  )
}

export const AccountInput = ({ fact, optional, value, set, fault, office }: InputProps) => {
  const { say } = useLang()
  const { people } = useColleagues(fact, office)
  return (
    <SelectField
      label={say(fact.label)} hint={fact.hint && say(fact.hint)} fault={fault} optional={optional} value={asText(value)} set={set}
      groups={[{ options: people.map(person => ({ value: person.id, label: person.name })) }]}
    />
  )
}

export const OfficesInput = ({ fact, optional, value, set, fault, region }: InputProps) => {
  const { t, say } = useLang()
  const id = useId()
  const [typed, setTyped] = useState('')
  const without = fact.schema['x-without']
  const offices = (useAsk(paths.officesFor(region), { fresh }).data ?? []).filter(office => !Array.isArray(without) || !without.includes(office.kind))
  const chosen = Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : []
  const max = asNumber(fact.schema['maxItems']) ?? 10
  // What is chosen stays in sight, and a long list is cut to what is looked for.
  const found = offices.filter(office => !chosen.includes(office.code) && finds(typed, { words: [], names: [office.name] }))
  const shown = [...offices.filter(office => chosen.includes(office.code)), ...(offices.length > most ? found.slice(0, most) : found)]
  const toggle = (code: string): void => set(chosen.includes(code) ? chosen.filter(one => one !== code) : [...chosen, code])
  return (
    <fieldset className={fault === undefined ? 'field' : 'field faulty'}>
      <legend className="label">{say(fact.label)}<small>{optional && t('可不填，', 'optional, ')}{t(`最多 ${max} 个`, `at most ${max}`)}</small></legend>
      {offices.length > most && <input className="input" type="search" value={typed} aria-label={t('按名称查找单位', 'Find an office by name')} placeholder={t('按名称查找单位', 'Find an office by name')} onChange={event => setTyped(event.target.value)} />}
      <div className="options">
        {shown.map(office => (
          <label key={office.code} className="option">
            <input type="checkbox" checked={chosen.includes(office.code)} onChange={() => toggle(office.code)} />
            <span>{office.name}</span>
          </label>
        ))}
      </div>
      {found.length > most && offices.length > most && <p className="hint">{t(`还有 ${found.length - most} 个单位，输入名称查找`, `${found.length - most} more; find them by name`)}</p>}
      {fault !== undefined && <FaultLine id={id} fault={fault} />}
    </fieldset>
  )
}

const allowedLevels = (list: unknown): readonly Level[] =>
  Array.isArray(list) ? list.filter((one): one is Level => typeof one === 'string' && Object.hasOwn(levels, one)) : ['village', 'grid']

export const RegionInput = ({ fact, optional, value, set, fault }: InputProps) => {
  const { say } = useLang()
  const place = useRegion(typeof value === 'string' && value !== '' ? value : undefined)
  return (
    <PlaceField
      label={say(fact.label)} hint={fact.hint && say(fact.hint)} fault={fault} optional={optional} allowed={allowedLevels(fact.schema['x-levels'])}
      place={place ?? null} choose={chosen => set(chosen?.code ?? null)}
    />
  )
}

export const ReferenceInput = (props: InputProps) => {
  const { say } = useLang()
  if (props.fact.register === 'work-item') return <WorkItemInput {...props} />
  if (props.fact.register === 'duty-item') return <DutyItemInput {...props} />
  if (props.fact.register === 'household') return <HouseholdInput {...props} />
  return props.fact.register === 'category'
    ? <CategoryField label={say(props.fact.label)} fault={props.fault} optional={props.optional} value={asText(props.value)} set={props.set} />
    : <TextInput {...props} />
}

/** A household of the village, by its door. */
const HouseholdInput = ({ fact, optional, value, set, fault, region }: InputProps) => {
  const { say } = useLang()
  const village = isRegionCode(region) ? ancestor(region, 'village') : undefined
  const doors = useAsk(village === undefined ? undefined : paths.households(village), { fresh }).data?.rows ?? []
  return (
    <SelectField
      label={say(fact.label)} hint={fact.hint && say(fact.hint)} fault={fault} optional={optional} value={asText(value)} set={set}
      groups={[{ options: doors.map(({ code, address }) => ({ value: code, label: `${address} · ${code.slice(13)}` })) }]}
    />
  )
}

/** An item of the county's list that one's own office answers for. */
const WorkItemInput = ({ fact, optional, value, set, fault, region }: InputProps) => {
  const { say } = useLang()
  const me = useMe().data
  const mine = kindOfOffice((me ? actingPost(me)?.office?.code : undefined) ?? '')
  const items = useAsk(paths.workItems(countyOf(region)), { fresh }).data ?? []
  return (
    <SelectField
      label={say(fact.label)} hint={fact.hint && say(fact.hint)} fault={fault} optional={optional} value={asText(value)} set={set}
      groups={[{ options: items.filter(item => item.kind !== 'own' && item.office === mine).map(({ code, name }) => ({ value: code, label: `${code} ${name}` })) }]}
    />
  )
}

const DutyItemInput = ({ fact, optional, value, set, fault }: InputProps) => {
  const { say } = useLang()
  const me = useMe().data
  const office = me ? actingPost(me)?.office?.code : undefined
  const items = useAsk(office === undefined ? undefined : paths.dutyItems(office), { fresh }).data ?? []
  return (
    <SelectField
      label={say(fact.label)} hint={fact.hint && say(fact.hint)} fault={fault} optional={optional} value={asText(value)} set={set}
      groups={[{ options: items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })) }]}
    />
  )
}

/** Another matter, among those one may see: of the area of one's post, or one's own. */
export const MatterInput = (props: InputProps) => {
  const { say } = useLang()
  const me = useMe().data
  const { data } = useAsk(me ? paths.matters(me.acting === undefined ? { scope: 'party', limit: 50 } : { scope: 'region', region: props.region, limit: 50 }) : undefined, { fresh })
  return (
    <SelectField
      label={say(props.fact.label)} hint={props.fact.hint && say(props.fact.hint)} fault={props.fault} optional={props.optional} value={asText(props.value)} set={props.set}
      groups={[{ options: (data?.rows ?? []).map(row => ({ value: row.id, label: `${row.number} ${row.title}` })) }]}
    />
  )
}

/** Whether a value is one person of a list. */
export const personParts = (one: unknown): { readonly name: string; readonly phone: string } => ({
  name: isObject(one) && typeof one['name'] === 'string' ? one['name'] : '',
  phone: isObject(one) && typeof one['phone'] === 'string' ? one['phone'] : '',
})
