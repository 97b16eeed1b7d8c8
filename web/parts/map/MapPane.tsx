import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as LibraryMap, MapMouseEvent, MapTouchEvent, StyleSpecification } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import { isInside, pointIn } from '../../../kernel/plane.ts'
import type { Box, Position, Shape } from '../../../kernel/shape.ts'
import type { TileSource } from '../../../server/wire/grids.ts'
import { useLang } from '../lang.ts'
import { canDraw, loadMaps } from './maplibre.ts'
import { markNames, markRatio, pictureOf } from './marks.ts'
import { Sketch } from './Sketch.tsx'
import { boxAround, lateTones, tones, type ShownArea, type ShownDot } from './shown.ts'

/** A ring of what is drawn; corners of the active one are pressed and moved. */
export type DrawnRing = { readonly corners: readonly Position[]; readonly active: boolean }

type Props = {
  readonly label: string
  readonly areas: readonly ShownArea[]
  readonly bounds?: readonly Shape[]
  readonly dots?: readonly ShownDot[]
  readonly tiles?: TileSource | undefined
  readonly chosen?: string | undefined
  /** What is chosen is outlined where it lies, and the map does not go there. */
  readonly steady?: boolean
  readonly reds?: boolean
  /** An area was pressed. */
  readonly pick?: (code: string) => void
  /** A dot was pressed. */
  readonly open?: (id: string) => void
  /** The map was pressed, for drawing; then areas are not picked. */
  readonly press?: ((at: Position) => void) | undefined
  /** A corner of the ring being drawn was moved; one was put between it and the next. */
  readonly move?: (corner: number, to: Position) => void
  readonly insert?: (corner: number, at: Position) => void
  /** Rings of what is being drawn, their corners in order; one of them is active. */
  readonly drawing?: readonly DrawnRing[]
}

const feature = (geometry: object, properties: object) => ({ type: 'Feature', properties, geometry })
const collection = (features: readonly object[]): FeatureCollection => ({ type: 'FeatureCollection', features } as unknown as FeatureCollection)

const areasOf = (areas: readonly ShownArea[]) => collection(areas.map(({ shape, ...rest }) =>
  feature(shape, { code: rest.code, label: rest.note === undefined ? rest.name : `${rest.name}\n${rest.note}`, tone: rest.tone ?? -1, mark: rest.mark ?? '', schematic: rest.schematic === true, wrong: rest.wrong === true })))
const dotsOf = (dots: readonly ShownDot[]) => collection(dots.map(({ id, at, late }) => feature({ type: 'Point', coordinates: at }, { id, late: late === true ? 1 : 0 })))
const drawnOf = (rings: readonly DrawnRing[]) => collection(rings.flatMap(({ corners, active }) => [
  ...(corners.length > 1 ? [feature({ type: 'LineString', coordinates: corners.length > 2 ? [...corners, corners[0]] : corners }, {})] : []),
  ...(active ? corners.map((at, i) => feature({ type: 'Point', coordinates: at }, { n: i })) : []),
]))

const tone = (palette: readonly string[]) => ['match', ['get', 'tone'], ...palette.flatMap((colour, i) => [i, colour]), 'rgba(0,0,0,0)'] as unknown as string

const styleOf = (tiles: TileSource | undefined, reds: boolean): StyleSpecification => ({
  version: 8,
  sources: {
    ...(tiles && { tiles: { type: 'raster', tiles: [tiles.url], tileSize: 256, attribution: tiles.attribution } }),
    bounds: { type: 'geojson', data: collection([]) }, areas: { type: 'geojson', data: collection([]) }, drawing: { type: 'geojson', data: collection([]) },
    dots: { type: 'geojson', data: collection([]), cluster: true, clusterRadius: 42, clusterMaxZoom: 15, clusterProperties: { late: ['+', ['get', 'late']] } },
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#fbfcfd' } },
    ...(tiles ? [{ id: 'tiles', type: 'raster', source: 'tiles' } as const] : []),
    { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': tone(reds ? lateTones : tones), 'fill-opacity': tiles ? 0.6 : 1 } },
    { id: 'marks', type: 'fill', source: 'areas', filter: ['!=', ['get', 'mark'], ''], paint: { 'fill-pattern': ['image', ['get', 'mark']], 'fill-opacity': tiles ? 0.6 : 1 } },
    { id: 'wrong', type: 'fill', source: 'areas', filter: ['==', ['get', 'wrong'], true], paint: { 'fill-color': '#9d2419', 'fill-opacity': 0.35 } },
    { id: 'area-lines', type: 'line', source: 'areas', filter: ['!=', ['get', 'schematic'], true], paint: { 'line-color': '#4a5a6b', 'line-width': 1.2 } },
    { id: 'area-dashes', type: 'line', source: 'areas', filter: ['==', ['get', 'schematic'], true], paint: { 'line-color': '#4a5a6b', 'line-width': 1.1, 'line-dasharray': [3, 2] } },
    { id: 'bounds', type: 'line', source: 'bounds', paint: { 'line-color': '#1d2733', 'line-width': 2 } },
    { id: 'chosen', type: 'line', source: 'areas', filter: ['==', ['get', 'code'], ''], paint: { 'line-color': '#143a61', 'line-width': 4 } },
    { id: 'drawing-line', type: 'line', source: 'drawing', paint: { 'line-color': '#9d2419', 'line-width': 2.5 } },
    { id: 'drawing-points', type: 'circle', source: 'drawing', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 5, 'circle-color': '#ffffff', 'circle-stroke-color': '#9d2419', 'circle-stroke-width': 2 } },
    { id: 'dots', type: 'circle', source: 'dots', filter: ['!', ['has', 'point_count']], paint: { 'circle-radius': 6, 'circle-color': ['case', ['==', ['get', 'late'], 1], '#9d2419', '#1c4f82'], 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 1.5 } },
    { id: 'clusters', type: 'circle', source: 'dots', filter: ['has', 'point_count'], paint: { 'circle-radius': ['step', ['get', 'point_count'], 12, 10, 15, 50, 19], 'circle-color': ['case', ['>', ['get', 'late'], 0], '#9d2419', '#1c4f82'], 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 2 } },
  ],
})

const set = (map: LibraryMap, source: string, data: FeatureCollection): void => { void map.getSource<GeoJSONSource>(source)?.setData(data) }

/** Pixels within which a corner drawn takes the place of one that is there: neighbours then share it, and no gap is left between them. */
const snap = 12

const nearest = (map: LibraryMap, { point, lngLat }: MapMouseEvent | MapTouchEvent, shapes: readonly Shape[]): Position => {
  const free: Position = [Math.round(lngLat.lng * 1e7) / 1e7, Math.round(lngLat.lat * 1e7) / 1e7]
  const corners = shapes.flatMap(shape => (shape.type === 'Polygon' ? shape.coordinates.flat() : shape.coordinates.flat(2)))
  const near = corners.map(at => { const { x, y } = map.project([at[0], at[1]]); return { at, away: Math.hypot(x - point.x, y - point.y) } }).toSorted((a, b) => a.away - b.away)[0]
  return near && near.away <= snap ? near.at : free
}

/** Pixels within which a press belongs to a line or a corner that is drawn. */
const reach = 9

/** Behind which corner of the active ring a press on its line falls. */
const edgeAt = (map: LibraryMap, { point }: MapMouseEvent, rings: readonly DrawnRing[]): number | undefined => {
  const corners = (rings.find(one => one.active)?.corners ?? []).map(at => map.project([at[0], at[1]]))
  if (corners.length < 3) return undefined
  const away = corners.map((a, i) => {
    const b = corners[(i + 1) % corners.length] ?? a
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const along = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy)))
    return Math.hypot(a.x + along * dx - point.x, a.y + along * dy - point.y)
  })
  const least = Math.min(...away)
  return least <= reach ? away.indexOf(least) : undefined
}

const cornerAt = (map: LibraryMap, { point }: MapMouseEvent | MapTouchEvent): number | undefined => {
  const n: unknown = map.queryRenderedFeatures([[point.x - reach, point.y - reach], [point.x + reach, point.y + reach]], { layers: ['drawing-points'] })[0]?.properties['n']
  return typeof n === 'number' ? n : undefined
}

/** Corners drawn are dragged, with a mouse or a finger; the map stays where it is meanwhile. */
const dragCorners = (map: LibraryMap, now: { readonly current: Props }): void => {
  const start = (event: MapMouseEvent | MapTouchEvent, [moving, ending]: readonly ['mousemove', 'mouseup'] | readonly ['touchmove', 'touchend']): void => {
    const n = now.current.move === undefined ? undefined : cornerAt(map, event)
    if (n === undefined) return
    event.preventDefault()
    const shapes = [...now.current.areas.map(one => one.shape), ...now.current.bounds ?? []]
    const drag = (next: MapMouseEvent | MapTouchEvent): void => { now.current.move?.(n, nearest(map, next, shapes)) }
    map.on(moving, drag)
    map.once(ending, () => { map.off(moving, drag) })
  }
  map.on('mousedown', event => start(event, ['mousemove', 'mouseup']))
  map.on('touchstart', event => { if (event.points.length === 1) start(event, ['touchmove', 'touchend']) })
}

/** Pixels by which a name may stand beside the middle of its area. */
const beside: readonly (readonly [dx: number, dy: number])[] = [[0, 0], [0, -38], [0, 38], [-60, 0], [60, 0], [-60, -38], [60, 38]]

/** Markers are elements of the page: their words need no font from anywhere. */
const label = (text: string, name: string): HTMLElement => {
  const element = document.createElement('div')
  element.className = name
  element.textContent = text
  element.setAttribute('aria-hidden', 'true')
  return element
}

/** A map to look at, to pick from and to draw on. Everything it shows stands beside it as a list too; where the browser draws no maps, as a still picture. */
export const MapPane = (props: Props) => {
  const { t, lang } = useLang()
  const { label: name, areas, bounds = [], dots = [], tiles, chosen, reds = false, drawing = [] } = props
  const frame = useRef<HTMLDivElement>(null)
  const now = useRef({ ...props, t })
  const tileUrl = tiles?.url
  const [map, setMap] = useState<LibraryMap>()
  const [still, setStill] = useState(() => !canDraw())
  useEffect(() => { now.current = { ...props, t } })

  useEffect(() => {
    const container = frame.current
    if (still || container === null) return undefined
    let made: LibraryMap | undefined
    let gone = false
    void loadMaps().then(({ Map: Make, NavigationControl, ScaleControl, AttributionControl }) => {
      if (gone) return
      const first = now.current
      const pictures = markNames.map(mark => [mark, pictureOf(mark)] as const)
      const box = boxAround([...first.areas.map(one => one.shape), ...first.bounds ?? []], (first.dots ?? []).map(one => one.at))
      made = new Make({
        container, style: styleOf(first.tiles, first.reds === true), attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, cooperativeGestures: false,
        ...(box ? { bounds: [box[0], box[1], box[2], box[3]] } : { center: [102.4, 36.48], zoom: 8 }),
        locale: { 'NavigationControl.ZoomIn': first.t('放大', 'Zoom in'), 'NavigationControl.ZoomOut': first.t('缩小', 'Zoom out'), 'Map.Title': first.label, 'AttributionControl.ToggleAttribution': first.t('地图来源', 'Source of the map') },
      })
      const own = made
      own.addControl(new NavigationControl({ showCompass: false }), 'top-right')
      own.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left')
      if (first.tiles) own.addControl(new AttributionControl({ compact: false }))
      dragCorners(own, now)
      own.on('load', () => {
        if (gone) return
        for (const [mark, picture] of pictures) own.addImage(mark, picture, { pixelRatio: markRatio })
        setMap(own)
      })
      own.on('click', event => {
        const { press, insert, pick, open, drawing: rings = [] } = now.current
        if (press && cornerAt(own, event) !== undefined) return
        const edge = press && insert ? edgeAt(own, event, rings) : undefined
        if (edge !== undefined) { insert?.(edge, nearest(own, event, [...now.current.areas.map(one => one.shape), ...now.current.bounds ?? []])); return }
        if (press) { press(nearest(own, event, [...now.current.areas.map(one => one.shape), ...now.current.bounds ?? []])); return }
        const [dot] = own.queryRenderedFeatures(event.point, { layers: ['dots', 'clusters'] })
        const id: unknown = dot?.properties['id']
        if (typeof id === 'string') { open?.(id); return }
        if (dot?.geometry.type === 'Point') { const [lon = 0, lat = 0] = dot.geometry.coordinates; own.easeTo({ center: [lon, lat], zoom: own.getZoom() + 2 }); return }
        const code: unknown = own.queryRenderedFeatures(event.point, { layers: ['areas'] })[0]?.properties['code']
        if (typeof code === 'string') pick?.(code)
      })
    }).catch(() => { if (!gone) setStill(true) })
    return () => { gone = true; made?.remove(); setMap(undefined) }
    // Made once for each kind of picture; what it shows is handed to it below.
  }, [still, tileUrl, reds, lang])

  useEffect(() => { if (map) set(map, 'areas', areasOf(areas)) }, [map, areas])
  useEffect(() => { if (map) set(map, 'bounds', collection(bounds.map(shape => feature(shape, {})))) }, [map, bounds])
  useEffect(() => { if (map) set(map, 'dots', dotsOf(dots)) }, [map, dots])
  useEffect(() => { if (map) set(map, 'drawing', drawnOf(drawing)) }, [map, drawing])
  useEffect(() => {
    if (!map) return
    map.setFilter('chosen', ['==', ['get', 'code'], chosen ?? ''])
    const shape = now.current.areas.find(one => one.code === chosen)?.shape
    const box = shape && boxAround([shape])
    if (box && now.current.steady !== true) map.fitBounds([box[0], box[1], box[2], box[3]], { maxZoom: 16, padding: 40 })
  }, [map, chosen])
  const box = boxAround([...areas.map(one => one.shape), ...bounds])
  const view = box?.map(n => n.toFixed(4)).join()
  useEffect(() => { if (map && view !== undefined) map.fitBounds(view.split(',').map(Number) as unknown as [number, number, number, number], { animate: false }) }, [map, view])
  useLabels(map, areas, dots)

  if (still) return <div className="map map-still"><Sketch label={name} areas={areas} bounds={bounds} dots={dots} chosen={chosen} steady={props.steady === true} reds={reds} /><p className="hint">{t('这个浏览器不能显示可缩放的地图，显示的是示意图；内容见列表。', 'This browser draws no maps to move in: here is a still picture; the list has everything.')}</p></div>
  return <div ref={frame} className={props.press ? 'map map-drawing' : 'map'} />
}

/** Names on areas and counts on clusters, as many as there is room for. */
const useLabels = (map: LibraryMap | undefined, areas: readonly ShownArea[], dots: readonly ShownDot[]): void => {
  useEffect(() => {
    if (!map) return undefined
    let placed: readonly { remove(): unknown }[] = []
    let gone = false
    const write = async (): Promise<void> => {
      const { Marker } = await loadMaps()
      if (gone) return
      for (const one of placed) one.remove()
      const taken: Box[] = []
      const free = (x: number, y: number, wide: number): boolean => {
        const box: Box = [x - wide / 2, y - 16, x + wide / 2, y + 16]
        if (taken.some(other => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return false
        taken.push(box)
        return true
      }
      const clusters = map.queryRenderedFeatures({ layers: ['clusters'] }).flatMap(({ properties, geometry }) => {
        if (geometry.type !== 'Point') return []
        const [lon = 0, lat = 0] = geometry.coordinates
        const { x, y } = map.project([lon, lat])
        taken.push([x - 16, y - 16, x + 16, y + 16])
        return [new Marker({ element: label(String(properties['point_count_abbreviated']), 'map-count') }).setLngLat([lon, lat]).addTo(map)]
      })
      for (const { geometry } of map.queryRenderedFeatures({ layers: ['dots'] })) {
        if (geometry.type !== 'Point') continue
        const [lon = 0, lat = 0] = geometry.coordinates
        const { x, y } = map.project([lon, lat])
        taken.push([x - 7, y - 7, x + 7, y + 7])
      }
      const seen = map.getBounds()
      const names = areas.length > 400 ? [] : areas.flatMap(one => {
        const at = pointIn(one.shape)
        if (!seen.contains([at[0], at[1]])) return []
        const { x, y } = map.project([at[0], at[1]])
        const wide = Math.max(one.name.length, one.note?.length ?? 0) * 12 + 6
        // A dot may lie in the middle: then beside it, as long as that is still inside the area.
        const [dx, dy] = beside.find(([dx, dy]) => { const { lng, lat } = map.unproject([x + dx, y + dy]); return isInside(one.shape, [lng, lat]) && free(x + dx, y + dy, wide) }) ?? [undefined, undefined]
        return dx === undefined ? [] : [new Marker({ element: label(one.note === undefined ? one.name : `${one.name}\n${one.note}`, 'map-name'), offset: [dx, dy] }).setLngLat([at[0], at[1]]).addTo(map)]
      })
      placed = [...names, ...clusters]
    }
    const idle = (): void => { void write() }
    map.on('idle', idle)
    idle()
    return () => { gone = true; map.off('idle', idle); for (const one of placed) one.remove() }
  }, [map, areas, dots])
}
