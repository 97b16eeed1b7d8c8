import { choices } from './offline/choices.ts'
import { held } from './offline/held.ts'
import { manyReports } from './offline/many.ts'
import { openValley } from './offline/valley.ts'
import { version } from './offline/version.ts'

// The field door where there is no signal for days. The many reports come last: whoever takes the area along after them takes them, too.
const valley = openValley()
for (const tell of [choices, held, version, manyReports]) tell(valley)
