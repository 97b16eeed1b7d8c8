import { useLang } from '../lang.ts'
import { textSizes, useTextSize, type TextSize } from './text-size.ts'

const names = Object.keys(textSizes) as TextSize[]

/** How large the text is to be, each choice written in its own size. */
export const TextSizes = ({ id }: { readonly id: string }) => {
  const { t, say } = useLang()
  const [size, set] = useTextSize()
  return (
    <fieldset id={id} className="text-sizes no-print">
      <legend className="hint">{t('字号', 'Text size')}</legend>
      <div className="options">
        {names.map(name => (
          <label key={name} className="option">
            <input type="radio" name={id} checked={size === name} onChange={() => set(name)} />
            <span className={`text-${name}`}>{say(textSizes[name])}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
