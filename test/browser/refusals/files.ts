import assert from 'node:assert/strict'
import type { FileRef, MatterView, Problem } from '../../../server/wire.ts'
import { get } from '../helpers/act.ts'
import { openMatter, step, submit } from '../helpers/desk.ts'
import { photo, withPosition } from '../helpers/photo.ts'
import { next } from '../helpers/phone.ts'
import type { Scene } from '../helpers/scene.ts'
import { sees, seesNoMore } from '../helpers/see.ts'
import { accepted } from '../helpers/stories.ts'
import type { Page } from 'playwright-core'

const pdf = (bytes: number): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } => {
  const buffer = Buffer.alloc(bytes, ' ')
  buffer.write('%PDF-1.4\n')
  return { name: '检测报告.pdf', mimeType: 'application/pdf', buffer }
}

const kept = async (page: Page, file: FileRef | undefined): Promise<Buffer> => {
  const answer = await page.request.get(`/api/files/${file?.id ?? 'none'}`)
  assert.equal(answer.status(), 200)
  return answer.body()
}

/** Files of the wrong kind or size are refused by name; photos leave behind where they were taken. */
export const files = (scene: Scene): void => {
  scene('at the desk, a file too large or of no known kind is refused by its name, and the rest goes on', async world => {
    const { id, handler } = await accepted(world, '桥面伸缩缝松动，过车有响声')
    await openMatter(handler, id)
    const form = await step(handler, '记录进展')
    const input = form.locator('input[type=file]')
    await form.getByLabel('办理进展').fill('附检测报告')
    await input.setInputFiles([pdf(11 * 1024 * 1024), { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('只是文字') }, pdf(2000)])
    await sees(form.getByRole('listitem').filter({ hasText: '检测报告.pdf' }), /10 MiB/)
    await sees(form.getByRole('listitem').filter({ hasText: '说明.txt' }), /JPEG, PNG, WebP, PDF, DOCX, XLSX/)
    await sees(form, '1/9')
    assert.equal(await form.getByLabel('办理进展').inputValue(), '附检测报告')
    for (const refused of ['说明.txt', /10 MiB/]) {
      await form.getByRole('listitem').filter({ hasText: refused }).getByRole('button', { name: '移除' }).click()
      await seesNoMore(form, refused)
    }
    await submit(form, '记录进展')
    await handler.locator('.timeline').getByText('附检测报告').first().waitFor()
    assert.equal((await get<MatterView>(handler, `/api/matters/${id}`)).files.length, 1)
  })

  scene('on the phone, a file that is no picture is told so, and the words stay', async world => {
    const page = await world.as('resident')
    await page.goto('/report')
    await page.getByLabel('把事情说一说').fill('配电箱门开着，里面的线露在外面')
    await page.getByLabel('从相册选').setInputFiles({ name: 'IMG.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture') })
    await sees(page.getByRole('alert'), '有一张照片打不开，请换一张或直接拍照。')
    assert.equal(await page.getByLabel('把事情说一说').inputValue(), '配电箱门开着，里面的线露在外面')
  })

  scene('the place a photo was taken at stays on the phone, and is stripped at the desk as well', async world => {
    const { id, resident, handler } = await accepted(world, '排洪沟被填了一半')
    const picture = withPosition(await photo(resident, 1200, 900))
    assert.ok(picture.buffer.includes('Exif\0\0'))

    await resident.goto('/report')
    await resident.getByLabel('把事情说一说').fill('排洪沟里堆了土，照片是在现场拍的')
    await resident.getByLabel('从相册选').setInputFiles(picture)
    await sees(resident, '已上传')
    await next(resident, '下一步：在哪里')
    await next(resident, '下一步：核对并提交')
    await resident.getByRole('button', { name: '提交', exact: true }).click()
    await resident.getByRole('heading', { level: 1, name: '已收到' }).waitFor()
    const sent = await get<MatterView>(resident, `/api/matters/${resident.url().split('/').at(-1) ?? ''}`)
    const fromPhone = await kept(resident, sent.files[0])
    assert.ok(fromPhone.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])), 'a JPEG')
    assert.ok(!fromPhone.includes('Exif'))

    await openMatter(handler, id)
    const form = await step(handler, '记录进展')
    await form.getByLabel('办理进展').fill('已到现场，见照片')
    await form.locator('input[type=file]').setInputFiles(picture)
    await sees(form, '1/9')
    await submit(form, '记录进展')
    await handler.locator('.timeline').getByText('已到现场，见照片').first().waitFor()
    assert.ok(!(await kept(handler, (await get<MatterView>(handler, `/api/matters/${id}`)).files[0])).includes('Exif'))

    // Whoever goes past the pages is refused.
    const raw = await resident.request.post('/api/files', { headers: { 'X-Requested-With': 'shanzhi' }, multipart: { file: picture } })
    assert.ok(raw.status() >= 400 && raw.status() < 500)
    assert.equal((await raw.json() as Problem).code, 'metadata')
  })
}
