import type { PostKind } from '../../../kernel/post.ts'

export type Door = 'desk' | 'field' | 'home'

const paths = { home: '/', field: '/field/', desk: '/desk/' } satisfies Record<Door, string>

/** The door that was made for a post. */
export const doorOf = (kind: PostKind | undefined): Door => {
  if (kind === undefined || kind === 'resident') return 'home'
  return kind === 'gridWorker' || kind === 'committee' ? 'field' : 'desk'
}

const here = (): Door => {
  if (location.pathname.startsWith('/field')) return 'field'
  return location.pathname.startsWith('/desk') ? 'desk' : 'home'
}

/** Leaves for another door; stays where it is this one. */
export const goToDoor = (door: Door): boolean => {
  if (door === here()) return false
  location.assign(paths[door])
  return true
}
