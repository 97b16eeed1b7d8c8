import type { ThemeConfig } from 'antd'
import type { Lang } from '../parts/lang.ts'
import type { TextSize } from './settings/text-size.ts'

/** The desk's colours, named by use. Every text on its ground has a contrast of at least 4.5:1. */
export const colours = {
  ink: '#1d2733',
  muted: '#566270',
  line: '#dde2e8',
  'line-strong': '#8a95a1',
  ground: '#f4f5f7',
  paper: '#ffffff',
  tint: '#edf2f8',
  link: '#1c4f82',
  'link-deep': '#143a61',
  late: '#9d2419',
  'late-ground': '#fbf0ee',
  today: '#7a4f00',
  'today-ground': '#fbf5e6',
  good: '#21663f',
  'good-ground': '#eef6f1',
  seal: '#8f2d20',
} as const

const chinese = '"PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei"'
const latin = '"Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", "Noto Sans", system-ui'

/** Chinese faces draw ’ and “ ” as wide as a character: English text takes Latin faces first. */
const typefaces = { zh: `${chinese}, ${latin}, sans-serif`, en: `${latin}, ${chinese}, sans-serif` } satisfies Record<Lang, string>

/** The same colours and faces for the stylesheets, as `--ink` and so on. */
export const paint = (root: HTMLElement, lang: Lang): void => {
  for (const [name, value] of Object.entries(colours)) root.style.setProperty(`--${name}`, value)
  root.style.setProperty('--typefaces', typefaces[lang])
}

/** `still` where moving pictures are not wished for: nothing then waits for the end of a motion that never runs. */
export const themeFor = (size: TextSize, lang: Lang, still: boolean): ThemeConfig => ({
  token: {
    motion: !still,
    fontFamily: typefaces[lang],
    fontSize: size,
    colorPrimary: colours.link,
    colorLink: colours.link,
    colorLinkHover: colours['link-deep'],
    colorLinkActive: colours['link-deep'],
    colorText: colours.ink,
    colorTextSecondary: colours.muted,
    colorTextDescription: colours.muted,
    colorTextPlaceholder: '#6a7684',
    colorError: colours.late,
    colorWarning: colours.today,
    colorSuccess: colours.good,
    colorBorder: colours['line-strong'],
    colorBorderSecondary: colours.line,
    colorBgLayout: colours.ground,
    controlItemBgActive: colours.tint,
    controlItemBgActiveHover: '#e1e9f2',
    controlItemBgHover: colours.ground,
    borderRadius: 4,
    controlHeight: Math.round(size * 2.3),
    wireframe: false,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    boxShadowSecondary: '0 4px 16px rgba(29, 39, 51, 0.14)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
    Table: { cellPaddingBlock: 8, cellPaddingInline: 10, headerBg: colours.ground, headerColor: colours.muted, headerSplitColor: 'transparent' },
  },
})
