import { scenes } from './helpers/scene.ts'
import { faults } from './refusals/faults.ts'
import { files } from './refusals/files.ts'
import { kept } from './refusals/kept.ts'
import { network } from './refusals/network.ts'
import { often } from './refusals/often.ts'
import { session } from './refusals/session.ts'
import { stale } from './refusals/stale.ts'

// Every door answers what is wrong, late, repeated or cut off with a clear word, and loses nothing already given.
const scene = scenes()
for (const tell of [stale, faults, often, kept, session, files, network]) tell(scene)
