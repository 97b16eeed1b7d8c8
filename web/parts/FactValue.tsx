import { useContext, useState } from 'react'
import type { Fact, FactKind } from '../../kernel/fact.ts'
import { isObject, words, type Json, type Words } from '../../kernel/words.ts'
import type { FileRef } from '../../server/wire.ts'
import type { Area } from '../../kernel/shape.ts'
import { AreasValue } from './AreasValue.tsx'
import { DoorContext } from './door.ts'
import { Files } from './Files.tsx'
import { useLang } from './lang.ts'
import { useCategories, useColleagues, useItemName, useOffice, useRegion } from './names.ts'
import { maskedText } from './masked.ts'
import { Place } from './Place.tsx'
import { firstPlaces } from './places.ts'
import { plain } from './plain.ts'
import { labelOf } from './readings.ts'
import { RowsValue } from './RowsValue.tsx'
import { count, longDay, stamp } from './time.ts'
import { usePrinting } from './usePrinting.ts'

export type FactProps = {
  readonly fact: Fact
  readonly value: Json
  /** Files of the matter, for their names and kinds. */
  readonly files?: readonly FileRef[]
  /** The office whose people an account may be one of, and whose lists an item is of. */
  readonly office?: string | undefined
  /** Where a table is as a sheet. */
  readonly sheet?: string | undefined
}

const Text = ({ fact, value }: FactProps) => (fact.schema['x-names'] === 'facts' ? <FactNames names={plain(value)} /> : <span className="fact-text">{plain(value)}</span>)

const FactNames = ({ names }: { readonly names: string }) => {
  const { t, say } = useLang()
  return <>{names === '' ? t('全部', 'All of them') : names.split(/[、,]/).map(name => say(labelOf(name))).join(t('、', ', '))}</>
}

const Choice = ({ fact, value }: FactProps) => {
  const { say } = useLang()
  const option = typeof value === 'string' ? fact.options?.[value] : undefined
  return <>{option ? say(option) : plain(value)}</>
}

const YesNo = ({ value }: FactProps) => {
  const { t } = useLang()
  return <>{value === true ? t('是', 'Yes') : t('否', 'No')}</>
}

const Whole = ({ fact, value }: FactProps) => {
  const { lang } = useLang()
  const unit = fact.schema['x-unit']
  // Sums are read by their thousands; four digits may be a year.
  return <>{typeof value === 'number' && value >= 10_000 && unit !== undefined ? count(value) : plain(value)}{isObject(unit) && typeof unit[lang] === 'string' ? ` ${unit[lang]}` : ''}</>
}

const Day = ({ value }: FactProps) => {
  const { lang } = useLang()
  return <>{longDay(plain(value), lang)}</>
}

const Instant = ({ value }: FactProps) => <>{stamp(plain(value))}</>

const Region = ({ value }: FactProps) => {
  const region = useRegion(plain(value))
  return region ? <Place region={region} /> : <>{plain(value)}</>
}

const OneOffice = ({ code }: { readonly code: string }) => <>{useOffice(code)?.name ?? code}</>
const Office = ({ value }: FactProps) => <OneOffice code={plain(value)} />

const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? value as readonly Json[] : [])

const Offices = ({ value }: FactProps) => (
  <>{listOf(value).map(plain).map((code, i) => <span key={code}>{i > 0 && '、'}<OneOffice code={code} /></span>)}</>
)

const OneRegion = ({ code }: { readonly code: string }) => <>{useRegion(code)?.name ?? code}</>

const Regions = ({ value }: FactProps) => {
  const { t } = useLang()
  const [all, setAll] = useState(false)
  const printing = usePrinting()
  const codes = listOf(value).map(plain)
  const shown = all || printing ? codes : codes.slice(0, firstPlaces)
  return (
    <>
      {codes.length > 5 && t(`共 ${codes.length} 个：`, `${codes.length}: `)}
      {shown.map((code, i) => <span key={code}>{i > 0 && '、'}<OneRegion code={code} /></span>)}
      {codes.length > firstPlaces && <> <button type="button" className="plain no-print" aria-expanded={all} onClick={() => setAll(!all)}>{all ? t('收起', 'Fold') : t(`显示全部 ${codes.length} 个`, `Show all ${codes.length}`)}</button></>}
    </>
  )
}

const Rows = ({ fact, value, sheet, office }: FactProps) => (
  <RowsValue fact={fact} value={value} sheet={sheet} cell={(column, one) => <FactValue fact={column} value={one} office={office} />} />
)

const Account = ({ fact, value, office }: FactProps) => {
  const { t } = useLang()
  const { people } = useColleagues(fact, office)
  return <>{people.find(person => person.id === value)?.name ?? t('本单位人员', 'a person of the office')}</>
}

const Point = ({ value }: FactProps) => {
  const { t } = useLang()
  if (!isObject(value) || typeof value['lon'] !== 'number' || typeof value['lat'] !== 'number') return null
  const near = typeof value['metres'] === 'number' ? t(`，误差约 ${Math.round(value['metres'])} 米`, `, within ${Math.round(value['metres'])} m`) : ''
  return <>{`${value['lat'].toFixed(5)}, ${value['lon'].toFixed(5)} (${value['datum'] === 'gcj02' ? 'GCJ-02' : 'WGS 84'}${near})`}</>
}

const FilesOf = ({ value, files = [] }: FactProps) => (
  <Files ids={listOf(value).filter(id => typeof id === 'string')} known={files} />
)

const Reference = ({ fact, value, office }: FactProps) => {
  const { say } = useLang()
  const item = useItemName(fact.register ?? '', plain(value), office)
  const row = useCategories().find(category => category.code === value)
  // Whose account or post it is stands beside it by name; its number is for reference.
  if (fact.register === 'account' || fact.register === 'post') return <code title={plain(value)}>{plain(value).slice(0, 8)}</code>
  if (item !== undefined) return <>{plain(value)} {item}</>
  return <>{fact.register === 'category' && row ? say(row) : plain(value)}</>
}

const MatterLink = ({ value }: FactProps) => {
  const { t } = useLang()
  const { matter } = useContext(DoorContext)
  return matter ? <a href={matter(plain(value))}>{t('打开该事项', 'Open that matter')}</a> : <>{t('另一事项', 'another matter')}</>
}

const People = ({ value }: FactProps) => (
  <>{listOf(value).map(one => (isObject(one) ? [one['name'], one['phone']].filter(part => typeof part === 'string').join(' ') : '')).join('；')}</>
)

const Areas = ({ value }: FactProps) => <AreasValue areas={listOf(value).filter(isObject) as readonly unknown[] as readonly Area[]} />

const shown = {
  text: Text, choice: Choice, yesNo: YesNo, whole: Whole, day: Day, instant: Instant, region: Region, office: Office, offices: Offices,
  account: Account, point: Point, files: FilesOf, areas: Areas, personName: Text, phone: Text, idNumber: Text, reference: Reference, matter: MatterLink, people: People, regions: Regions, rows: Rows,
} satisfies Record<FactKind, (props: FactProps) => React.ReactNode>

/** What is told of a list whose contents are hidden. */
const counted: { readonly [K in FactKind]?: (n: number) => Words } = {
  files: n => words(`${n} 个文件`, `${n} files`), rows: n => words(`${n} 行`, n === 1 ? '1 row' : `${n} rows`), regions: n => words(`${n} 个地方`, `${n} place(s)`), areas: n => words(`${n} 个网格`, `${n} grid(s)`),
}

/** A fact's value as its reader sees it; a masked one says that it is. */
export const FactValue = ({ masked = false, ...props }: FactProps & { readonly masked?: boolean }) => {
  const { t, say } = useLang()
  if (props.value === null) return <span className="fact-none">—</span>
  if (masked) {
    const hidden = typeof props.value === 'string' ? maskedText(props.value) : undefined
    if (hidden) return <span className="masked">{say(hidden)}</span>
    const text = typeof props.value === 'string' ? props.value : typeof props.value === 'number' ? say(counted[props.fact.kind]?.(props.value) ?? words('***', '***')) : '***'
    return <span className="masked">{text} <span className="masked-mark">{t('无权查看全文', 'hidden from this post')}</span></span>
  }
  const Shown = shown[props.fact.kind]
  return <Shown {...props} />
}
