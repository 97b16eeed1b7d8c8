import { Link } from 'wouter'
import { useLang } from '../parts/lang.ts'
import * as paths from '../parts/paths.ts'
import { Banner } from '../parts/phone/Banner.tsx'
import { useAsk } from '../parts/useAsk.ts'

/** In demo mode whoever comes first sees that the city is invented, and where to enter it as each kind of person. */
export const DemoInvite = () => {
  const { t, say } = useLang()
  const people = useAsk(paths.demoPeople(), { fresh: 600_000 })
  if (!people.data || people.data.length === 0) return null
  const kinds = people.data.map(person => say(person.title)).join(t('、', ', '))
  return (
    <Banner icon="list">
      <p><b>{t('这是一座演示城市，人物和事项都是编造的。', 'This is a demo city; its people and matters are invented.')}</b></p>
      <p><Link href="/sign-in">{t(`选一种身份，一键进入：${kinds}`, `Enter with one click as: ${kinds}`)}</Link></p>
    </Banner>
  )
}
