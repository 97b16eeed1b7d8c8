const shapes = {
  say: 'M4 5h16v11H9l-5 4z M8 9h8 M8 12.5h5',
  list: 'M8 6h12 M8 12h12 M8 18h12 M4 6h.01 M4 12h.01 M4 18h.01',
  find: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13z M15.5 15.5 20 20',
  book: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3z M5 17a3 3 0 0 1 3-3h11 M9 8h6',
  bell: 'M6 16V11a6 6 0 1 1 12 0v5l1.5 2h-15z M10 20.5h4',
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  today: 'M4 6h16v14H4z M4 10h16 M8 3.5V7 M16 3.5V7 M8.5 14.5l2.5 2.5 4.5-4.5',
  plus: 'M12 5v14 M5 12h14',
  camera: 'M4 8h4l1.5-2.5h5L16 8h4v11H4z M12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  place: 'M12 21c4-4.5 6.5-7.7 6.5-11a6.5 6.5 0 1 0-13 0c0 3.3 2.5 6.5 6.5 11z M12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12 M18 6 6 18',
  warn: 'M12 4 2.5 20h19z M12 10v4.5 M12 17.3h.01',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M12 11v5.5 M12 7.7h.01',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M12 7v5.5l3.5 2',
  down: 'M6 9.5l6 6 6-6',
  right: 'M9.5 6l6 6-6 6',
  back: 'M14.5 6l-6 6 6 6',
  sound: 'M4 9.5h4l5-4v13l-5-4H4z M16.5 9a4.5 4.5 0 0 1 0 6 M19 6.5a8 8 0 0 1 0 11',
  stop: 'M6 6h12v12H6z',
  print: 'M7 9V4h10v5 M7 17H4v-8h16v8h-3 M7 14h10v6H7z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M4 20.5c.8-4 4-6 8-6s7.2 2 8 6',
  pen: 'M4 20h16 M6 16l1-4 9.5-8.5 3 3L10.5 15z',
  file: 'M6 3.5h8l4 4v13H6z M14 3.5v4h4',
  shield: 'M12 3.5 5 6v6c0 4.3 3 7.3 7 8.5 4-1.2 7-4.2 7-8.5V6z',
} as const

export type IconName = keyof typeof shapes

/** A drawing beside words, never instead of them: hidden from screen readers. `size` in rem. */
export const Icon = ({ name, size = 1.5 }: { name: IconName; size?: number }) => (
  <svg
    viewBox="0 0 24 24" aria-hidden="true" focusable="false" style={{ width: `${size}rem`, height: `${size}rem` }}
    fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round"
  >
    <path d={shapes[name]} />
  </svg>
)
