import { useContext, useEffect, useState } from 'react'
import { useLang } from '../../lang.ts'
import { KeepingContext } from '../keeping.ts'
import { fileIds, type Photo } from '../photo.ts'
import { PhotoField } from '../PhotoField.tsx'
import { asNumber, type InputProps } from './input.ts'

const idsIn = (value: InputProps['value']): readonly string[] => (Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [])

const known = (id: string, held: boolean): Photo => ({ key: id, name: id, picture: true, file: id, ...(held ? { held: true } : { sent: new Date().toISOString() }) })

export const FilesInput = ({ fact, value, set, fault, optional }: InputProps) => {
  const { say } = useLang()
  const keeping = useContext(KeepingContext)
  const [photos, setPhotos] = useState<readonly Photo[]>(() => idsIn(value).map(id => known(id, keeping !== undefined)))
  const arrived = fileIds(photos)
  const told = arrived.join() === idsIn(value).join()
  useEffect(() => {
    if (!told) set(arrived)
  })
  return (
    <PhotoField
      label={say(fact.label)} fault={fault} optional={optional} photos={photos} change={setPhotos}
      max={asNumber(fact.schema['maxItems']) ?? 6} any={fact.schema['x-accept'] === 'any'} signed={fact.schema['x-signed'] === true} ready
    />
  )
}
