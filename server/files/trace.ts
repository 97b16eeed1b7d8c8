/**
 * What a picture tells beside itself: `exif` (place, time, device), `xmp`, `iptc`, `text`, `embedded` (a second picture or
 * film behind the first); `broken` where it can't be read to its end.
 */
export type Trace = 'exif' | 'xmp' | 'iptc' | 'text' | 'embedded' | 'broken'
