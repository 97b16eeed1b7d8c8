import { Type } from 'typebox'
import { system } from '../../kernel/post.ts'
import { refuse } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { versionOf } from '../../store/house.ts'
import { followCode } from '../../store/seal.ts'
import { isCode } from '../http/code.ts'
import { languageOf } from '../http/language.ts'
import { limitAddress } from '../http/limits.ts'
import { sendRefusal } from '../http/problem.ts'
import type { App } from '../http/typed.ts'
import { historyOf } from '../reads/history.ts'
import { rowByNumber } from '../reads/rows.ts'
import { plainText } from '../schemas/common.ts'
import { followSchema } from '../schemas/matter.ts'
import type { Site } from '../site.ts'
import { officeRef, regionRef } from '../views/place.ts'
import { dueOf } from '../views/row.ts'
import type { FollowView } from '../wire.ts'

const unknown = () =>
  refuse('not-found', words('编号或查询码不正确', 'The number or the code is wrong'), { remedy: words('请核对回执上的编号和查询码', 'Check both on your receipt') })

/** A matter followed without an account, by the number and code of the receipt, which stand in no address. No text that the reporter typed is shown: slips get lost. */
export const followRoutes = (app: App, site: Site): void => {
  const { house } = site
  app.post('/api/follow', {
    preHandler: limitAddress(app, site.limits.follow),
    schema: {
      open: true, tag: 'follow', says: { zh: '凭编号和查询码查看进度，无需登录', en: 'Progress of a matter by number and code, without sign-in' },
      body: Type.Object({ number: plainText(40), code: plainText(40) }, { additionalProperties: false }), response: { 200: followSchema },
    },
  }, async (request, reply): Promise<FollowView | typeof reply> => {
    const { number, code } = request.body
    const found = await house.database.scoped(system, async tx => {
      const row = await rowByNumber(tx, number.trim())
      const right = followCode(house.keys, row?.id ?? '')
      const matches = isCode(code, right)
      return row && !row.confined && matches ? { row, history: await historyOf(tx, row.county, row.id) } : undefined
    })
    if (!found) return sendRefusal(request, reply, unknown())
    const { row, history } = found
    const names = { directory: site.directory.now, language: languageOf(request.headers['accept-language']) }
    const { title } = versionOf(house, row.procedure, row.version)
    const category = typeof row.facts['category'] === 'string' ? names.directory.category(row.facts['category'])?.[names.language] : undefined
    const due = dueOf(house.law, row, site.now())
    return {
      number: row.number, title: category ?? title[names.language], stage: row.stage, place: regionRef(names, row.region),
      ...(row.holder_office !== null && { office: officeRef(names, row.holder_office) }), ...(due && { due }),
      history: history.map(({ at, stage }) => ({ at: at.toISOString(), stage })),
    }
  })
}
