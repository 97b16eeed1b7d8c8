import { Link } from 'wouter'
import type { MyData } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { longDay } from '../../parts/time.ts'
import { rowsOf, textOf, wordsOf } from './rows.ts'

/** What I agreed to, and the way to take it back. */
export const Consents = ({ data }: { readonly data: MyData }) => {
  const { lang, t, say } = useLang()
  const rows = rowsOf(data, 'consents')
  const day = (instant: string): string => longDay(instant.slice(0, 10), lang)
  return (
    <section className="stack" aria-labelledby="consents">
      <h2 id="consents">{t('我同意过的', 'What I agreed to')}</h2>
      {rows.length === 0 && <p className="soft">{t('没有。办事所必需的不用您同意；除此之外，没有您同意就不用。', 'Nothing. What an office must do needs no consent; beyond that nothing is used without yours.')}</p>}
      <ul className="list">
        {rows.map(row => {
          const withdrawn = textOf(row, 'withdrawn')
          return (
            <li key={textOf(row, 'matter')} className="line">
              <span className="line-title">{say(wordsOf(row['label']))}</span>
              <span className="small soft">
                {t('同意于 ', 'Given on ')}{day(textOf(row, 'given'))}
                {textOf(row, 'until') !== '' && `${t('，有效至 ', ', until ')}${day(textOf(row, 'until'))}`}
                {withdrawn !== '' && `${t('，已于 ', ', ended on ')}${day(withdrawn)}${t('撤回或到期', '')}`}
              </span>
              {withdrawn === '' && <Link className="no-print" href={`/matters/${textOf(row, 'matter')}/withdraw`}>{t('撤回', 'Withdraw')}</Link>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
