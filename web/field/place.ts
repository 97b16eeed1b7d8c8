import { ancestor } from '../../kernel/region.ts'
import { postKinds, reads } from '../../kernel/post.ts'
import type { Me, RegionRef, Scope } from '../../server/wire.ts'
import { actingPost } from '../parts/me.ts'

/** The grid or village one works in: that of the post acted from, else where one lives. */
export const workPlace = (me: Me): RegionRef | undefined => actingPost(me)?.region ?? me.home

/** The community one works in; none where the post is above communities. */
export const communityOf = (me: Me): string | undefined => {
  const place = workPlace(me)
  return place && ancestor(place.code, 'village')
}

/** Whether the post acted from is one that logs orders given past the platform. */
export const logs = (me: Me): boolean => { const kind = actingPost(me)?.kind; return kind === 'committee' || kind === 'gridWorker' }

/** What one's lists are over: the area, or for a handler the office. */
export const workScope = (me: Me): Scope => {
  const post = actingPost(me)
  return post !== undefined && postKinds[post.kind].reach === 'office' ? 'office' : 'region'
}

/** Grids and what is open in them are for posts that have an area of their own. */
export const seesGrids = (me: Me): boolean => { const post = actingPost(me); return post !== undefined && postKinds[post.kind].reach === 'region' && reads(post.clearance, 'internal') }
