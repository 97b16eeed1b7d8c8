/**
 * A picture or document that goes with a report or a step. `key` finds it on this phone; `file` is the server's id once it
 * has arrived, `sent` when that was: the server keeps what no act names for one day.
 */
export type Photo = { readonly key: string; readonly name: string; readonly picture: boolean; readonly file?: string; readonly sent?: string; /** Kept sealed, and sent with its act. */ readonly held?: true; /** Where it says that it was taken. */ readonly point?: { readonly lon: number; readonly lat: number } }

const keptFor = 20 * 3_600_000

export const arrived = (photo: Photo, now: Date): boolean =>
  photo.held === true || (photo.file !== undefined && photo.sent !== undefined && now.getTime() - Date.parse(photo.sent) < keptFor)

/** The ids to name in an act. */
export const fileIds = (photos: readonly Photo[]): readonly string[] => photos.flatMap(photo => (photo.file === undefined ? [] : [photo.file]))
