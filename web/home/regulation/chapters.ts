import { words, type Words } from '../../../kernel/words.ts'

/** The titles of the chapters. The articles come from the server; importing them for seven titles would cost 100 kB. */
export const chapters: Readonly<Record<number, Words>> = {
  1: words('总则', 'General provisions'),
  2: words('基层建设', 'Building the foundations'),
  3: words('治理措施', 'Measures of governance'),
  4: words('基层服务', 'Services'),
  5: words('保障机制', 'Means and oversight'),
  6: words('法律责任', 'Liability'),
  7: words('附则', 'Final provision'),
}
