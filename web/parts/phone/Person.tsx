import { useContext, useState } from 'react'
import { Link, useLocation, useRouter } from 'wouter'
import type { Me, PostRef, Problem } from '../../../server/wire.ts'
import { postKinds } from '../../../kernel/post.ts'
import { problemOf } from '../api.ts'
import { useLang } from '../lang.ts'
import { actingPost, signOut, useActAs } from '../me.ts'
import { dropBlobs } from './blobs.ts'
import { doorOf, goToDoor } from './doors.ts'
import { forgetDrafts } from './draft.ts'
import { LeavingContext } from './leaving.ts'
import { pathText } from '../Place.tsx'
import { PlaceLine } from './PlaceLine.tsx'
import { Trouble } from './Trouble.tsx'

/** The line that says who one is here, from which post, with the way to change it and to leave. */
export const Person = ({ me }: { me: Me | null | undefined }) => {
  const { t } = useLang()
  const [location] = useLocation()
  if (me === undefined) return <div className="as"><div className="as-row" /></div>
  if (me !== null) return <SignedIn me={me} />
  return (
    <div className="as no-print">
      <div className="as-row">
        <span className="as-name">{t('未登录', 'Not signed in')}</span>
        {!location.startsWith('/sign-in') && (
          <Link className="as-button as-link" href={`/sign-in?then=${encodeURIComponent(location)}`}>{t('登录', 'Sign in')}</Link>
        )}
      </div>
    </div>
  )
}

const SignedIn = ({ me }: { me: Me }) => {
  const { t, say } = useLang()
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const { base } = useRouter()
  const { held, forget } = useContext(LeavingContext)
  const [stays, setStays] = useState(false)
  const leave = async (): Promise<void> => {
    try {
      await signOut(`${base}/`, async () => {
        forgetDrafts()
        await forget()
        await dropBlobs()
      })
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  const post = actingPost(me)
  const place = post?.region ?? me.home
  return (
    <div className="as no-print">
      <div className="as-row">
        <span className="as-name">
          <b>{me.name}</b>
          <span className="as-where">{say(postKinds[post?.kind ?? 'resident'])}{place && <> · <PlaceLine region={place} /></>}</span>
        </span>
        <span className="as-actions">
          {me.posts.length === 0 ? <Link className="as-button as-link" href="/safety">{t('安全', 'Safety')}</Link> : (
            <button type="button" className="as-button" aria-expanded={open} aria-controls="as-posts" onClick={() => setOpen(!open)}>{t('换身份', 'Act as')}</button>
          )}
          <button type="button" className="as-button" onClick={() => (held ? setStays(true) : void leave())}>{t('退出', 'Sign out')}</button>
        </span>
      </div>
      {problem && <Trouble problem={problem} />}
      {stays && held && <div className="as-posts stack"><Trouble problem={held.problem} />{held.way(() => void leave())}</div>}
      {open && <Posts me={me} shut={() => setOpen(false)} />}
    </div>
  )
}

const Posts = ({ me, shut }: { me: Me; shut: () => void }) => {
  const { t, say } = useLang()
  const actAs = useActAs()
  const [problem, setProblem] = useState<Problem>()
  const change = async (post: PostRef | null): Promise<void> => {
    setProblem(undefined)
    try {
      await actAs(post?.id ?? null)
      goToDoor(doorOf(post?.kind))
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <div className="as-posts" id="as-posts">
      {problem && <Trouble problem={problem} />}
      <fieldset className="options">
        <legend className="hint">{t('您现在以哪个身份办事', 'From which post do you act now')}</legend>
        {[null, ...me.posts].map(post => (
          <label key={post?.id ?? 'self'} className="option">
            <input type="radio" name="acting" checked={(me.acting ?? null) === (post?.id ?? null)} onChange={() => void change(post)} />
            <span>
              <b>{post ? say(postKinds[post.kind]) : t('居民本人', 'Myself, as a resident')}</b>
              {post && <small>{post.office?.name ?? pathText(post.region)}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      <p><Link className="as-button as-link" href="/safety" onClick={shut}>{t('登录与安全', 'Sign-in and safety')}</Link></p>
    </div>
  )
}
