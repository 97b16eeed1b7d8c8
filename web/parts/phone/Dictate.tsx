import { useLang } from '../lang.ts'
import { Icon } from './Icon.tsx'
import { useDictation } from './useDictation.ts'

/** Says it instead of typing it: what is heard is added to what stands there. */
export const Dictate = ({ value, set }: { readonly value: string; readonly set: (to: string) => void }) => {
  const { t } = useLang()
  const dictation = useDictation(heard => set(`${value}${heard}`))
  if (!dictation) return null
  return (
    <button type="button" className="button quiet" aria-pressed={dictation.listening} onClick={dictation.toggle}>
      <Icon name={dictation.listening ? 'stop' : 'say'} size={1.2} /> {dictation.listening ? t('正在听，点一下停', 'Listening; tap to stop') : t('说话输入', 'Say it')}
    </button>
  )
}
