import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Found, Missing } from './pass.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** A browser of the Chromium family: the one CHROMIUM names, else one on the path or in the usual place. */
export const findChromium = (): Promise<Found | Missing> => {
  const { CHROMIUM, PATH = '' } = process.env
  const onPath = PATH.split(delimiter).flatMap(folder => names.map(name => join(folder, name)))
  const file = (CHROMIUM === undefined ? [...onPath, ...places] : [CHROMIUM]).find(existsSync)
  return Promise.resolve(
    file === undefined
      ? { zh: '找不到 Chromium，请安装或用 CHROMIUM 指明', en: 'no Chromium found; install one or name it in CHROMIUM' }
      : { env: { CHROMIUM: file, TEST_DATABASE: 'pglite' }, at: file },
  )
}
