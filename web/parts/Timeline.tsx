import { isObject } from '../../kernel/words.ts'
import { postKinds } from '../../kernel/post.ts'
import type { Words } from '../../kernel/words.ts'
import type { EntryView, Figure, MatterView } from '../../server/wire.ts'
import { FactList } from './FactList.tsx'
import { FactValue } from './FactValue.tsx'
import { useLang } from './lang.ts'
import { procedureOf, stageOf, stepOf } from './procedures.ts'
import { stamp } from './time.ts'

const otherKinds: Readonly<Record<string, Words>> = { clock: { zh: '时限', en: 'The clock' }, system: { zh: '平台', en: 'The platform' } }

/** Of who acts unseen nothing else is told. */
const unseen: Readonly<Record<string, Words>> = { reporter: { zh: '反映人', en: 'Reporter' } }

/** The name of a kind of post, or of the clock and the platform. */
export const kindName = (kind: string): Words =>
  otherKinds[kind] ?? unseen[kind] ?? (Object.hasOwn(postKinds, kind) ? postKinds[kind as keyof typeof postKinds] : { zh: kind, en: kind })

const isPerson = (kind: string): boolean => otherKinds[kind] === undefined

type Props = { readonly matter: MatterView; /** Entries after this one are marked as new. */ readonly seen?: number }

/** The story of a matter, latest first: who, in which post, did what; each line unfolds to all that was given. */
export const Timeline = ({ matter, seen = Number.POSITIVE_INFINITY }: Props) => (
  <ol className="timeline" reversed>
    {runs(matter.entries.toSorted((a, b) => b.seq - a.seq)).map(([latest, ...before]) => (before.length > 1
      ? <Run key={latest.seq} matter={matter} latest={latest} before={before} />
      : [latest, ...before].map(entry => <Line key={entry.seq} matter={matter} entry={entry} isNew={entry.seq > seen} />)))}
  </ol>
)

type OneOrMore = readonly [EntryView, ...EntryView[]]

/** Entries that belong in one line: what the clock did again and again with nothing between. */
const runs = (entries: readonly EntryView[]): readonly OneOrMore[] => {
  const found: [EntryView, ...EntryView[]][] = []
  for (const entry of entries) {
    const run = found.at(-1)
    if (run && entry.who.kind === 'clock' && run[0].who.kind === 'clock' && run[0].step === entry.step) run.push(entry)
    else found.push([entry])
  }
  return found
}

const Run = ({ matter, latest, before }: { readonly matter: MatterView; readonly latest: EntryView; readonly before: readonly EntryView[] }) => {
  const { t, say } = useLang()
  return (
    <li className="timeline-entry" value={latest.seq}>
      <details>
        <summary className="timeline-head">
          <span className="timeline-step">{say(stepOf(matter.procedure, latest.step))}</span>
          <span className="timeline-who">{t(`共 ${before.length + 1} 次`, `${before.length + 1} times`)} · {say(kindName(latest.who.kind))}</span>
          <time className="timeline-time" dateTime={latest.at}>{t('最近', 'latest')} {stamp(latest.at)}</time>
        </summary>
        <ul className="timeline-run">{[latest, ...before].map(entry => <li key={entry.seq}><time dateTime={entry.at}>{stamp(entry.at)}</time></li>)}</ul>
      </details>
    </li>
  )
}

/** What an entry says in one line: its first text in the order of the declaration. */
const gist = (procedure: string, facts: readonly Figure[]): string | undefined => {
  const declared = procedureOf(procedure)?.facts
  const name = Object.keys(declared ?? {}).find(fact => declared?.[fact]?.kind === 'text' && facts.some(figure => figure.fact === fact && !figure.masked))
  const value = facts.find(figure => figure.fact === name)?.value
  return typeof value === 'string' ? value : undefined
}

/** What the platform passed on in few words: of which office, and which of a closed set. */
const Passed = ({ procedure, facts }: { readonly procedure: string; readonly facts: readonly Figure[] }) => {
  const declared = procedureOf(procedure)?.facts
  const said = facts.flatMap(figure => {
    const fact = declared?.[figure.fact]
    return fact && (fact.kind === 'office' || fact.kind === 'choice') ? [{ ...figure, fact, name: figure.fact }] : []
  }).toSorted((a, b) => Number(b.fact.kind === 'office') - Number(a.fact.kind === 'office'))
  return said.length === 0 ? null : <span className="timeline-gist">{said.map(({ name, ...figure }, at) => <span key={name}>{at > 0 && ' · '}<FactValue {...figure} /></span>)}</span>
}

/** Seconds by which a clock may be off without a word. */
const worthTelling = 300

/** Taken where there was no signal: when, and how wrong the device's clock was where that is worth telling. One sent at once says nothing new. */
const Capture = ({ at, skew, told, received }: NonNullable<EntryView['capture']> & { readonly received: string }) => {
  const { t } = useLang()
  const late = Date.parse(received) - Date.parse(at)
  const by = skew ?? told ?? 0
  const wrong = Math.abs(by) > worthTelling
  // Written under another clock than it was sent under: neither measure is hidden.
  const changed = skew !== undefined && told !== undefined && Math.abs(skew - told) > worthTelling
  if (late < 300_000 && !wrong && !changed) return null
  const off = Math.abs(by) >= 86_400 ? t(`${Math.round(Math.abs(by) / 86_400)} 天`, `${Math.round(Math.abs(by) / 86_400)} days`) : t(`${Math.round(Math.abs(by) / 60)} 分钟`, `${Math.round(Math.abs(by) / 60)} minutes`)
  return (
    <span className="timeline-who">
      {t('离线填写于', 'Written without a signal')} {stamp(at)}
      {wrong && skew !== undefined && t(`（设备时钟${by > 0 ? '慢' : '快'} ${off}，已校正）`, ` (the device’s clock was ${off} ${by > 0 ? 'behind' : 'ahead'}; put right)`)}
      {wrong && skew === undefined && t(`（据设备自测，时钟${by > 0 ? '慢' : '快'} ${off}，已按此校正）`, ` (by the device’s own measure its clock was ${off} ${by > 0 ? 'behind' : 'ahead'}; put right by that)`)}
      {changed && t('（填写后设备时钟改过）', ' (the device’s clock was changed after it was written)')}
    </span>
  )
}

const Line = ({ matter, entry, isNew }: { readonly matter: MatterView; readonly entry: EntryView; readonly isNew: boolean }) => {
  const { t, say } = useLang()
  const facts = entry.facts.filter(figure => figure.value !== null && !(isObject(figure.value) && Object.keys(figure.value).length === 0))
  const line = gist(matter.procedure, facts)
  const head = (
    <>
      <span className="timeline-step">{say(stepOf(matter.procedure, entry.step))}</span>
      {entry.stage !== undefined && <span className="timeline-stage">→ {say(stageOf(matter.procedure, entry.stage))}</span>}
      {isNew && <span className="timeline-new">{t('新', 'new')}</span>}
      <span className="timeline-who">
        {isPerson(entry.who.kind) && entry.who.name !== '' ? `${entry.who.name} · ` : ''}
        {say(kindName(entry.who.kind))}
        {entry.who.office !== undefined && entry.who.office !== '' && ` · ${entry.who.office}`}
      </span>
      <time className="timeline-time" dateTime={entry.at}>{stamp(entry.at)}</time>
      {entry.capture && <Capture {...entry.capture} received={entry.at} />}
      {entry.who.kind === 'system' && <Passed procedure={matter.procedure} facts={facts} />}
      {line !== undefined && <span className="timeline-gist">{line}</span>}
    </>
  )
  return (
    <li className={isNew ? 'timeline-entry is-new' : 'timeline-entry'} value={entry.seq}>
      {facts.length === 0 ? <div className="timeline-head">{head}</div> : (
        <details>
          <summary className="timeline-head">{head}</summary>
          <FactList procedure={matter.procedure} figures={facts} files={matter.files} office={matter.holder?.office.code} />
        </details>
      )}
    </li>
  )
}
