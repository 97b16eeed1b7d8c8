import { choices } from './offline/choices.ts'
import { held } from './offline/held.ts'
import { manyReports } from './offline/many.ts'
import { openValley } from './offline/valley.ts'
import { version } from './offline/version.ts'

// The field door where there is no signal for days.
const valley = openValley()
for (const tell of [manyReports, choices, held, version]) tell(valley)
