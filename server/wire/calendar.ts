/** GET /api/me/calendars: calendars of one's posts. POST /api/me/calendars/end `{ id }`. */
export type CalendarView = { readonly id: string; readonly post: string; readonly language: 'zh' | 'en'; readonly made: string; readonly used?: string }

/** POST /api/me/calendars `{ language }`: the secret address of the present post's calendar, shown once. */
export type CalendarAddress = { readonly url: string }
