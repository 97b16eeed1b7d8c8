import { words } from '../../../kernel/words.ts'
import type { Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { links } from '../links.ts'
import { NotHere } from '../states.tsx'
import { Views } from '../Views.tsx'
import { Categories } from './Categories.tsx'
import { Places } from './Places.tsx'
import { Routing } from './Routing.tsx'

const registers = [
  { key: 'regions', name: words('区划与机构', 'Regions and offices'), Show: Places },
  { key: 'categories', name: words('类别与时限', 'Categories and limits'), Show: Categories },
  { key: 'routing', name: words('分派路由', 'Routing'), Show: Routing },
] as const

const Registers = ({ register, me }: { readonly register: string; readonly me: Me }) => {
  const { t, say } = useLang()
  const shown = registers.find(one => one.key === register)
  if (!shown) return <NotHere />
  return (
    <div className="registers">
      <div className="page-head"><h1>{t('台账', 'Registers')}</h1></div>
      <Views label={t('各台账', 'The registers')} views={registers.map(({ key, name }) => ({ to: links.registers(key), name: say(name), shown: key === shown.key }))} />
      <shown.Show me={me} />
    </div>
  )
}

export default Registers
