import { isObject } from '../../../../kernel/words.ts'
import { useLang } from '../../lang.ts'
import { PositionField } from '../PositionField.tsx'
import type { InputProps } from './input.ts'

export const PointInput = ({ fact, value, set, fault }: InputProps) => {
  const { say } = useLang()
  return <PositionField label={say(fact.label)} fault={fault} point={isObject(value) ? value : null} set={set} />
}
