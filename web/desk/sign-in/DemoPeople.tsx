import type { DemoPerson } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'

type Props = { readonly busy: boolean; readonly enter: (person: DemoPerson) => void }

const elsewhere = { field: '/field/', home: '/' } as const

/** In demo mode: one of each kind of person, to sign in as with one click. Shown only where the server offers them. */
export const DemoPeople = ({ busy, enter }: Props) => {
  const { t, say } = useLang()
  const people = useAsk(paths.demoPeople(), { fresh: 60_000 }).data ?? []
  if (people.length === 0) return null
  const here = people.filter(person => person.door === 'desk')
  const others = people.filter(person => person.door !== 'desk')
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('演示：以其中一人的身份进入', 'Demo: enter as one of these people')}</h2>
      <p className="demo-note">{t('以下人物、事项和数据均为虚构，仅供体验。', 'These people, matters and figures are invented, for trying out only.')}</p>
      <ul>
        {here.map(person => (
          <li key={person.id}>
            <button type="button" className="demo-person" disabled={busy} onClick={() => enter(person)}>
              <span className="demo-title">{say(person.title)}</span>
              <span className="demo-name">{person.name}</span>
              <span className="demo-place">{say(person.place)}</span>
              <span className="demo-sees">{say(person.sees)}</span>
            </button>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p className="demo-others">
          {t('另有手机端：', 'On the phone: ')}
          {others.map(person => person.door === 'desk' ? null : <a key={person.id} href={elsewhere[person.door]}>{say(person.title)}</a>)}
        </p>
      )}
    </section>
  )
}
