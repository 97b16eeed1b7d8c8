import { useContext, useEffect, useId, useState } from 'react'
import { useLang } from '../lang.ts'
import { SignHere } from '../pad/SignHere.tsx'
import { fileAt } from '../paths.ts'
import { takeBlob } from './blobs.ts'
import { Icon } from './Icon.tsx'
import { KeepingContext } from './keeping.ts'
import { arrived, type Photo } from './photo.ts'
import { Trouble } from './Trouble.tsx'
import { usePhotos, type ChangePhotos, type Way } from './usePhotos.ts'

type Props = {
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
  readonly fault?: string | undefined
  readonly photos: readonly Photo[]
  readonly change: ChangePhotos
  readonly max: number
  /** Also documents, not pictures alone. */
  readonly any?: boolean
  /** What somebody signs: on the phone too. */
  readonly signed?: boolean
  /** Whether they may be sent already; without sign-in they wait on the phone. */
  readonly ready: boolean
}

/** Pictures from the camera or the album: made small on the phone, sent while the rest is typed, each with its own retry. */
export const PhotoField = ({ label, hint, optional = true, fault, photos, change, max, any = false, signed = false, ready }: Props) => {
  const { t } = useLang()
  const id = useId()
  const { ways, add, addDrawn, again, remove, unreadable, noRoom } = usePhotos({ photos, change, max, ready })
  // A hand-held device has a camera at hand; elsewhere its button would only repeat the other.
  const [hand] = useState(() => matchMedia('(pointer: coarse)').matches)
  const take = (event: React.ChangeEvent<HTMLInputElement>): void => {
    void add(Array.from(event.target.files ?? []))
    event.target.value = ''
  }
  return (
    <div className={fault === undefined ? 'field' : 'field faulty'} role="group" aria-labelledby={id}>
      <span className="label" id={id}>
        {label}<small>{optional && t('可不填，', 'optional, ')}{t(`最多 ${max} 个`, `at most ${max}`)}</small>
      </span>
      {hint !== undefined && <span className="hint">{hint}</span>}
      {photos.length > 0 && (
        <ul className={signed ? 'photos whole' : 'photos'}>
          {photos.map((photo, at) => (
            <Tile key={photo.key} photo={photo} number={at + 1} signed={signed} way={ways[photo.key]} again={() => again(photo.key)} remove={() => remove(photo.key)} />
          ))}
        </ul>
      )}
      {photos.length < max && (
        <div className="buttons">
          {signed && <SignHere label={label} take={picture => void addDrawn(picture)} button={open => <button type="button" className="button" onClick={open}><Icon name="pen" /> {t('手写签名', 'Sign by hand')}</button>} />}
          {hand && <Take words={t('拍照', 'Take a photo')} accept="image/*" camera take={take} />}
          <Take words={any ? t('加照片或文件', 'Add photos or files') : hand ? t('从相册选', 'From the album') : t('选照片', 'Choose photos')} accept={any ? undefined : 'image/*'} take={take} />
        </div>
      )}
      {noRoom && <Trouble problem={noRoom} />}
      {unreadable && <p className="fault" role="alert"><Icon name="warn" size={1.2} />{t('有一张照片打不开，请换一张或直接拍照。', 'One picture could not be read; choose another or take it with the camera.')}</p>}
      {fault !== undefined && <p className="fault"><Icon name="warn" size={1.2} />{fault}</p>}
    </div>
  )
}

type TakeProps = { readonly words: string; readonly accept: string | undefined; readonly camera?: boolean; readonly take: (event: React.ChangeEvent<HTMLInputElement>) => void }

const Take = ({ words, accept, camera = false, take }: TakeProps) => (
  <label className="button file-input">
    <Icon name={camera ? 'camera' : 'file'} /> {words}
    <input type="file" aria-label={words} {...(camera ? { capture: 'environment' as const } : { multiple: true })} {...(accept !== undefined && { accept })} onChange={take} />
  </label>
)

type TileProps = { readonly photo: Photo; readonly number: number; readonly signed: boolean; readonly way: Way | undefined; readonly again: () => void; readonly remove: () => void }

const Tile = ({ photo, number, signed, way, again, remove }: TileProps) => {
  const { t } = useLang()
  const [now] = useState(() => new Date())
  const failed = way?.problem !== undefined || way?.lost === true
  return (
    <li className={failed ? 'photo failed' : 'photo'}>
      {photo.picture ? <Preview photo={photo} name={signed ? t(`第 ${number} 页签字`, `Signed paper ${number}`) : t(`第 ${number} 张照片`, `Photo ${number}`)} /> : <span className="photo-says"><Icon name="file" /> {photo.name}</span>}
      <span className="photo-says" role="status">
        {failed
          ? <Failure way={way} />
          : photo.held ? t('已存在本机', 'Kept on this phone') : arrived(photo, now) || way?.share === 1
            ? t('已上传', 'Sent')
            : way?.share === undefined
              ? t('存在本机，待上传', 'Kept here, to be sent')
              : <>{t('正在上传', 'Sending')} {Math.round(way.share * 100)}%<progress value={way.share} aria-label={t('上传进度', 'Progress')} /></>}
      </span>
      {way?.problem !== undefined && <button type="button" className="button" onClick={again}>{t('重新上传', 'Try again')}</button>}
      <button type="button" className="button" onClick={remove}>{t(`去掉第 ${number} 个`, `Remove ${number}`)}</button>
    </li>
  )
}

const Failure = ({ way }: { readonly way: Way | undefined }) => {
  const { t, say } = useLang()
  if (way?.problem) return <>{t('没有传上：', 'Not sent: ')}{say(way.problem.words)}</>
  return <>{t('这部手机上已找不到，请去掉后重选', 'No longer on this phone; remove it and choose again')}</>
}

const Preview = ({ photo, name }: { readonly photo: Photo; readonly name: string }) => {
  const [url, setUrl] = useState<string>()
  const { key, file } = photo
  const keeping = useContext(KeepingContext)
  useEffect(() => {
    let made: string | undefined
    let gone = false
    void (keeping ? keeping.show(key) : takeBlob(key)).then(blob => {
      if (gone) return
      made = blob && URL.createObjectURL(blob)
      setUrl(made ?? (file === undefined || keeping ? undefined : fileAt(file)))
    })
    return () => {
      gone = true
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [key, file, keeping])
  // Sealed, and not to be opened again here: its place says so.
  if (keeping && url === undefined) return <span className="photo-says"><Icon name="shield" /> {name}</span>
  return <img src={url} alt={name} />
}
