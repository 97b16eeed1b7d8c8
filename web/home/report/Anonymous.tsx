import { useLang } from '../../parts/lang.ts'
import { Check } from '../../parts/phone/inputs/Check.tsx'

/** Anonymous towards whoever handles it, and what that does and does not mean. */
export const Anonymous = ({ on, set }: { readonly on: boolean; readonly set: (on: boolean) => void }) => {
  const { t } = useLang()
  return (
    <Check
      on={on} set={set} label={t('对办理人员匿名', 'Anonymous towards those who handle it')}
      more={t('办理人员看到的是化名，看不到您的姓名和电话。平台密封保存，只在依法查询时打开并留下记录。', 'They see an alias, not your name or phone. The platform keeps them sealed and opens them only where law requires, on record.')}
    />
  )
}
