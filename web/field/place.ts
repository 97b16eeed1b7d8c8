import type { Me, RegionRef } from '../../server/wire.ts'
import { actingPost } from '../parts/me.ts'

/** The grid or village one works in: that of the post acted from, else where one lives. */
export const workPlace = (me: Me): RegionRef | undefined => actingPost(me)?.region ?? me.home
