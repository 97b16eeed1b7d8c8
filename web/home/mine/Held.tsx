import { Link } from 'wouter'
import type { Me, MyData } from '../../../server/wire.ts'
import { FactList } from '../../parts/FactList.tsx'
import { useLang } from '../../parts/lang.ts'
import { Fold } from '../../parts/phone/Fold.tsx'
import { longDay, stamp } from '../../parts/time.ts'
import { figuresOf, filesOf, rowsOf, textOf, wordsOf } from './rows.ts'

type Props = { readonly data: MyData }

/** What is held, in plain groups: who I am, what I said, what I was told, where I am signed in. */
export const Held = ({ data, me }: Props & { readonly me: Me }) => {
  const { t } = useLang()
  return (
    <section className="stack" aria-labelledby="held">
      <h2 id="held">{t('存了我的什么', 'What is kept about me')}</h2>
      <About data={data} me={me} />
      <Matters data={data} />
      <Short data={data} />
    </section>
  )
}

const About = ({ data, me }: Props & { readonly me: Me }) => {
  const { lang, t } = useLang()
  const [account, listed] = rowsOf(data, 'account')
  return (
    <div className="card">
      <dl className="facts">
        <div className="facts-row"><dt>{t('姓名', 'Name')}</dt><dd>{me.name}</dd></div>
        {me.home && <div className="facts-row"><dt>{t('所在村（社区）', 'Village')}</dt><dd>{me.home.name}</dd></div>}
        {account && <div className="facts-row"><dt>{t('账号建立', 'Account since')}</dt><dd>{longDay(textOf(account, 'created').slice(0, 10), lang)}</dd></div>}
        {listed && <div className="facts-row"><dt>{t('村里登记', 'On the village’s roll')}</dt><dd>{textOf(listed, 'listedAs')} {textOf(listed, 'householdAddress')}</dd></div>}
      </dl>
      <p className="small soft">{t('不存民族、信仰、人脸和行踪。', 'No ethnicity, faith, face or trail of where you were is kept.')}</p>
    </div>
  )
}

const Matters = ({ data }: Props) => {
  const { t, say } = useLang()
  const rows = rowsOf(data, 'matters')
  return (
    <Fold icon="list" title={t(`我参与的事项（${rows.length} 件）`, `Matters I take part in (${rows.length})`)}>
      <ul className="stack">
        {rows.map(row => {
          const id = textOf(row, 'id')
          return (
            <li key={id} className="card stack tight">
              <p><b>{say(wordsOf(row['title']))}</b> <span className="number">{textOf(row, 'number')}</span> · {say(wordsOf(row['stage']))}</p>
              <FactList procedure={textOf(row, 'procedure')} figures={figuresOf(row, say)} files={filesOf(row)} />
              <p className="row no-print">
                <Link className="link" href={`/matters/${id}`}>{t('打开', 'Open')}</Link>
                <Link className="link" href={`/mine/data-request/ask?right=correct&about=${id}`}>{t('要求更正', 'Have it corrected')}</Link>
                <Link className="link" href={`/mine/data-request/ask?right=erase&about=${id}`}>{t('要求删除', 'Have it erased')}</Link>
              </p>
            </li>
          )
        })}
      </ul>
    </Fold>
  )
}

const Short = ({ data }: Props) => {
  const { t, say } = useLang()
  const [notices, sessions, files] = [rowsOf(data, 'notices'), rowsOf(data, 'sessions'), rowsOf(data, 'files')]
  return (
    <>
      <Fold icon="bell" title={t(`给我的通知（${notices.length} 条）`, `Notices to me (${notices.length})`)}>
        <ul className="stack tight">{notices.map(row => <li key={textOf(row, 'id')}>{stamp(textOf(row, 'at'))} {say(wordsOf(row['words']))}</li>)}</ul>
      </Fold>
      <Fold icon="shield" title={t(`登录（${sessions.length} 处）`, `Sign-ins (${sessions.length})`)}>
        <ul className="stack tight">{sessions.map(row => <li key={textOf(row, 'id')}>{stamp(textOf(row, 'since'))} {textOf(row, 'device')}</li>)}</ul>
      </Fold>
      {files.length > 0 && (
        <Fold icon="file" title={t(`还没提交的文件（${files.length} 个，一天后删除）`, `Files not handed in (${files.length}; gone after a day)`)}>
          <ul className="stack tight">{files.map(row => <li key={textOf(row, 'id')}>{textOf(row, 'name')}</li>)}</ul>
        </Fold>
      )}
    </>
  )
}
