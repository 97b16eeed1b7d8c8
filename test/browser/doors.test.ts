import { finding } from './doors/finding.ts'
import { keyboard } from './doors/keyboard.ts'
import { looks } from './doors/looks.ts'
import { reading } from './doors/reading.ts'
import { scenes } from './helpers/scene.ts'

// What each door shows, how it looks, and that it can be gone through without a mouse.
const scene = scenes()
for (const tell of [finding, keyboard, reading, looks]) tell(scene)
