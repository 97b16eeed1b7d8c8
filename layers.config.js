// Who may import whom (docs/architecture: "arrows go down only"), checked by dependency-cruiser in `npm run lint`.
// Tests may import anything; nothing may import a test.

const test = String.raw`\.test\.tsx?$`
const inside = folders => `^(${folders.join('|')})/`

/** Each layer, and the layers below that it may import. */
const layers = {
  regulation: [],
  kernel: ['regulation'],
  procedures: ['kernel', 'regulation'],
  store: ['kernel', 'regulation'],
  registers: ['store', 'kernel', 'regulation'],
  ledgers: ['store', 'kernel', 'regulation'],
  server: ['registers', 'ledgers', 'store', 'procedures', 'kernel', 'regulation'],
  web: ['server', 'procedures', 'kernel', 'regulation'],
}
const pure = ['regulation', 'kernel', 'procedures']
const doors = ['desk', 'field', 'home']

const looksDown = Object.entries(layers).map(([layer, below]) => ({
  name: `${layer}-looks-down-only`,
  comment: below.length > 0 ? `May import ${below.join(', ')}.` : 'May import nothing of ours.',
  severity: 'error',
  from: { path: inside([layer]), pathNot: test },
  to: { dependencyTypes: ['local'], pathNot: inside([layer, ...below]) },
}))

const apart = doors.map(door => ({
  name: `web-${door}-stands-apart`,
  comment: 'What two doors share belongs in web/parts.',
  severity: 'error',
  from: { path: `^web/${door}/` },
  to: { path: `^web/(${doors.filter(other => other !== door).join('|')})/` },
}))

export default {
  forbidden: [
    ...looksDown,
    ...apart,
    {
      name: 'web-knows-only-the-wire',
      comment: 'The browser knows the server by the types of its messages and nothing else.',
      severity: 'error',
      from: { path: '^web/', pathNot: test },
      to: { path: '^server/', pathNot: String.raw`^server/wire(\.ts$|/)` },
    },
    {
      name: 'web-takes-only-types-from-the-wire',
      severity: 'error',
      from: { path: '^web/', pathNot: test },
      to: { path: '^server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-parts-serve-every-door',
      severity: 'error',
      from: { path: '^web/parts/' },
      to: { path: inside(doors.map(door => `web/${door}`)) },
    },
    {
      name: 'pure-layers-and-web-run-anywhere',
      comment: 'No I/O: no module of Node here.',
      severity: 'error',
      from: { path: inside([...pure, 'web']), pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-leaves-the-server-packages-alone',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: 'node_modules/(pg|kysely|fastify|@fastify|@electric-sql)/' },
    },
    {
      name: 'regulation-needs-no-package',
      severity: 'error',
      from: { path: '^regulation/', pathNot: test },
      to: { path: 'node_modules/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'nothing-imports-a-test',
      severity: 'error',
      from: { path: inside(Object.keys(layers)), pathNot: test },
      to: { path: `${test}|^(test|bench)/` },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-package-at-run-time',
      severity: 'error',
      from: { path: inside(Object.keys(layers)), pathNot: test },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|[.]data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
