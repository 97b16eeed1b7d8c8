import { useEffect, useState } from 'react'
import { useLang } from '../../parts/lang.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { size } from '../../parts/time.ts'
import { useStanding } from '../outbox/outbox.ts'

type Space = { readonly used: number; readonly of: number; readonly lasting: boolean }

/** Asks the browser not to clear what is here of its own accord, and looks how much room there is. */
const lookAt = async (): Promise<Space | undefined> => {
  if (!('storage' in navigator)) return undefined
  const lasting = await navigator.storage.persist().catch(() => false)
  const { usage = 0, quota = 0 } = await navigator.storage.estimate()
  return { used: usage, of: quota, lasting }
}

export const Room = () => {
  const { t } = useLang()
  const { unsent, full } = useStanding()
  const [space, setSpace] = useState<Space>()
  useEffect(() => {
    let gone = false
    void lookAt().then(found => { if (!gone) setSpace(found) }).catch(() => undefined)
    return () => { gone = true }
  }, [unsent])
  if (!space || space.of === 0) return null
  // Browsers tell no longer what is really left: that a write was refused is the surer sign.
  const tight = full || space.used > space.of * 0.8
  return (
    <section className="stack tight" aria-labelledby="room">
      <h2 id="room">{t('本机空间', 'Room on this phone')}</h2>
      <p>{t(`已用 ${size(space.used)}，还可用约 ${size(Math.max(0, space.of - space.used))}`, `${size(space.used)} used, some ${size(Math.max(0, space.of - space.used))} left`)}<progress value={space.used} max={space.of} aria-label={t('已用空间', 'Room used')} /></p>
      {tight && <Banner kind="late"><p>{full ? t('手机空间满了，新的存不下。请联网发送，或存成文件，或腾出手机空间；已存的都在。', 'This phone is full and takes nothing new: send with a connection, save to a file, or free room. What was kept is all here.') : t('快满了。请联网发送，或存成文件，或腾出手机空间。', 'Nearly full: send with a connection, save to a file, or free room on the phone.')}</p></Banner>}
      {!space.lasting && <p className="hint">{t('浏览器没有答应长期保存：空间紧张时它可能自行清理。装到桌面（浏览器菜单“添加到主屏幕”）后更稳妥。', 'The browser has not promised to keep it: short of room, it may clear up. Added to the home screen, it is safer.')}</p>}
    </section>
  )
}
