import type { FileRef } from '../../server/wire.ts'
import { useLang } from './lang.ts'
import { fileAt } from './paths.ts'
import { size } from './time.ts'

type Props = { readonly ids: readonly string[]; readonly known: readonly FileRef[] }

/** Files of a matter: pictures as small pictures, the rest by name and size; each opens in a page of its own. */
export const Files = ({ ids, known }: Props) => {
  const { t } = useLang()
  if (ids.length === 0) return <span className="fact-none">{t('无', 'none')}</span>
  return (
    <ul className="files">
      {ids.map((id, i) => {
        const file = known.find(one => one.id === id)
        const name = file?.name ?? t(`文件 ${i + 1}`, `File ${i + 1}`)
        return (
          <li key={id}>
            <a href={fileAt(id)} target="_blank" rel="noreferrer" className={file?.type.startsWith('image/') ? 'file-picture' : 'file-plain'}>
              {file?.type.startsWith('image/')
                ? <img src={fileAt(id)} alt={name} loading="lazy" />
                : <>{name}{file && <span className="file-size"> {size(file.bytes)}</span>}</>}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
