/**
 * What a file tells beside itself. A picture: `exif` (place, time, device), `xmp`, `iptc`, `text`, `embedded` (a second picture or
 * film behind the first). A document: `author` (who wrote, changed or commented it, and for whom); `locked` where a password keeps it from being
 * looked into. Either: `broken` where it can't be read to its end.
 */
export type Trace = 'exif' | 'xmp' | 'iptc' | 'text' | 'embedded' | 'author' | 'locked' | 'broken'
