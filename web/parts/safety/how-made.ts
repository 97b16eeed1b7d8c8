import type { SessionView } from '../../../server/wire.ts'
import { words, type Words } from '../../../kernel/words.ts'

const means = {
  password: words('密码', 'password'), sso: words('统一身份认证', 'single sign-on'), demo: words('演示', 'demo'), program: words('程序令牌', 'program’s token'),
} satisfies Record<SessionView['means'], Words>

/** How a sign-in was made, in words: “密码＋动态验证码”. */
export const howMade = ({ means: by, factor }: SessionView): Words =>
  factor ? words(`${means[by].zh}＋动态验证码`, `${means[by].en} and second factor`) : means[by]
