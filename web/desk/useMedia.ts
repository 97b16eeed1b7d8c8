import { useCallback, useSyncExternalStore } from 'react'
import { useLang } from '../parts/lang.ts'
import { useTextSize } from './settings/text-size.ts'

export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    useCallback(tell => {
      const media = matchMedia(query)
      media.addEventListener('change', tell)
      return () => media.removeEventListener('change', tell)
    }, [query]),
    () => matchMedia(query).matches,
  )

/** Wide enough for a matter's row on one line; English names are longer. */
export const useWide = (): boolean => {
  const { lang } = useLang()
  const size = useTextSize()
  return useMedia(`(min-width: ${Math.round((lang === 'zh' ? 84 : 114) * size)}px)`)
}
