import { Button } from 'antd'
import { classes, postKinds } from '../../../kernel/post.ts'
import type { PostLine } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Place } from '../../parts/Place.tsx'
import { dayOf } from '../../parts/time.ts'
import { usePages } from '../../parts/usePages.ts'
import { links } from '../links.ts'
import { Empty, Failed, Loading } from '../states.tsx'

/** The last day a post is held: `until` is the moment after it. */
const lastDay = (until: string): string => dayOf(new Date(Date.parse(until) - 1))

/** Who holds which post of a region, under its offices. */
export const HeldPosts = ({ region }: { readonly region: string }) => {
  const { t, say } = useLang()
  const found = usePages(cursor => paths.posts(region, cursor))
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  if (found.rows.length === 0) return <Empty title={t('此地没有任职人员', 'Nobody holds a post here')} />
  const named = ({ name, appointed, id }: PostLine) => (appointed ? <a href={links.matter(id)}>{name}</a> : name)
  return (
    <>
      <div className="table-scroll">
        <table className="plain-table wide">
          <thead>
            <tr>
              <th scope="col">{t('单位', 'Office')}</th><th scope="col">{t('岗位', 'Post')}</th><th scope="col">{t('姓名', 'Name')}</th>
              <th scope="col">{t('所在地', 'Place')}</th><th scope="col">{t('可看到', 'Reads up to')}</th><th scope="col">{t('任职至', 'Until')}</th>
            </tr>
          </thead>
          <tbody>
            {found.rows.map(post => (
              <tr key={post.id}>
                <td>{post.office?.name ?? '—'}</td><td>{say(postKinds[post.kind])}</td><td>{named(post)}</td>
                <td><Place region={post.region} from={1} /></td><td>{say(classes[post.clearance])}</td>
                <td className="date">{post.until === undefined ? t('未定期限', 'no day set') : lastDay(post.until)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.hasNextPage && <Button loading={found.isFetchingNextPage} onClick={found.more}>{t('更多岗位', 'More posts')}</Button>}
    </>
  )
}
