import { App, Button } from 'antd'
import { useLang } from '../../parts/lang.ts'

/** A secret that is shown once, to be copied. */
export const Once = ({ label, value }: { readonly label: string; readonly value: string }) => {
  const { t } = useLang()
  const { message } = App.useApp()
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value)
      void message.success(t('已复制', 'Copied'))
    } catch {
      void message.info(t('请选中文字自行复制', 'Please select the text and copy it'))
    }
  }
  return (
    <div role="status" className="changed">
      <p>{label}</p>
      <p><code className="token">{value}</code></p>
      <p><Button size="small" onClick={() => void copy()}>{t('复制', 'Copy')}</Button></p>
    </div>
  )
}
