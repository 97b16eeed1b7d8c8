import { useEffect, useState } from 'react'
import { useLang } from '../../parts/lang.ts'
import { Icon } from '../../parts/phone/Icon.tsx'
import { pictureOf } from '../outbox/store.ts'

/** The photos of an unsent act, in small while unlocked; else how many they are. */
export const Pictures = ({ ids }: { readonly ids: readonly string[] }) => (
  <ul className="photos">{ids.map((id, at) => <li key={id} className="photo"><Picture id={id} number={at + 1} /></li>)}</ul>
)

const Picture = ({ id, number }: { readonly id: string; readonly number: number }) => {
  const { t } = useLang()
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    let made: string | undefined
    let gone = false
    void pictureOf(id).then(blob => {
      if (gone || !blob) return
      made = URL.createObjectURL(blob)
      setUrl(made)
    }).catch(() => undefined)
    return () => {
      gone = true
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [id])
  const name = t(`第 ${number} 张照片`, `Photo ${number}`)
  return url === undefined ? <span className="photo-says"><Icon name="shield" /> {name}</span> : <img src={url} alt={name} />
}
