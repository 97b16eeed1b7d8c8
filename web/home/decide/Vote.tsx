import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { choices, manners, type Choice } from '../../../kernel/voting/track.ts'
import type { Problem } from '../../../server/wire.ts'
import type { TopicView } from '../../../server/wire/deliberation.ts'
import type { OwnUnit, VoteView } from '../../../server/wire/votes.ts'
import { problemOf, send } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import { useMe } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { Fold } from '../../parts/phone/Fold.tsx'
import { Options } from '../../parts/phone/inputs/Options.tsx'
import { Failed, Trouble, Waiting } from '../../parts/phone/Trouble.tsx'
import { stamp } from '../../parts/time.ts'
import { refresh, useAsk } from '../../parts/useAsk.ts'
import { Receipt } from './Receipt.tsx'
import { canSeal, keptReceipt, keepReceipt, sealed } from './sealing.ts'

/** The vote of a topic while it runs and as long as a receipt may be asked about; before and without one, nothing. */
export const Vote = ({ topic }: { readonly topic: TopicView }) => {
  const { t } = useLang()
  const me = useMe()
  if (topic.stage !== 'voting') {
    return topic.count && ['counting', 'declared', 'objecting'].includes(topic.stage)
      ? <>{topic.stage === 'counting' && me.data && <ContestLine id={topic.id} />}<Fold icon="check" title={t('查选票回执', 'Look up a receipt')}><Receipt matter={topic.id} /></Fold></>
      : null
  }
  return (
    <section className="stack" aria-labelledby="vote">
      <h2 id="vote">{t('表决', 'The vote')}</h2>
      {me.data === null ? <p><Link className="button main large" href={`/sign-in?then=${encodeURIComponent(`/decide/topic/${topic.id}`)}`}>{t('登录投票', 'Sign in to vote')}</Link></p> : me.data ? <Open id={topic.id} /> : <Waiting />}
      <Fold icon="check" title={t('查选票回执', 'Look up a receipt')}><Receipt matter={topic.id} /></Fold>
    </section>
  )
}

const Open = ({ id }: { readonly id: string }) => {
  const { t, say } = useLang()
  const found = useAsk(paths.vote(id), { fresh: 5_000 })
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const vote = found.data
  return (
    <div className="stack">
      <div className="card stack tight">
        <b>{vote.question}</b>
        <p className="soft">{say(vote.track)} · {say(manners[vote.manner])} · {t(`名册 ${vote.units}，已参加 ${vote.present}`, `${vote.units} on the roll, ${vote.present} have taken part`)} · {t(`${stamp(vote.until)} 截止`, `until ${stamp(vote.until)}`)}</p>
      </div>
      {vote.limits.length > 0 && <Fold icon="shield" title={t('无记名投票能保密什么、不能保密什么', 'What a secret ballot hides, and what it does not')}><ul className="stack tight">{vote.limits.map(one => <li key={one.zh}>{say(one)}</li>)}</ul></Fold>}
      <Units vote={vote} />
    </div>
  )
}

const Units = ({ vote }: { readonly vote: VoteView }) => {
  const { t } = useLang()
  if (vote.mine.length === 0) return <Banner><p>{t('名册上没有您的账号能投的票。在名册上的，请到会或者交书面表决票。', 'The roll holds no vote for your account to cast. If you stand on it, come to the hall or hand in a paper.')}</p></Banner>
  if (!vote.online) return <Banner><p>{t('这次表决在现场进行，不能用手机投票。', 'This vote is held in the hall; there is none by phone.')}</p></Banner>
  return <>{vote.mine.map(unit => <Unit key={unit.number} vote={vote} unit={unit} />)}</>
}

/** For who stands in the attendance book and was not there. */
const ContestLine = ({ id }: { readonly id: string }) => {
  const { t } = useLang()
  return <p><Link className="button quiet" href={`/matters/${id}/contestLine`}>{t('没有参加却被登记？提出异议', 'Marked as present and was not? Object')}</Link></p>
}

/** One vote: chosen, read again, cast. Sealed once: sent again on a bad line, it is the same envelope. */
const Unit = ({ vote, unit }: { readonly vote: VoteView; readonly unit: OwnUnit }) => {
  const { t, say } = useLang()
  const client = useQueryClient()
  const [choice, setChoice] = useState<Choice>()
  const [asked, setAsked] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [envelope, setEnvelope] = useState<string>()
  const name = t(`${unit.number} 号 ${unit.name}`, `Number ${unit.number}, ${unit.name}`)
  const receipt = keptReceipt(vote.matter, unit.number)
  if (unit.took) return <Banner kind="done"><p>{t(`${name}：已参加表决。`, `${name}: has taken part.`)}</p>{receipt === undefined ? <ContestLine id={vote.matter} /> : <Receipt matter={vote.matter} kept={receipt} />}</Banner>
  if (vote.state !== 'open') return <Banner><p>{t(`${name}：手机投票时间已过。`, `${name}: the time for voting by phone is over.`)}</p></Banner>
  const secret = vote.manner === 'secret'
  if (secret && !canSeal()) return <Banner kind="soon"><p>{t('这个浏览器不能封存选票。请用手机自带浏览器以 https 打开，或者到会投票。', 'This browser can’t seal a ballot. Open the page over https in another one, or vote in the hall.')}</p></Banner>

  const cast = async (): Promise<void> => {
    if (choice === undefined || sending) return
    setSending(true)
    setProblem(undefined)
    try {
      const made = secret ? envelope ?? await sealed(vote.key ?? '', vote.matter, choice) : undefined
      setEnvelope(made)
      const reply = await send(paths.castVote(vote.matter, made === undefined ? { number: unit.number, choice } : { number: unit.number, envelope: made }))
      if (reply.receipt !== undefined) keepReceipt(vote.matter, unit.number, reply.receipt)
      await refresh(client, '/api/')
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setSending(false)
    }
  }
  return (
    <form className="card stack" aria-label={name} onSubmit={event => { event.preventDefault(); if (asked) void cast(); else if (choice !== undefined) setAsked(true) }}>
      {!asked && <Options label={name} options={(Object.keys(choices) as Choice[]).map(one => ({ value: one, label: say(choices[one]) }))} value={choice} choose={setChoice} />}
      {asked && choice !== undefined && <Banner kind="soon"><p><b>{name}</b></p><p>{t(`您选的是“${choices[choice].zh}”。投出后不能更改。`, `You chose “${choices[choice].en}”. Once cast it can’t be changed.`)}</p></Banner>}
      {problem && <Trouble problem={problem} />}
      <div className="buttons">
        <button type="submit" className="button main large" aria-disabled={choice === undefined || sending}>{sending ? t('正在投票……', 'Casting …') : asked ? t('确认投票', 'Cast it') : t('投票', 'Vote')}</button>
        {asked && envelope === undefined && <button type="button" className="button" onClick={() => setAsked(false)}>{t('改选', 'Choose again')}</button>}
      </div>
    </form>
  )
}
