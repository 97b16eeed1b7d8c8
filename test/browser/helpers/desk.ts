import type { Locator, Page } from 'playwright-core'

/** Working at the desk, as one would by hand: its lists are antd's. */

export const openMatter = async (page: Page, id: string): Promise<void> => {
  await page.goto(`/desk/matter/${id}`)
  await page.getByRole('region', { name: '下一步' }).waitFor()
}

/** The form of a step on a matter's page: that of the first stands open under its heading, another is opened by its name. */
export const step = async (page: Page, name: string): Promise<Locator> => {
  const heading = page.getByRole('heading', { level: 3, name, exact: true })
  const toggle = page.getByRole('button', { name, exact: true, expanded: false })
  const ways = page.getByRole('region', { name: '下一步' }).getByRole('listitem')
  await ways.filter({ has: heading.or(page.getByRole('button', { name, exact: true })) }).first().waitFor()
  if (await toggle.isVisible()) await toggle.click()
  return ways.filter({ has: heading.or(page.getByRole('button', { name, exact: true, expanded: true })) }).locator('form')
}

export const fill = (form: Locator, label: string, text: string): Promise<void> => form.getByLabel(label).fill(text)

/** Opens a list, types until the wish stands in it, and takes it. */
export const choose = async (form: Locator, label: string, wish: string): Promise<void> => {
  const box = form.getByRole('combobox', { name: label })
  await box.click()
  await box.fill(wish)
  await form.page().locator('.ant-select-dropdown').filter({ visible: true }).getByTitle(wish, { exact: true }).click()
}

export const submit = (form: Locator, name: string): Promise<void> => form.getByRole('button', { name: new RegExp(`${name}$`) }).click()
