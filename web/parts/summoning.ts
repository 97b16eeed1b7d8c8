import { kindOfOffice } from '../../kernel/post.ts'
import { levelOf } from '../../kernel/region.ts'
import type { Me } from '../../server/wire.ts'
import { actingPost } from './me.ts'
import { mayOpen } from './stages.ts'

/** Whether the post acted from is one that summons departments. Where exactly, the server says. */
export const maySummon = (me: Me): boolean => {
  const post = actingPost(me)
  return post?.office !== undefined && ['gov', 'centre'].includes(kindOfOffice(post.office.code)) && levelOf(post.region.code) === 'township'
    && mayOpen('summons', 'raise', post.kind)
}
