import react from '@vitejs/plugin-react'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { fieldApp } from './bin/pages/field-app.ts'
import { labelsOnly } from './bin/pages/labels.ts'

/** The pages: officials at /desk/, grid workers at /field/, residents and the public at /. */
const doors = { desk: 'desk/index.html', field: 'field/index.html', home: 'index.html' }
const web = join(import.meta.dirname, 'web')
const present = Object.entries(doors).map(([door, page]): [string, string] => [door, join(web, page)]).filter(([, page]) => existsSync(page))

/** While developing, every address inside a door answers with that door's page, as the server does. */
const doorPages: Plugin = {
  name: 'door-pages',
  configureServer: server => {
    server.middlewares.use((request, _, next) => {
      const door = /^\/(desk|field)\/[^.@]*(\?.*)?$/.exec(request.url ?? '')?.[1]
      if (door !== undefined && request.headers.accept?.includes('text/html')) request.url = `/${door}/index.html`
      next()
    })
  },
}

export default defineConfig({
  root: 'web',
  plugins: [react(), doorPages, labelsOnly, fieldApp(web, join(import.meta.dirname, 'dist'))],
  server: { proxy: { '/api': process.env['SHANZHI_API'] ?? 'http://localhost:8080' } },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    rolldownOptions: { input: Object.fromEntries(present) },
  },
})
