import { useId, useState } from 'react'
import type { Problem } from '../../../server/wire.ts'
import { problemOf, send } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Trouble } from '../../parts/phone/Trouble.tsx'

/** Asks whether the envelope of a receipt lies in the urn: the one kept on this phone, or one typed in. */
export const Receipt = ({ matter, kept }: { readonly matter: string; readonly kept?: string }) => {
  const { t } = useLang()
  const id = useId()
  const [typed, setTyped] = useState(kept ?? '')
  const [found, setFound] = useState<boolean>()
  const [problem, setProblem] = useState<Problem>()
  const receipt = typed.replaceAll(/\s/g, '').toLowerCase()
  const look = async (): Promise<void> => {
    setProblem(undefined)
    setFound(undefined)
    try {
      setFound((await send(paths.receiptInUrn(matter, receipt))).inUrn)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <form className="stack tight" onSubmit={event => { event.preventDefault(); void look() }}>
      {kept === undefined
        ? <label className="field" htmlFor={id}><span className="label">{t('回执', 'Receipt')}</span><input id={id} className="input" value={typed} autoComplete="off" onChange={event => setTyped(event.target.value)} /></label>
        : <p>{t('回执：', 'Receipt: ')}<span className="number receipt">{kept.replaceAll(/(.{8})/g, '$1 ').trim()}</span></p>}
      <div className="buttons"><button type="submit" className="button" aria-disabled={receipt === ''}>{t('查是否在票箱里', 'Is it in the urn?')}</button></div>
      <p role="status">{found === true ? t('在票箱里。回执不显示投了什么。', 'It is in the urn. A receipt never shows the choice.') : found === false ? t('票箱里没有这张选票，请核对回执。', 'The urn holds no such ballot: check the receipt.') : ''}</p>
      {problem && <Trouble problem={problem} />}
    </form>
  )
}
