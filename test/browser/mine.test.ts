import { mine } from './mine/mine.ts'
import { scenes } from './helpers/scene.ts'

// What a resident sees and asks of their own data.
const scene = scenes()
mine(scene)
