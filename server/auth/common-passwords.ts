// The ones tried first, by published lists of leaked passwords, in China and elsewhere. Runs of keys and digits are found by rule.
const tried = `password passw0rd p@ssw0rd p@ssword admin administrator root guest welcome letmein iloveyou monkey dragon football baseball
sunshine princess superman batman master shadow michael login hello freedom whatever trustno1 starwars woaini woaini1314 5201314 1314520 520520
woaiwojia aini1314 nihao zhongguo beijing shanghai qinghai haidong ledu pingan minhe huzhu hualong xunhua xining xiaoming wangwei zhangwei
shanzhi wangge wanggeyuan jiceng zhengfu minzheng caonima taobao alipay weixin wechat qqqqqq aaaaaa abcabc a123456 a1234567 a12345678 aa123456
aa123456789 abc123 abcd1234 asd123 qq123456 zxc123 wang123 zhang123 test test123 changeme default secret qwe123 1q2w3e4r 1qaz2wsx q1w2e3r4
zaq12wsx qazwsx qazwsxedc asdasd asdfasdf 147258369 147258 159357 789456 789456123 987654321 741852963 112233 123123 123321 321321 121212 111222
112233445566 11223344 88888888 66666666 99999999 00000000`

const words: ReadonlySet<string> = new Set(tried.split(/\s+/))

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p', 'qazwsxedcrfvtgbyhnujmikolp']
const runs = [...rows, ...rows.map(row => [...row].reverse().join(''))]

/** Characters people put for letters. */
const plain: { readonly [sign: string]: string } = { '@': 'a', '$': 's', '0': 'o', '1': 'l', '3': 'e', '!': 'i' }

/** Leaves out runs of four keys or more and repeats, and counts what is left. */
const effort = (lower: string): number => {
  let rest = lower.replace(/(.)\1{2,}/gu, '$1').replace(/^(.{1,4})\1+$/u, '$1')
  for (const run of runs) {
    for (let length = Math.min(run.length, rest.length); length >= 4; length -= 1) {
      for (let at = 0; at + length <= run.length; at += 1) rest = rest.replaceAll(run.slice(at, at + length), '#')
    }
  }
  return [...rest].length
}

/** Whether a password is among those tried first: a known one, with signs for letters or a year or digits behind it, or little but runs. */
export const isCommon = (password: string): boolean => {
  const lower = password.toLowerCase()
  const spelled = [...lower].map(sign => plain[sign] ?? sign).join('')
  const bare = (text: string): string => text.replace(/[\d!@#$%^&*._-]+$/u, '')
  return [lower, spelled, bare(lower), bare(spelled), lower.replace(/^\d+/, '')].some(form => words.has(form)) || effort(lower) < 5
}
