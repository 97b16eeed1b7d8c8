import { Type, type TSchema } from 'typebox'
import type { Words } from '../../kernel/words.ts'
import { usualLimits } from '../http/limits.ts'

const whole = (words: Words, minimum: number, maximum: number, preset?: number) =>
  Type.Integer({ minimum, maximum, ...(preset !== undefined && { default: preset }), words })
const text = (words: Words, more: { default?: string; pattern?: string; minLength?: number } = {}) => Type.String({ minLength: 1, ...more, words })
const onOff = (words: Words, preset?: boolean) => Type.Boolean({ ...(preset !== undefined && { default: preset }), words })
const secret = <T extends TSchema>(schema: T): T => ({ ...schema, writeOnly: true })

/** Every setting there is, read from the environment; `words` says what it is for. `shanzhi settings` prints this table. */
export const declared = Type.Object({
  PORT: whole({ zh: '监听端口；0 由系统选', en: 'port to listen on; 0 lets the system choose' }, 0, 65_535, 8080),
  HOST: Type.Optional(text({ zh: '监听地址；不设则演示模式只限本机（localhost），否则为 0.0.0.0', en: 'address to listen on; without it, this machine alone (localhost) in demo mode, else 0.0.0.0' })),
  PUBLIC_URL: Type.Optional(text({ zh: '居民看到的网址；https 开头时 Cookie 只走加密连接', en: 'the address people see; with https, cookies travel encrypted only' }, { pattern: '^https?://[^/?#]+$' })),
  TRUST_PROXY: Type.Optional(text({ zh: '可信反向代理的地址或网段，以逗号分隔；不设则不信任', en: 'addresses or networks of trusted reverse proxies, by commas; none by default' })),
  DATA_DIR: text({ zh: '数据目录（内嵌数据库、文件、密钥）', en: 'data folder (embedded database, files, key)' }, { default: '.data' }),
  DATABASE_URL: Type.Optional(secret(text({ zh: 'PostgreSQL 地址，角色 shanzhi_app；不设则用内嵌数据库', en: 'PostgreSQL address, as the role shanzhi_app; embedded database without it' }, { pattern: '^postgres(ql)?://' }))),
  DATABASE_ADMIN_URL: Type.Optional(secret(text({ zh: '表所有者的 PostgreSQL 地址，只用于迁移和导入', en: 'PostgreSQL address of the tables’ owner, for migrations and imports only' }, { pattern: '^postgres(ql)?://' }))),
  POOL_SIZE: whole({ zh: '数据库连接数上限', en: 'most database connections at once' }, 1, 200, 16),
  DEMO: Type.Optional(onOff({ zh: '演示模式，可免密码以虚构人员登录；内嵌数据库默认开', en: 'demo mode: sign in as invented people without a password; on by default on the embedded database' })),
  SECRET: Type.Optional(secret(text({ zh: '本站密钥，至少 32 个字符；不设则在数据目录中生成', en: 'this site’s secret, 32 characters or more; made in the data folder without it' }, { minLength: 32 }))),
  KEY_FILE: Type.Optional(text({ zh: '存放本站密钥的文件', en: 'file that holds this site’s secret' })),
  SEAL_KEYS: Type.Optional(secret(text({ zh: '密文的密钥环，每行“编号 密钥”（1 至 127，密钥至少 32 个字符）：末行用于加密，全部可解密；不设则由本站密钥派生 1 号密钥', en: 'key ring of what rests encrypted, lines “ID SECRET” (1 to 127, 32 characters or more): the last seals, all open; without it, key 1 derives from this site’s secret' }))),
  SEAL_KEY_FILE: Type.Optional(text({ zh: '存放密钥环的文件，格式同 SEAL_KEYS', en: 'file that holds the key ring, in the form of SEAL_KEYS' })),
  SEAL_CIPHER: Type.Union([Type.Literal('aes-256-gcm'), Type.Literal('sm4')], { default: 'aes-256-gcm', words: { zh: '加密算法：aes-256-gcm，或国密 sm4（SM4-CTR 加 HMAC-SM3）；改动后旧密文仍可解密', en: 'cipher: aes-256-gcm, or sm4 (SM4-CTR with HMAC-SM3); after a change, what was sealed before still opens' } }),
  SESSION_DAYS: whole({ zh: '登录保持天数，使用中自动顺延', en: 'days a sign-in lasts, counted from the last use' }, 1, 90, 7),
  OIDC_ISSUER: Type.Optional(text({ zh: '单点登录：统一身份认证（OpenID Connect）的签发者地址；不设则不提供', en: 'single sign-on: issuer of the identity provider (OpenID Connect); none without it' }, { pattern: '^(https://|http://(localhost|127[.]0[.]0[.]1)(:|/|$))' })),
  OIDC_CLIENT_ID: Type.Optional(text({ zh: '单点登录：本站在认证方的客户端编号；回调地址为 PUBLIC_URL/api/sign-in/sso/callback', en: 'single sign-on: our client id; the redirect URI to register is PUBLIC_URL/api/sign-in/sso/callback' })),
  OIDC_CLIENT_SECRET: Type.Optional(secret(text({ zh: '单点登录：客户端密钥', en: 'single sign-on: our client secret' }))),
  OIDC_NAME: text({ zh: '单点登录：按钮上的名称，中英文以 | 分隔', en: 'single sign-on: what its button says, Chinese and English set apart by |' }, { default: '统一身份认证|Government single sign-on' }),
  OIDC_CLAIM: text({ zh: '单点登录：ID 令牌中标识个人的声明', en: 'single sign-on: the claim of the ID token that names the person' }, { default: 'sub' }),
  OIDC_ACR: Type.Optional(text({ zh: '单点登录：表示已核验两种因素的 acr 值，以空格分隔；amr 含 mfa 的总是算', en: 'single sign-on: values of acr that stand for two factors, by spaces; amr with mfa always does' })),
  SECOND_FACTOR: Type.Optional(Type.Union([Type.Literal('off'), Type.Literal('administrators'), Type.Literal('sensitive')], { words: { zh: '哪些岗位须有第二因素：off 无，administrators 三类管理岗位，sensitive 另加可看敏感信息的岗位；不设则演示模式 off，否则 administrators', en: 'posts that need a second factor: off, administrators (the three kinds of them), sensitive (also whoever reads what is sensitive); without it off in demo mode, else administrators' } })),
  CLOCK_SECONDS: whole({ zh: '检查到期时限的间隔秒数；0 表示本进程不检查', en: 'seconds between looks at deadlines; 0: this process does not look' }, 0, 3600, 5),
  FILES: Type.Union([Type.Literal('disk'), Type.Literal('s3')], { default: 'disk', words: { zh: '文件存放处：disk 数据目录，s3 对象存储', en: 'where files rest: disk (data folder) or s3 (object store)' } }),
  S3_ENDPOINT: Type.Optional(text({ zh: '对象存储地址', en: 'address of the object store' }, { pattern: '^https?://' })),
  S3_BUCKET: Type.Optional(text({ zh: '存储桶', en: 'bucket' })),
  S3_REGION: text({ zh: '地域', en: 'region' }, { default: 'us-east-1' }),
  S3_ACCESS_KEY: Type.Optional(secret(text({ zh: '访问密钥编号', en: 'access key id' }))),
  S3_SECRET_KEY: Type.Optional(secret(text({ zh: '访问密钥', en: 'secret access key' }))),
  S3_PATH_STYLE: onOff({ zh: '桶名写在路径中（MinIO、Ceph）', en: 'bucket in the path (MinIO, Ceph)' }, false),
  LIMIT_ACCOUNT: whole({ zh: '每个账号每分钟的请求数上限', en: 'most requests of one account in a minute' }, 60, 100_000_000, usualLimits.account),
  LIMIT_ADDRESS: whole({ zh: '未登录时每个地址（IPv6 按 /64 网段）每分钟的请求数上限', en: 'most requests in a minute of one address (of IPv6: one /64 network) where nobody is signed in' }, 60, 100_000_000, usualLimits.address),
  MAP_TILES: Type.Optional(text({ zh: '地图底图瓦片地址，含 {z}、{x}、{y}，须为 WGS 84/CGCS2000 的墨卡托瓦片（如天地图，不是高德、百度）；不设则不用底图，不向外请求', en: 'address of map tiles with {z}, {x}, {y}: Mercator tiles on WGS 84 or CGCS2000 (such as Tianditu; Amap and Baidu lie off); without it there is no backdrop and nothing is asked of anybody outside' }, { pattern: '^https://[^/?#{}]+/.*[{]z[}]' })),
  MAP_ATTRIBUTION: text({ zh: '底图来源说明，显示在地图上', en: 'to whom the backdrop is owed, shown on the map' }, { default: '天地图' }),
  METRICS_TOKEN: Type.Optional(secret(text({ zh: '读取 /metrics 的令牌，至少 16 个字符，以 Authorization: Bearer 发送；不设则不开放 /metrics', en: 'token to read /metrics with, 16 characters or more, sent as Authorization: Bearer; without it /metrics is closed' }, { minLength: 16 }))),
  OUT_NETWORKS: Type.Optional(text({ zh: '允许向其推送事件的内网网段，以逗号分隔（如 10.20.0.0/16）；不设则只向公网地址推送', en: 'networks of your own to which events may be sent, by commas (10.20.0.0/16); without it, to public addresses alone' }, { pattern: '^[0-9A-Fa-f.:/, ]+$' })),
  OPEN311_MEDIA_HOSTS: Type.Optional(text({ zh: '可从中取回 Open311 报告图片（media_url）的主机，以逗号分隔，非默认端口写明端口；不设则不取回任何图片', en: 'hosts from which pictures of Open311 reports (media_url) may be fetched, by commas, with the port where it is not the usual one; without it none is' }, { pattern: '^[A-Za-z0-9.:, \\[\\]-]+$' })),
  SMTP_URL: Type.Optional(secret(text({ zh: '邮件服务器：smtps://用户:密码@主机:465；不设则不提供邮件通知', en: 'mail server, smtps://USER:PASSWORD@HOST:465; without it there is no notice by mail' }, { pattern: '^smtps?://' }))),
  MAIL_FROM: Type.Optional(text({ zh: '邮件发件人', en: 'who mail comes from' }, { pattern: '@' })),
  SMS_URL: Type.Optional(text({ zh: '短信网关地址，以 POST 接收 {id, to, text}，按 Standard Webhooks 签名；不设则不提供短信通知', en: 'address of the text message gateway, which takes {id, to, text} by POST, signed by Standard Webhooks; without it there is no notice by text message' }, { pattern: '^https?://' })),
  SMS_SECRET: Type.Optional(secret(text({ zh: '短信网关签名密钥，whsec_ 开头的 Base64，至少 24 字节', en: 'secret that signs for the gateway: whsec_ and Base64 of 24 bytes or more' }, { pattern: '^whsec_[A-Za-z0-9+/]{32,}={0,2}$' }))),
  SMS_DAILY: whole({ zh: '每个号码每天的短信上限，超出的只在页面中', en: 'most text messages to one number in a day; what is beyond stands in the pages alone' }, 1, 1000, 10),
  PUSH_CONTACT: Type.Optional(text({ zh: '浏览器推送服务可联系的网址或邮箱（https: 或 mailto:）；不设则为 PUBLIC_URL', en: 'whom browsers’ push services may ask about this site (https: or mailto:); without it PUBLIC_URL' }, { pattern: '^(https://|mailto:)' })),
  CHECKPOINTS: Type.Optional(text({ zh: '公布校验点的目录；不设则为数据目录下的 checkpoints', en: 'folder in which checkpoints are published; without it, checkpoints in the data folder' })),
  LOG_LEVEL: Type.Union(['fatal', 'error', 'warn', 'info', 'debug', 'silent'].map(level => Type.Literal(level)), { default: 'info', words: { zh: '日志级别', en: 'level of the log' } }),
}, { additionalProperties: false })
