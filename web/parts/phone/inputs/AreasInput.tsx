import type { Area } from '../../../../kernel/shape.ts'
import { AreasValue } from '../../AreasValue.tsx'
import { useLang } from '../../lang.ts'
import { FaultLine } from './Field.tsx'
import type { InputProps } from './input.ts'

/** Grids are drawn at a desk; on a phone they are looked at. */
export const AreasInput = ({ name, fact, value, fault }: InputProps) => {
  const { t, say } = useLang()
  return (
    <div className={fault === undefined ? 'field' : 'field faulty'} role="group" aria-labelledby={`${name}-label`}>
      <span className="label" id={`${name}-label`}>{say(fact.label)}</span>
      {Array.isArray(value) && value.length > 0 && <AreasValue areas={value as readonly unknown[] as readonly Area[]} />}
      <span className="hint">{t('网格范围请在电脑上的工作台画出或导入。', 'Draw or import grids at the desk, on a computer.')}</span>
      {fault !== undefined && <FaultLine id={`${name}-label`} fault={fault} />}
    </div>
  )
}
