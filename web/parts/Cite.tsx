import { useContext } from 'react'
import { isCitation, labelOf, type Citation } from '../../regulation/citation.ts'
import { DoorContext } from './door.ts'
import { useLang } from './lang.ts'

/** A citation as it is written (第二十八条第五款), linked to the article where the door shows it. */
export const Cite = ({ of }: { readonly of: Citation }) => {
  const { say } = useLang()
  const { law } = useContext(DoorContext)
  const label = isCitation(of) ? say(labelOf(of)) : of
  return law ? <a className="cite" href={law(of)}>{label}</a> : <span className="cite">{label}</span>
}

/** Several citations in a row; nothing where there are none. */
export const Cites = ({ of }: { readonly of: readonly Citation[] }) => {
  const { t } = useLang()
  return of.length === 0 ? null : (
    <span className="cites">
      {of.map((citation, i) => (
        <span key={citation}>{i > 0 && t('、', ', ')}<Cite of={citation} /></span>
      ))}
    </span>
  )
}
