import { useLang } from '../../parts/lang.ts'
import { choiceIn, textIn } from '../../parts/talk.ts'
import { longDay } from '../../parts/time.ts'
import type { SaidView } from '../../../server/wire/deliberation.ts'

type Props = { readonly said: readonly SaidView[]; /** Which of their facts is what was said, and which the answer. */ readonly what: string; readonly answer: string; readonly by: string; readonly none: string }

/** What was said, without names, and what was answered, by name of post. */
export const Said = ({ said, what, answer, by, none }: Props) => {
  const { lang, t, say } = useLang()
  if (said.length === 0) return <p className="soft" role="status">{none}</p>
  return (
    <ul className="list">
      {said.map(({ id, at, facts, stage }) => {
        const replied = textIn(facts, answer)
        const outcome = choiceIn(facts, 'outcome', 'replied')
        return (
          <li key={id} className="line">
            <span className="line-more">{[choiceIn(facts, 'sort'), choiceIn(facts, 'speaksAs'), choiceIn(facts, 'concern')].flatMap(one => (one ? [say(one)] : [])).concat(longDay(at, lang)).join(' · ')}</span>
            <span className="fact-text">{textIn(facts, what)}</span>
            {replied === undefined
              ? stage === 'waiting' && <span className="tag soon">{t('待答复', 'To be answered')}</span>
              : <span className="fact-text"><b>{by}{outcome && `（${say(outcome)}）`}{t('：', ': ')}</b>{replied}</span>}
          </li>
        )
      })}
    </ul>
  )
}
