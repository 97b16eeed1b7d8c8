import { useLang } from '../lang.ts'
import { Icon } from './Icon.tsx'
import { useSpeech } from './speech.ts'

/** “读给我听”: only where the browser can speak. */
export const ReadAloud = ({ text }: { text: string }) => {
  const { t } = useLang()
  const speech = useSpeech(text)
  if (speech === undefined) return null
  return (
    <div className="no-print">
      <button type="button" className="button quiet read-aloud" onClick={speech.toggle}>
        <Icon name={speech.speaking ? 'stop' : 'sound'} size={1.3} />
        {speech.speaking ? t('停止朗读', 'Stop reading') : t('读给我听', 'Read to me')}
      </button>
    </div>
  )
}
