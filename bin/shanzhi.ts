// The platform's own command: `npm run shanzhi -- COMMAND`, or `node bin/shanzhi.ts COMMAND` on Node 24. Without one it tells what there is.
import { run, told } from './run.ts'

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  const reason = told(error)
  if (!reason) throw error
  console.error(`善治 › ${reason.text}`)
  process.exit(reason.code)
}
