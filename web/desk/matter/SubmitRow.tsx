import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useLang } from '../../parts/lang.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import type { StepFormState } from '../../parts/useStepForm.ts'

type Props = { readonly form: StepFormState; readonly label: string; readonly primary?: boolean; /** Said in place of the label, as “seen it, submit again”. */ readonly again?: string | undefined }

/** The button that takes the step and, above it, the refusal if there was one. */
export const SubmitRow = ({ form, label, primary = true, again }: Props) => {
  const { t } = useLang()
  const row = useRef<HTMLDivElement>(null)
  const { turnedBack } = form
  useEffect(() => {
    if (turnedBack > 0) row.current?.closest('form')?.querySelector<HTMLElement>('.has-fault :is(input:not([hidden]), textarea, button)')?.focus()
  }, [turnedBack])
  return (
    <>
      {form.problem && form.problem.code !== 'stale' && <RefusalNote why={form.problem.words} remedy={form.problem.remedy} basis={form.problem.basis} loud />}
      {!form.problem && form.faults.length > 0 && <p className="faults" role="alert">{t(`有 ${form.faults.length} 项需要修改，见上方标出处`, `${form.faults.length} to mend, marked above`)}</p>}
      <div ref={row} className="submit">
        <Button type={primary ? 'primary' : 'default'} htmlType="submit" loading={form.sending}>{again ?? label}</Button>
        {form.typed && !form.sending && <span className="quiet">{t('草稿已保存在本页', 'Kept as a draft in this tab')} <button type="button" className="plain" onClick={form.clear}>{t('清空', 'clear')}</button></span>}
      </div>
    </>
  )
}
