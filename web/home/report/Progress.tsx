import { useLang } from '../../parts/lang.ts'

/** Where one is on the way through the report. */
export const Progress = ({ at }: { readonly at: 1 | 2 | 3 }) => {
  const { t } = useLang()
  return (
    <div>
      <span className="small soft">{t(`第 ${at} 步，共 3 步`, `Step ${at} of 3`)}</span>
      <div className="progress" aria-hidden="true">{[1, 2, 3].map(step => <i key={step} className={step <= at ? 'done' : ''} />)}</div>
    </div>
  )
}
