import { Tabs } from 'antd'
import type { Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { go, links } from '../links.ts'
import { Categories } from './Categories.tsx'
import { Places } from './Places.tsx'
import { Routing } from './Routing.tsx'

const Registers = ({ register, me }: { readonly register: string; readonly me: Me }) => {
  const { t } = useLang()
  return (
    <div className="registers">
      <div className="page-head"><h1>{t('台账', 'Registers')}</h1></div>
      <Tabs
        activeKey={register} onChange={key => go(links.registers(key))} destroyOnHidden
        items={[
          { key: 'regions', label: t('区划与机构', 'Regions and offices'), children: <Places me={me} /> },
          { key: 'categories', label: t('类别与时限', 'Categories and limits'), children: <Categories me={me} /> },
          { key: 'routing', label: t('路由查询', 'Routing'), children: <Routing me={me} /> },
        ]}
      />
    </div>
  )
}

export default Registers
