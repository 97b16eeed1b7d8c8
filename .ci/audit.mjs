// Asks the registry for known weaknesses of the packages that run in production. Fails on a finding of level high or above, and on an answer
// that can't be read; where the registry offers no audit, or can't be reached, it says so plainly and goes on: that is no finding.
import { spawnSync } from 'node:child_process'

const asked = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json', '--fetch-retries=0', '--fetch-timeout=60000'], { encoding: 'utf8', shell: process.platform === 'win32' })

const say = text => { process.stdout.write(`${text}\n`) }

const read = text => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
const answer = read(asked.stdout)
const counts = answer?.metadata?.vulnerabilities

/** The registry has no audit (404, 405, 501), or there is no way to it. */
const notThere = [404, 405, 501].includes(answer?.statusCode)
  || (answer?.statusCode === undefined && /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network timeout)\b/.test(answer?.message ?? ''))

if (counts !== undefined) {
  say(`audit: ${Object.entries(counts).map(([level, n]) => `${level} ${n}`).join(', ')}`)
  for (const [name, { severity, range, via }] of Object.entries(answer.vulnerabilities ?? {})) {
    say(`  ${severity}: ${name} ${range}; ${via.map(one => one.title ?? one).join('; ')}`)
  }
  if (counts.high + counts.critical > 0 || asked.status !== 0) process.exitCode = 1
} else if (notThere) {
  say(`NOT AUDITED: the audit could not be asked, as the registry does not offer it or can't be reached (${answer.message}). Nothing is known of weaknesses in the packages.`)
} else {
  say(`The audit failed:\n${asked.stdout}\n${asked.stderr}`)
  process.exitCode = 1
}
