import { Button, Progress } from 'antd'
import { useRef, useState } from 'react'
import type { Words } from '../../../kernel/words.ts'
import type { FileRef } from '../../../server/wire.ts'
import { problemOf, upload } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import { SignHere } from '../../parts/pad/SignHere.tsx'
import { actId } from '../../parts/phone/act-id.ts'
import { fileAt, files } from '../../parts/paths.ts'
import { plainPicture } from '../../parts/picture.ts'
import { size } from '../../parts/time.ts'
import type { FieldProps } from './field-props.ts'
import { knownFiles, rememberFile } from './known-files.ts'
import { numberIn, textsOf } from './value.ts'

type Going = { readonly key: string; readonly name: string; readonly share: number; readonly fault?: Words; readonly stop: () => void }

/** A picture drawn here holds nothing of the device. */
const asDrawn = async (file: File) => ({ blob: file, name: file.name })

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

/** Files go up as soon as they are chosen, each with its progress; pictures lose their metadata first. */
export const FilesField = ({ id, fact, value, change, label, describedBy }: FieldProps) => {
  const { t, say } = useLang()
  const input = useRef<HTMLInputElement>(null)
  const [going, setGoing] = useState<readonly Going[]>([])
  const ids = textsOf(value)
  // Several uploads may end within one render: each adds to what the one before left.
  const latest = useRef(ids)
  const max = numberIn(fact.schema, 'maxItems') ?? 6
  const put = (next: readonly string[]): void => {
    latest.current = next
    change(next.length > 0 ? next : null)
  }
  const patch = (key: string, more: Partial<Going>): void => setGoing(list => list.map(one => (one.key === key ? { ...one, ...more } : one)))
  const drop = (key: string): void => setGoing(list => list.filter(one => one.key !== key))

  const add = async (file: File, readied = plainPicture): Promise<void> => {
    const abort = new AbortController()
    const key = actId()
    setGoing(list => [...list, { key, name: file.name, share: 0, stop: () => abort.abort() }])
    try {
      const { blob, name } = await readied(file)
      const kept: FileRef = await upload(files(), blob, name, share => patch(key, { share }), abort.signal)
      rememberFile(kept)
      put([...latest.current, kept.id].slice(0, max))
      drop(key)
    } catch (error) {
      if (isAbort(error)) drop(key)
      else patch(key, { fault: problemOf(error).words })
    }
  }
  const room = max - ids.length - going.length
  return (
    <div className="uploads">
      <ul>
        {ids.map((file, i) => <Kept key={file} id={file} number={i + 1} remove={() => put(ids.filter(one => one !== file))} />)}
        {going.map(one => (
          <li key={one.key} className="upload">
            <span className="upload-name">{one.name}</span>
            {one.fault
              ? <><span className="fault" role="alert">✕ {say(one.fault)}</span><Button type="link" size="small" onClick={() => drop(one.key)}>{t('移除', 'Remove')}</Button></>
              : <><Progress percent={Math.round(one.share * 100)} size="small" aria-label={one.name} /><Button type="link" size="small" onClick={one.stop}>{t('取消', 'Cancel')}</Button></>}
          </li>
        ))}
      </ul>
      <input
        ref={input} id={id} type="file" multiple hidden accept={fact.schema['x-accept'] === 'any' ? undefined : 'image/*'}
        onChange={event => {
          for (const file of Array.from(event.target.files ?? []).slice(0, room)) void add(file)
          event.target.value = ''
        }}
      />
      <Button disabled={room <= 0} aria-describedby={describedBy} onClick={() => input.current?.click()}>
        {fact.schema['x-accept'] === 'any' ? t('添加文件', 'Add files') : t('添加照片', 'Add photos')}
      </Button>
      {fact.schema['x-signed'] === true && <SignHere label={label} take={picture => void add(picture, asDrawn)} button={open => <Button className="upload-sign" disabled={room <= 0} onClick={open}>{t('手写签名', 'Sign by hand')}</Button>} />}
      <span className="quiet"> {ids.length}/{max}</span>
    </div>
  )
}

const Kept = ({ id, number, remove }: { readonly id: string; readonly number: number; readonly remove: () => void }) => {
  const { t } = useLang()
  const file = knownFiles().find(one => one.id === id)
  return (
    <li className="upload">
      <a className="upload-name" href={fileAt(id)} target="_blank" rel="noreferrer">{file?.name ?? t(`文件 ${number}`, `File ${number}`)}</a>
      {file && <span className="quiet">{size(file.bytes)}</span>}
      <Button type="link" size="small" onClick={remove}>{t('移除', 'Remove')}</Button>
    </li>
  )
}
