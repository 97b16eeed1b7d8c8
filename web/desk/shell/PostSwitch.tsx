import { DownOutlined, UserOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import type { Me, PostRef } from '../../../server/wire.ts'
import { problemOf } from '../../parts/api.ts'
import { useLang, type Say } from '../../parts/lang.ts'
import { actingPost, useActAs } from '../../parts/me.ts'
import { pathText } from '../../parts/Place.tsx'
import { kindName } from '../../parts/Timeline.tsx'

/** A post in words: what, where. */
export const postName = (post: PostRef, say: Say): string => `${say(kindName(post.kind))} · ${post.office?.name ?? post.region.name}`

/** The post one acts from, switchable where there are several. */
export const PostSwitch = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  const { message } = App.useApp()
  const actAs = useActAs()
  const acting = actingPost(me)
  const asResident = t('居民（本人）', 'Resident, for myself')
  const change = async (post: string | null): Promise<void> => {
    try {
      await actAs(post)
    } catch (error) {
      void message.error(say(problemOf(error).words))
    }
  }
  const items = [
    ...me.posts.map(post => ({ key: post.id, label: <span className="post-item"><b>{postName(post, say)}</b><span>{pathText(post.region)}</span></span> })),
    ...(me.home ? [{ key: 'resident', label: <span className="post-item"><b>{asResident}</b><span>{pathText(me.home)}</span></span> }] : []),
  ]
  return (
    <Dropdown
      trigger={['click']} getPopupContainer={button => button.parentElement ?? document.body}
      menu={{ items, selectable: true, selectedKeys: [me.acting ?? 'resident'], onClick: ({ key }) => void change(key === 'resident' ? null : key) }}
    >
      <Button type="text" className="post-switch" icon={<UserOutlined />} aria-label={t('切换岗位', 'Change the post you act from')}>
        <span className="post-now">
          <b>{me.name}</b>
          <span>{acting ? postName(acting, say) : asResident}</span>
        </span>
        <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  )
}
