import { Button } from 'antd'
import { useLang } from '../../../parts/lang.ts'

/** Draws more of a long list. */
export const More = ({ left, more }: { readonly left: number; readonly more: () => void }) => {
  const { t } = useLang()
  return left > 0 ? <Button className="more" onClick={more}>{t(`再显示一些（还有 ${left} 项）`, `Show more (${left} left)`)}</Button> : null
}
