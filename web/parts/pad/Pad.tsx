import { useEffect, useId, useRef, useState } from 'react'
import { words, type Words } from '../../../kernel/words.ts'
import { useLang } from '../lang.ts'
import { pictureOf } from './draw.ts'
import { judge } from './strokes.ts'
import { usePen } from './usePen.ts'
import './pad.css'

export type PadProps = { readonly label: string; readonly take: (picture: File) => void; readonly close: () => void }

const faults = {
  empty: words('还没有签名', 'Nothing is signed yet'),
  short: words('太短，看不出签名', 'Too short to be seen as a signature'),
} as const

const undrawn = words('这个浏览器画不出签名，请在纸上签字后拍照上传', 'This browser draws no signature: sign on paper and upload a photo')

/** The pad over the whole screen, so that it is handed over with nothing else on it and no form is sent past an unfinished signature. */
export const Pad = ({ label, take, close }: PadProps) => {
  const { t, say } = useLang()
  const id = useId()
  const sheet = useRef<HTMLDialogElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const { strokes, undo, clear } = usePen(canvas)
  const [fault, setFault] = useState<{ readonly why: Words; readonly of: typeof strokes }>()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    sheet.current?.showModal()
    // A button would be brought into view, and with large type the pad out of it.
    title.current?.focus()
  }, [])
  // What was wrong is said until something else is written.
  const why = fault?.of === strokes ? fault.why : undefined
  const done = async (): Promise<void> => {
    const verdict = judge(strokes)
    if (verdict !== 'signed') {
      setFault({ why: faults[verdict], of: strokes })
      return
    }
    try {
      take(await pictureOf(strokes))
      sheet.current?.close()
    } catch {
      setFault({ why: undrawn, of: strokes })
    }
  }
  const blank = strokes.length === 0
  return (
    <dialog ref={sheet} className="pad" aria-labelledby={id} aria-describedby={`${id}-how`} onClose={close}>
      <header>
        <h2 ref={title} id={id} tabIndex={-1}>{t('手写签名', 'Sign by hand')}</h2>
        <p>{label}</p>
      </header>
      <div className="pad-paper" role="img" aria-label={blank ? t('签名板，空白', 'The pad, blank') : t(`签名板，已写 ${strokes.length} 笔`, `The pad, strokes: ${strokes.length}`)}><canvas ref={canvas} /></div>
      <p className="pad-fault" role="alert">{why && <><span aria-hidden="true">✕ </span>{say(why)}</>}</p>
      <div className="pad-acts">
        <button type="button" disabled={blank} onClick={undo}>{t('撤销一笔', 'Undo')}</button>
        <button type="button" disabled={blank} onClick={clear}>{t('重写', 'Clear')}</button>
        <button type="button" onClick={() => sheet.current?.close()}>{t('返回', 'Back')}</button>
        <button type="button" className="pad-done" onClick={() => void done()}>{t('用这个签名', 'Use this signature')}</button>
      </div>
      <p id={`${id}-how`} className="pad-how">{t('用手指、手写笔或者鼠标在框内签名。不便书写的，返回后上传签字页的照片。', 'Sign within the frame by finger, pen or mouse. Otherwise go back and upload a photo of the signed sheet.')}</p>
    </dialog>
  )
}
