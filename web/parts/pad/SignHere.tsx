import { useState, type ComponentType, type ReactNode } from 'react'
import { useLang } from '../lang.ts'
import type { PadProps } from './Pad.tsx'

type Props = { readonly label: string; readonly take: (picture: File) => void; readonly button: (open: () => void) => ReactNode }

/** The way to the pad, for a fact that is a signature. It is fetched when somebody signs, and not before. */
export const SignHere = ({ label, take, button }: Props) => {
  const { t } = useLang()
  const [pad, setPad] = useState<{ readonly Shown: ComponentType<PadProps> }>()
  const [missing, setMissing] = useState(false)
  const open = (): void => {
    setMissing(false)
    void import('./Pad.tsx').then(({ Pad }) => setPad({ Shown: Pad }), () => setMissing(true))
  }
  return (
    <>
      {button(open)}
      {missing && <p className="fault" role="alert">{t('签名板没有打开，请再点一次，或者上传签字页的照片', 'The pad did not open: press again, or upload a photo of the signed sheet')}</p>}
      {pad && <pad.Shown label={label} take={take} close={() => setPad(undefined)} />}
    </>
  )
}
