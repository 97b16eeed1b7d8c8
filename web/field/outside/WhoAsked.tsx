import { levels, levelOf, type Level } from '../../../kernel/region.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { described, Field } from '../../parts/phone/inputs/Field.tsx'
import { SelectField } from '../../parts/phone/inputs/SelectField.tsx'
import { useAsk } from '../../parts/useAsk.ts'
import { other, type Log } from './log.ts'

type Props = { readonly village: string; readonly values: Log; readonly change: (more: Partial<Log>) => void; readonly fault: string | undefined; readonly askerFault: string | undefined }

const nearFirst: readonly Level[] = ['township', 'county', 'city']

/** The offices above the community, the nearest first; one in no list is written. */
export const WhoAsked = ({ village, values, change, fault, askerFault }: Props) => {
  const { t, say } = useLang()
  const offices = useAsk(village === '' ? undefined : paths.officesFor(village), { fresh: 600_000 }).data ?? []
  const groups = nearFirst.map(level => ({ label: say(levels[level]), options: offices.filter(office => levelOf(office.region) === level).map(office => ({ value: office.code, label: office.name })) }))
  return (
    <>
      <SelectField
        label={t('谁要求的', 'Who asked')} fault={fault} value={values.office} set={office => change({ office })}
        groups={[...groups.filter(group => group.options.length > 0), { label: t('其他', 'Other'), options: [{ value: other, label: t('不在列表中，自己写', 'Not in the list') }] }]}
      />
      {values.office === other && (
        <Field id="outside-asker" label={t('写明单位', 'Which office')} hint={t('写单位、科室，不写姓名', 'The office; name no person')} fault={askerFault}>
          <input id="outside-asker" className="input" maxLength={60} autoComplete="off" value={values.asker} onChange={event => change({ asker: event.target.value })} {...described('outside-asker', t('写单位、科室，不写姓名', 'The office; name no person'), askerFault)} />
        </Field>
      )}
    </>
  )
}
