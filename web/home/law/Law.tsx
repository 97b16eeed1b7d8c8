import { Link, useLocation } from 'wouter'
import type { Words } from '../../../kernel/words.ts'
import type { AdviserView, CommitteeView, LawHelpView, MediatorView, StudioView, TalkLine } from '../../../server/wire/mediation.ts'
import { Cite } from '../../parts/Cite.tsx'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Icon } from '../../parts/phone/Icon.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { PlaceField } from '../../parts/phone/PlaceField.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { longDay } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { useVillage } from '../useVillage.ts'

const shown = ['village'] as const

/** 谁来调解、谁是法律顾问: for anyone; to book advice one signs in (Art. 17.3, 30, 32). */
const Law = ({ village }: { readonly village: string | undefined }) => {
  const { t } = useLang()
  const [, go] = useLocation()
  const { code, own, place } = useVillage(village)
  return (
    <Page title={t('调解和法律顾问', 'Mediators and our lawyer')} lead={t('本村（社区）谁来调解、谁是法律顾问，什么时候能找到他们。都不收费。', 'Who mediates here, who our lawyer is, and when to find them. All free of charge.')} back={{ href: '/', label: t('首页', 'Home') }}>
      <div className="stack wide">
        <PlaceField label={t('哪个村（社区）', 'Which village')} place={place} allowed={shown} choose={chosen => go(chosen ? `/law/${chosen.code}` : '/law/choose')} />
        {code !== undefined && <Of key={code} village={code} own={own} />}
      </div>
    </Page>
  )
}
export default Law

const Of = ({ village, own }: { readonly village: string; readonly own: boolean }) => {
  const { t } = useLang()
  const found = useAsk(paths.lawHelp(village), { fresh: 60_000 })
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { adviser, clinics, committees, mediators, studios, talks } = found.data
  return (
    <>
      <Adviser adviser={adviser} clinics={clinics} own={own} village={village} />
      <section className="stack tight" aria-labelledby="mediators">
        <div className="group-head"><h2 id="mediators">{t('谁来调解', 'Who mediates')}</h2><span>{mediators.length}</span></div>
        {mediators.length === 0 ? <p className="soft" role="status">{t('还没有公布调解员，请找司法所。', 'No mediator is published yet: ask the justice office.')}</p>
          : <ul className="list">{mediators.map(one => <li key={`${one.office.code} ${one.name} ${one.id ?? ''}`}><Mediator of={one} /></li>)}</ul>}
      </section>
      <Committees committees={committees} />
      <Studios studios={studios} />
      <Talks talks={talks} />
      <p className="soft">{t('有危险先打 110。全国公共法律服务热线 12348。', 'In danger call 110 first. The legal service line is 12348.')} <Cite of="32.1" /></p>
    </>
  )
}

const Adviser = ({ adviser, clinics, own, village }: { readonly adviser: AdviserView | undefined; readonly clinics: LawHelpView['clinics']; readonly own: boolean; readonly village: string }) => {
  const { lang, t, say } = useLang()
  return (
    <section className="stack tight" aria-labelledby="adviser">
      <h2 id="adviser">{t('我们的法律顾问', 'Our lawyer')}</h2>
      {adviser === undefined ? <p className="soft" role="status">{t('目前没有法律顾问。请拨打 12348，或者到乡镇（街道）司法所。', 'There is none now. Call 12348, or go to the justice office of your township.')}</p> : (
        <div className="card stack tight">
          <p><b>{adviser.advisers.map(one => one.name).join(t('、', ', '))}</b></p>
          <p className="soft">{adviser.firm} · {say(adviser.firmKind)}</p>
          {adviser.contact !== undefined && <p><a href={`tel:${adviser.contact.replaceAll(/[ -]/g, '')}`}>{t(`电话 ${adviser.contact}`, `Phone ${adviser.contact}`)}</a></p>}
          {own ? <p><Link className="button main large" href="/say/advice/book">{t('预约法律咨询', 'Book legal advice')}</Link></p> : <p className="soft">{t('本村（社区）居民登录后可以预约。', 'Residents of this village book once signed in.')}</p>}
        </div>
      )}
      {clinics.length > 0 && (
        <>
          <h3>{t('值守日', 'Days in the village')}</h3>
          <ul className="list" data-village={village}>{clinics.map(one => <li key={one.day}><div className="line"><span><span className="line-title">{longDay(one.day, lang)}</span><span className="line-more">{one.hours} · {one.spot}</span></span></div></li>)}</ul>
        </>
      )}
    </section>
  )
}

const Mediator = ({ of }: { readonly of: MediatorView }) => {
  const { t, say } = useLang()
  const list = (all: readonly Words[]): string => all.map(say).join(t('、', ', '))
  return (
    <div className="line">
      <span>
        <span className="line-title">{of.name}{of.kind && <small className="soft"> {say(of.kind)}</small>}</span>
        <span className="line-more">{of.office.name}</span>
        {of.fields.length > 0 && <span className="line-more">{t('领域：', 'Fields: ')}{list(of.fields)}</span>}
        {of.languages.length > 0 && <span className="line-more">{t('语言：', 'Languages: ')}{list(of.languages)}</span>}
      </span>
    </div>
  )
}

const Committees = ({ committees }: { readonly committees: readonly CommitteeView[] }) => {
  const { t } = useLang()
  if (committees.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="committees">
      <div className="group-head"><h2 id="committees">{t('调解委员会', 'Mediation committees')}</h2><span>{committees.length}</span></div>
      <ul className="list">{committees.map(one => (
        <li key={one.id}><div className="line"><span>
          <span className="line-title">{one.name}</span>
          <span className="line-more">{t(`由${one.foundedBy}设立，任期至 ${one.until}`, `Founded by ${one.foundedBy}; its term runs until ${one.until}`)}</span>
          {one.contact !== undefined && <span className="line-more"><a href={`tel:${one.contact.replaceAll(/[ -]/g, '')}`}>{t(`电话 ${one.contact}`, `Phone ${one.contact}`)}</a></span>}
        </span></div></li>
      ))}</ul>
    </section>
  )
}

const Studios = ({ studios }: { readonly studios: readonly StudioView[] }) => {
  const { t, say } = useLang()
  if (studios.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="studios">
      <div className="group-head"><h2 id="studios">{t('调解室、工作室', 'Studios and rooms')}</h2><span>{studios.length}</span></div>
      <ul className="list">{studios.map(one => (
        <li key={one.id}><div className="line"><span>
          <span className="line-title">{one.name}</span>
          <span className="line-more">{[say(one.kind), one.mediator, one.hours].filter(part => part !== undefined).join(' · ')}</span>
          {one.contact !== undefined && <span className="line-more"><a href={`tel:${one.contact.replaceAll(/[ -]/g, '')}`}>{t(`电话 ${one.contact}`, `Phone ${one.contact}`)}</a></span>}
        </span></div></li>
      ))}</ul>
    </section>
  )
}

const Talks = ({ talks }: { readonly talks: readonly TalkLine[] }) => {
  const { lang, t, say } = useLang()
  if (talks.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="talks">
      <h2 id="talks">{t('法治讲座', 'Law talks')}</h2>
      <ul className="list">{talks.map(one => (
        <li key={one.id}>
          <Link className="line line-go" href={`/matters/${one.id}`}>
            <span>
              <span className="line-title">{one.topic}</span>
              <span className="line-more">{[one.held ? t(`${longDay(one.day, lang)} 已举办，到场 ${one.came ?? 0} 人`, `Held on ${longDay(one.day, lang)}; ${one.came ?? 0} came`) : [longDay(one.day, lang), one.time].filter(part => part !== undefined).join(' '), one.held ? undefined : one.spot, say(one.form)].filter(part => part !== undefined).join(' · ')}</span>
              <span className="line-more">{one.givers.map(giver => giver.name).join(t('、', ', '))}</span>
            </span>
            <Icon name="right" size={1.2} />
          </Link>
        </li>
      ))}</ul>
    </section>
  )
}
