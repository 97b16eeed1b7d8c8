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
  const faulty = new Set(form.faults.map(fault => fault.fact)).size
  useEffect(() => {
    if (turnedBack === 0) return
    const first = row.current?.closest('form')?.querySelector('.has-fault')
    // A long table leads to its cell itself, which may not be drawn yet.
    const leads = first?.querySelector<HTMLElement>('[data-leads]')
    if (leads) leads.click()
    else first?.querySelector<HTMLElement>(':is(input:not([hidden]), textarea, button)')?.focus()
  }, [turnedBack])
  return (
    <>
      {form.problem && form.problem.code !== 'stale' && <RefusalNote why={form.problem.words} remedy={form.problem.remedy} basis={form.problem.basis} loud />}
      {!form.problem && faulty > 0 && <p className="faults" role="alert">{t(`有 ${faulty} 项需要修改，见上方标出处`, `${faulty} to mend, marked above`)}</p>}
      <div ref={row} className="submit">
        <Button type={primary ? 'primary' : 'default'} htmlType="submit" loading={form.sending}>{again ?? label}</Button>
        {form.typed && !form.sending && <span className="quiet">{t('草稿已保存在本页', 'Kept as a draft in this tab')} <button type="button" className="plain" onClick={form.clear}>{t('清空', 'clear')}</button></span>}
      </div>
    </>
  )
}
