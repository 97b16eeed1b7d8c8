import type { Plugin } from 'vite'
import { labels } from '../../web/parts/labels.ts'

/** Puts the labels themselves in place of the module that reckons them from the declarations. */
export const labelsOnly: Plugin = {
  name: 'labels-only',
  apply: 'build',
  load: id => (id.endsWith('/web/parts/labels.ts') ? `export const labels = JSON.parse(${JSON.stringify(JSON.stringify(labels))})` : undefined),
}
