import { choices } from './offline/choices.ts'
import { finding } from './offline/find.ts'
import { held } from './offline/held.ts'
import { manyReports } from './offline/many.ts'
import { pinOnce } from './offline/pin.ts'
import { openValley } from './offline/valley.ts'
import { version } from './offline/version.ts'

// The field door where there is no signal for days. The many reports come last: whoever takes the area along after them takes them, too.
const valley = openValley()
for (const tell of [choices, held, pinOnce, finding, version, manyReports]) tell(valley)
