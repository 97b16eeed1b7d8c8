import { useState } from 'react'
import { Link } from 'wouter'
import { useLang } from '../../parts/lang.ts'
import { useMe } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { Icon } from '../../parts/phone/Icon.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { useAsk } from '../../parts/useAsk.ts'

/** The roll as it hangs on the wall, names masked, and where the reader stands on it: whoever is missing objects before the vote. */
export const PostedRoll = ({ id }: { readonly id: string }) => {
  const { t } = useLang()
  const me = useMe()
  const [open, setOpen] = useState(false)
  if (me.data === undefined) return null
  if (me.data === null) return <p><Link className="button quiet" href={`/sign-in?then=${encodeURIComponent(`/decide/topic/${id}`)}`}>{t('登录后看名册', 'Sign in to see the roll')}</Link></p>
  return (
    <>
      <p><button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}><Icon name="list" />{open ? t('收起名册', 'Fold the roll') : t('看公布的名册', 'See the posted roll')}</button></p>
      {open && <Lines id={id} />}
    </>
  )
}

const Lines = ({ id }: { readonly id: string }) => {
  const { t } = useLang()
  const found = useAsk(paths.roll(id), { fresh: 30_000 })
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { lines, mine } = found.data
  return (
    <div className="stack tight">
      {mine.length > 0
        ? <Banner kind="done"><p>{t(`您（您家）在名册上是 ${mine.join('、')} 号。`, `You, or your household, are number ${mine.join(', ')} on the roll.`)}</p></Banner>
        : <Banner><p>{t('没有找到与您账号相符的一行：名册可能只有姓名，请对照张贴的名册；有遗漏的，请提出异议。', 'No line was matched with your account: it may bear a name alone. Look at the roll on the wall; if you are missing, object.')}</p></Banner>}
      <div className="card posted-roll" role="region" aria-label={t('表决名册', 'The roll')} tabIndex={0}>
        <ol>{lines.map(line => <li key={line.number}><span className="soft">{line.number}</span> {line.name}</li>)}</ol>
      </div>
    </div>
  )
}
