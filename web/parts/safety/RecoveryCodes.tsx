import { use } from 'react'
import { useLang } from '../lang.ts'
import { KitContext } from './kit.ts'

/** Ten codes for the day the phone is lost, shown once. */
export const RecoveryCodes = ({ codes, kept }: { readonly codes: readonly string[]; readonly kept: () => void }) => {
  const { t } = useLang()
  const { Button } = use(KitContext)
  return (
    <div className="recovery" role="status">
      <p><b>{t('请保存这些恢复码', 'Keep these recovery codes')}</b></p>
      <p>{t('手机丢失时，用其中一个代替动态验证码，每个只能用一次。请抄写或打印，与手机分开存放；离开后不再显示。', 'If the phone is lost, one of them stands for the code; each is good for once. Write them down or print them, and keep them apart from the phone. They will not be shown again.')}</p>
      <ol>{codes.map(code => <li key={code}><code>{code}</code></li>)}</ol>
      <div className="submit">
        <Button main click={kept}>{t('我已保存', 'I have kept them')}</Button>
        <Button click={() => window.print()}>{t('打印', 'Print')}</Button>
      </div>
    </div>
  )
}
