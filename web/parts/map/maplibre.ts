import type * as Library from 'maplibre-gl'

export type MapLibrary = typeof Library

let loading: Promise<MapLibrary> | undefined

/** The map library, fetched when the first map is opened. Its worker is a file of ours: no script is made on the spot. */
export const loadMaps = (): Promise<MapLibrary> => (loading ??= (async () => {
  const [library, worker] = await Promise.all([import('maplibre-gl'), import('maplibre-gl/dist/maplibre-gl-worker.mjs?url'), import('maplibre-gl/dist/maplibre-gl.css')])
  library.setWorkerUrl(worker.default)
  return library
})())

/** Whether this browser can draw maps; where it can't, a still picture is shown. */
export const canDraw = (): boolean => {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null
  } catch {
    return false
  }
}
