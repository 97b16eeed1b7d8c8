/** One line in both languages on stderr, so that what a command gives out stays clean. */
export const say = (zh: string, en: string): void => console.error(`善治 › ${zh}  ${en}`)

/** Tells how far a piece of work has come: the count, the share, the time left. On a terminal in one line, else at every tenth. */
export const progress = (zh: string, en: string) => {
  const began = Date.now()
  let shown = -1
  return (done: number, of: number): void => {
    const tty = process.stderr.isTTY
    const step = tty ? 100 : 10
    const part = of === 0 ? step : Math.floor((done / of) * step)
    if (part === shown) return
    shown = part
    const left = done === 0 || done >= of ? '' : ` · 剩约 left ~${Math.ceil(((Date.now() - began) / done) * (of - done) / 1000)} s`
    const line = `善治 › ${zh}  ${en}: ${done.toLocaleString('en-GB')} / ${of.toLocaleString('en-GB')} · ${Math.floor((part / step) * 100)}%${left}`
    if (tty) process.stderr.write(`\r\x1b[2K${line}${done >= of ? '\n' : ''}`)
    else console.error(line)
  }
}
