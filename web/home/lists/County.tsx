import { useDeferredValue, useState } from 'react'
import type { ListItemView, ListVersion } from '../../../server/wire.ts'
import { itemKinds, type ItemKind } from '../../../kernel/gate.ts'
import { useLang } from '../../parts/lang.ts'
import { holds, officeKindName, seasonName, workTime } from '../../parts/lists.ts'
import * as paths from '../../parts/paths.ts'
import { Fold } from '../../parts/phone/Fold.tsx'
import { Field } from '../../parts/phone/inputs/Field.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { useAsk } from '../../parts/useAsk.ts'

/** The lists in force of a county. */
export const County = ({ county, name }: { readonly county: string; readonly name: string }) => {
  const { t } = useLang()
  const found = useAsk(paths.workLists(county), { fresh: 60_000 })
  if (found.isPending) return <Waiting />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const now = found.data.find(one => one.stands === 'now')
  const next = found.data.find(one => one.stands === 'later')
  return (
    <>
      {now ? <Version county={county} of={now} /> : <p className="soft">{t(`${name}还没有生效的清单。没有清单，就不能给村（社区）安排工作任务。`, `${name} has no lists in force. Without lists communities can’t be given work.`)}</p>}
      {next && <p className="soft">{t(`新版已公布，自 ${next.since} 起施行：${next.title}`, `A new version is published, in force from ${next.since}: ${next.title}`)}</p>}
    </>
  )
}

const Version = ({ county, of }: { readonly county: string; readonly of: ListVersion }) => {
  const { t } = useLang()
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed)
  const found = useAsk(paths.workList(county, of.version), { fresh: 600_000 })
  if (found.isPending) return <Waiting />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const rows = found.data.items.filter(item => holds(item, sought))
  return (
    <>
      <div>
        <p><b>{of.title}</b></p>
        <p className="soft">{t(`自 ${of.since} 起施行，共 ${of.items} 项`, `In force from ${of.since}, ${of.items} items`)}{of.instrument !== undefined && ` · ${of.instrument}`}</p>
      </div>
      <Field id="lists-search" label={t('查找', 'Find')} hint={t('事项、单位或字词，如：救助、防汛', 'An item, an office or a word')}>
        <input id="lists-search" className="input" type="search" aria-describedby="lists-search-hint" value={typed} onChange={event => setTyped(event.target.value)} />
      </Field>
      <p className="unseen" role="status">{sought === '' ? '' : t(`找到 ${rows.length} 项`, `${rows.length} found`)}</p>
      {rows.length === 0 && <p className="soft">{t('清单里没有。没有列入清单的，不能要求村（社区）承担。', 'It is on no list: communities can’t be asked to do it.')}</p>}
      <Kind kind="own" rows={rows} says={t('由村（居）民委员会自己办，任何单位不能当作任务下达。', 'The committee does these by itself; nobody gives them as tasks.')} />
      <Kind kind="assist" rows={rows} says={t('条件到位后应当协助；条件没到位，可以不办。', 'Owed once the conditions are there; until then it may be declined.')} />
      <Kind kind="entrust" rows={rows} says={t('可以接受，也可以不接受。', 'May be taken on, or not.')} />
    </>
  )
}

/** Items shown of a list at first; the rest when asked for. */
const most = 100

const Kind = ({ kind, rows, says }: { readonly kind: ItemKind; readonly rows: readonly ListItemView[]; readonly says: string }) => {
  const { t, say } = useLang()
  const [all, setAll] = useState(false)
  const mine = rows.filter(item => item.kind === kind)
  if (mine.length === 0) return null
  const shown = all ? mine : mine.slice(0, most)
  return (
    <section className="stack tight" aria-labelledby={`list-${kind}`}>
      <h2 id={`list-${kind}`}>{say(itemKinds[kind])} <span className="soft">{mine.length}</span></h2>
      <p className="soft">{says}</p>
      {shown.map(item => <Item key={item.code} item={item} />)}
      {mine.length > shown.length && <button type="button" className="button no-print" onClick={() => setAll(true)}>{t(`显示全部 ${mine.length} 项`, `Show all ${mine.length}`)}</button>}
    </section>
  )
}

const Item = ({ item }: { readonly item: ListItemView }) => {
  const { t, say } = useLang()
  const season = seasonName(item)
  const row = (label: string, value: string | undefined) => value !== undefined && <div className="facts-row"><dt>{label}</dt><dd>{value}</dd></div>
  return (
    <Fold title={item.name}>
      <dl className="facts">
        {row(t('村（社区）做什么', 'The community’s part'), item.part)}
        {item.kind !== 'own' && row(t('谁负责', 'Responsible'), say(officeKindName(item.office)))}
        {row(t('工作条件', 'Conditions'), item.conditions)}
        {row(t('什么时候', 'When'), season && say(season))}
        {row(t('每次大约', 'About, each time'), say(workTime(item.minutes)))}
        {row(t('标准', 'Standard'), item.standard)}
        {row(t('依据', 'Basis'), item.basis)}
        {row(t('编码', 'Code'), item.code)}
      </dl>
    </Fold>
  )
}
