import { encode } from 'uqr'
import { useLang } from '../lang.ts'

/** Empty modules around, as the standard asks. */
const quiet = 4

/** A picture for an authenticator app, drawn here: the secret goes nowhere. Dark on light in any theme, or cameras can't read it. */
export const Qr = ({ text }: { readonly text: string }) => {
  const { t } = useLang()
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : []))).join('')
  const side = size + quiet * 2
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={t('供验证器应用扫描的二维码；也可手工输入旁边的密钥', 'A code to scan with the app; the key beside it can be typed instead')} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
