import { PrinterOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { words, type Words } from '../../../kernel/words.ts'
import { purposes } from '../../../procedures/2-foundations/access/looked.ts'
import type { Me, ReadingView, RegionRef } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import { useRegion } from '../../parts/names.ts'
import * as paths from '../../parts/paths.ts'
import { pathText } from '../../parts/Place.tsx'
import { labelsRead } from '../../parts/readings.ts'
import { stamp } from '../../parts/time.ts'
import { kindName } from '../../parts/Timeline.tsx'
import { usePages } from '../../parts/usePages.ts'
import { RegionPicker } from '../fields/RegionPicker.tsx'
import { links } from '../links.ts'
import { Empty, Failed, Loading } from '../states.tsx'

type Purpose = ReadingView['purpose']
type Narrowed = { readonly region: string; readonly officer?: Pick<ReadingView, 'by' | 'name'>; readonly matter?: NonNullable<ReadingView['matter']>; readonly purpose?: Purpose }

const purposeNames = Object.keys(purposes) as readonly Purpose[]

/** 查看记录: who read what in an area, for its auditor, the newest first. Nobody is counted or ranked here. */
export const Readings = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const area = actingPost(me)?.region
  // What it is narrowed to names people, and stands in no address.
  const [narrowed, setNarrowed] = useState<Narrowed>({ region: area?.code ?? '' })
  const found = usePages(cursor => paths.readings({
    region: narrowed.region, ...(narrowed.officer && { account: narrowed.officer.by }), ...(narrowed.matter && { matter: narrowed.matter.id }),
    ...(narrowed.purpose && { purpose: narrowed.purpose }), ...(cursor !== undefined && { cursor }),
  }))
  return (
    <div className="readings">
      <Narrowing narrowed={narrowed} area={area} narrow={setNarrowed} />
      <Summary narrowed={narrowed} area={area} />
      {found.isPending ? <Loading />
        : found.isError ? <Failed error={found.error} again={() => void found.refetch()} />
          : found.rows.length === 0 ? <Empty title={t('没有查看记录', 'No reading is on record')} />
            : <Table rows={found.rows} narrowed={narrowed} narrow={setNarrowed} />}
      {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={found.more}>{t('更早的记录', 'Earlier readings')}</Button>}
    </div>
  )
}

type AreaProps = { /** The auditor's own. */ readonly area: RegionRef | undefined }
type NarrowingProps = { readonly narrowed: Narrowed; readonly narrow: (next: Narrowed) => void }

const Narrowing = ({ narrowed, narrow, area }: NarrowingProps & AreaProps) => {
  const { t, say } = useLang()
  const { officer: _, ...anyOfficer } = narrowed
  const { matter: __, ...anyMatter } = narrowed
  const { purpose: ___, ...anyPurpose } = narrowed
  return (
    <div className="filters" role="group" aria-label={t('筛选', 'Filters')}>
      <div className="filter-region"><RegionPicker id="readings-region" value={narrowed.region} start={area} choose={region => narrow({ ...narrowed, region: region ?? area?.code ?? '' })} label={t('数据所在地', 'Where the data lie')} /></div>
      <Select
        allowClear placeholder={t('用途', 'Purpose')} aria-label={t('用途', 'Purpose')} value={narrowed.purpose ?? null} popupMatchSelectWidth={false}
        options={purposeNames.map(name => ({ value: name, label: say(purposes[name]) }))} onChange={(purpose: Purpose | undefined) => narrow(purpose === undefined ? anyPurpose : { ...narrowed, purpose })}
      />
      {narrowed.officer && <Button onClick={() => narrow(anyOfficer)}>{t(`只看 ${narrowed.officer.name}`, `Only ${narrowed.officer.name}`)} ✕</Button>}
      {narrowed.matter && <Button onClick={() => narrow(anyMatter)}>{t(`只看 ${narrowed.matter.number}`, `Only ${narrowed.matter.number}`)} ✕</Button>}
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>{t('打印', 'Print')}</Button>
    </div>
  )
}

/** What the list is narrowed to, in words: on paper the filters are gone. */
const Summary = ({ narrowed: { region, officer, matter, purpose }, area }: AreaProps & { readonly narrowed: Narrowed }) => {
  const { t, say } = useLang()
  const named = useRegion(region)
  const place = named ?? (area?.code === region ? area : undefined)
  const parts = [place && pathText(place), officer?.name, matter?.number, purpose && say(purposes[purpose])].filter(part => part !== undefined)
  return <p className="quiet only-print">{t('查看记录：', 'Readings: ')}{parts.join(t('，', ', '))}{t('；打印于 ', '; printed ')}{stamp(new Date().toISOString())}</p>
}

const registersRead: Readonly<Record<string, Words>> = { people: words('户和人口名册', 'Roll of households and people'), subsidies: words('网格员补贴台账', 'Subsidies of grid workers'), points: words('各户积分', 'Points of households') }

const Table = ({ rows, narrowed, narrow }: NarrowingProps & { readonly rows: readonly ReadingView[] }) => {
  const { t, say } = useLang()
  return (
    <div className="table-scroll">
      <table className="plain-table wide">
        <thead>
          <tr>
            <th scope="col">{t('时间', 'When')}</th><th scope="col">{t('查看人', 'Who')}</th><th scope="col">{t('单位', 'Office')}</th><th scope="col">{t('看了什么', 'What')}</th>
            <th scope="col">{t('事项', 'Matter')}</th><th scope="col">{t('用途', 'Why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <td className="date">{stamp(row.at)}</td>
              <td>
                {narrowed.officer ? row.name : <button type="button" className="plain" title={t('只看此人', 'Only this person')} onClick={() => narrow({ ...narrowed, officer: row })}>{row.name}</button>}
                <span className="sub">{say(kindName(row.kind))}</span>
              </td>
              <td>{row.office?.name ?? '—'}</td>
              <td>{labelsRead(row).map(say).join(t('、', ', '))}{row.people > 1 && <span className="sub">{t(`共 ${row.people} 人`, `of ${row.people} people`)}</span>}</td>
              <td><OfWhat row={row} {...(!narrowed.matter && { only: matter => narrow({ ...narrowed, matter }) })} /></td>
              <td>{say(purposes[row.purpose])}{row.grant !== undefined && <a className="sub" href={links.matter(row.grant)}>{t('看授权', 'The grant')}</a>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const OfWhat = ({ row, only }: { readonly row: ReadingView; readonly only?: (matter: NonNullable<ReadingView['matter']>) => void }) => {
  const { t, say } = useLang()
  const { matter } = row
  if (!matter) return <>{say(registersRead[row.register ?? ''] ?? words('—', '—'))}<span className="sub">{row.region.name}</span></>
  return (
    <>
      <a className="nowrap" href={links.matter(matter.id)}>{matter.number}</a>
      {only && <button type="button" className="plain sub no-print" onClick={() => only(matter)}>{t('只看此件', 'Only this one')}</button>}
    </>
  )
}
