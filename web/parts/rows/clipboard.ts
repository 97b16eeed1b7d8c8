/** The cells of a text as spreadsheets put it on the clipboard: tabs between cells, line ends between rows, quotes around a cell that holds either. */
export const cellsIn = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const end = (): void => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let i = 0; i < plain.length; i += 1) {
    const at = plain[i] ?? ''
    if (quoted) {
      if (at !== '"') cell += at
      else if (plain[i + 1] === '"') { cell += '"'; i += 1 } else quoted = false
    } else if (at === '"' && cell === '' && closes(plain, i + 1)) quoted = true
    else if (at === '\t') end()
    else if (at === '\n') { end(); rows.push([]) } else cell += at
  }
  end()
  return rows
}

/** Whether a quote opened here is closed before a tab or the end of a line: 5" pipe is no quoted cell. */
const closes = (text: string, from: number): boolean => /^(?:[^"]|"")*"(?=\t|\n|$)/.test(text.slice(from))

/** Whether a text is more than one cell. */
export const isTable = (text: string): boolean => /\t|\n(?!$)/.test(text.replace(/\r\n?/g, '\n'))
