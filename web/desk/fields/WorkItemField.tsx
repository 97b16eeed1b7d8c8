import { Select } from 'antd'
import { itemKinds, type ItemKind } from '../../../kernel/gate.ts'
import { kindOfOffice } from '../../../kernel/post.ts'
import { countyOf } from '../../../kernel/region.ts'
import { problemOf } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'
import type { FieldProps } from './field-props.ts'
import { textOf } from './value.ts'

const order: readonly ItemKind[] = ['assist', 'entrust']

/** An item of the county's list: those of one's own office first, then the others, which the gate refuses and says why. */
export const WorkItemField = ({ id, value, change, invalid, describedBy, required, label, me, place }: FieldProps) => {
  const { t, say } = useLang()
  const found = useAsk(paths.workItems(countyOf(place ?? actingPost(me)?.region.code ?? '')), { fresh: 600_000 })
  const mine = kindOfOffice(actingPost(me)?.office?.code ?? '')
  const items = (found.data ?? []).filter(item => item.kind !== 'own')
  const options = order.map(kind => ({
    label: say(itemKinds[kind]),
    options: items.filter(item => item.kind === kind && item.office === mine).map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
  })).filter(group => group.options.length > 0)
  return (
    <Select
      id={id} className="full" showSearch={{ optionFilterProp: 'label' }} allowClear loading={found.isLoading} aria-label={label} aria-describedby={describedBy} aria-required={required}
      {...(invalid && { status: 'error' as const })} value={textOf(value) || null} onChange={(next: string | undefined) => change(next ?? null)} options={options}
      notFoundContent={found.isError ? say(problemOf(found.error).words) : found.isLoading ? t('正在读取清单…', 'Reading the list…') : t('清单中没有由本单位负责的协助事项：不得要求村（社区）承担', 'The list names nothing that your office may ask for: communities can’t be given it')}
    />
  )
}

/** One of an office's own duties: of the office acted from, or of the one named. */
export const DutyItemField = ({ id, value, change, invalid, describedBy, required, label, me }: FieldProps) => {
  const { t, say } = useLang()
  const office = actingPost(me)?.office?.code
  const found = useAsk(office === undefined ? undefined : paths.dutyItems(office), { fresh: 600_000 })
  return (
    <Select
      id={id} className="full" showSearch={{ optionFilterProp: 'label' }} allowClear loading={found.isLoading} aria-label={label} aria-describedby={describedBy} aria-required={required}
      {...(invalid && { status: 'error' as const })} value={textOf(value) || null} onChange={(next: string | undefined) => change(next ?? null)}
      options={(found.data ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
      notFoundContent={found.isError ? say(problemOf(found.error).words) : t('本单位没有公布职责事项清单', 'Your office has published no duty list')}
    />
  )
}
