/** Paper can't be unfolded: what is folded on the page is opened for printing and closed again. */
export const unfoldForPrint = (): void => {
  let opened: readonly HTMLDetailsElement[] = []
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details')].filter(one => !one.open)
    for (const one of opened) one.open = true
  })
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false
  })
}
