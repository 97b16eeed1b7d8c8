import { useState } from 'react'
import type { Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { Field } from '../../parts/phone/inputs/Field.tsx'
import { Options } from '../../parts/phone/inputs/Options.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { communityOf, seesGrids } from '../place.ts'
import { Households } from './Households.tsx'
import { Matters } from './Matters.tsx'
import { useHeld } from './useHeld.ts'

/** Every matter of my grid or village, and every household, found by number, words, name or its first letters; without a signal among what this phone holds. */
const Find = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const [typed, setTyped] = useState('')
  const [what, setWhat] = useState<'matters' | 'households'>('matters')
  const held = useHeld()
  const community = seesGrids(me) ? communityOf(me) : undefined
  const households = what === 'households' && community !== undefined
  return (
    <Page title={t('查找', 'Find')}>
      <div className="stack">
        {community !== undefined && (
          <Options side label={t('找什么', 'Look for')} value={what} choose={setWhat} options={[{ value: 'matters', label: t('事项', 'Matters') }, { value: 'households', label: t('住户', 'Households') }]} />
        )}
        <Field id="area-search" label={households ? t('门牌、姓名或拼音首字母', 'Door, name or first letters of its pinyin') : t('编号、字词、姓名或拼音首字母', 'Number, words, name or first letters of its pinyin')}>
          <input id="area-search" className="input" type="search" autoComplete="off" autoCapitalize="none" value={typed} onChange={event => setTyped(event.target.value)} />
        </Field>
        {households ? <Households community={community} typed={typed} held={held} /> : <Matters me={me} typed={typed} held={held} />}
      </div>
    </Page>
  )
}
export default Find
