import { DownOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { actorOf } from '../list/asked.ts'
import { go, links } from '../links.ts'
import { openings, type Opening } from './openings.ts'

const addressOf = ({ procedure, name }: Opening): string => links.open(procedure.name, name)

/** The ways in which this post may open a matter; nothing where there are none. */
export const NewMatterButton = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  const ways = openings(actorOf(me))
  const [only] = ways
  if (!only) return null
  const label = ({ procedure, step }: Opening): string =>
    ways.filter(way => way.procedure === procedure).length > 1 ? `${say(procedure.title)} · ${say(step)}` : say(procedure.title)
  return (
    <div className="page-actions">
      {ways.length === 1
        ? <Button type="primary" icon={<PlusOutlined />} href={addressOf(only)}>{t(`登记${say(only.procedure.title)}`, `New ${say(only.procedure.title).toLowerCase()}`)}</Button>
        : (
          <Dropdown trigger={['click']} getPopupContainer={button => button.parentElement ?? document.body} menu={{ items: ways.map(way => ({ key: addressOf(way), label: label(way) })), onClick: ({ key }) => go(key) }}>
            <Button type="primary" icon={<PlusOutlined />}>{t('登记', 'New')} <DownOutlined aria-hidden="true" /></Button>
          </Dropdown>
        )}
    </div>
  )
}
