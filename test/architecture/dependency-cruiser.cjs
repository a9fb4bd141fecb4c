/** Who may import whom, as CONTRIBUTING.md draws it. `npm test` breaks when one of these is broken; each was seen to fail on a planted breach. */
const ownFeature = '^src/features/([^/]+)/'
const roof =
  '^src/(app|routes|frame|guest-pages|reader|render-page|error-pages|subscribers|schedule|server|worker|supervisor|startup-notice|open-context)\\.ts$'

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nobody-imports-the-roof',
      severity: 'error',
      from: { path: '^src/(features|lib|config|messages|private-servers)/' },
      to: { path: roof },
    },
    {
      name: 'lib-knows-no-feature',
      severity: 'error',
      from: { path: '^src/(lib|config|messages|private-servers|context\\.ts)' },
      to: { path: '^src/features/' },
    },
    {
      name: 'private-roles-stay-home',
      severity: 'error',
      comment:
        "another feature may use a feature's service, read-models, policy, paths, types and events; never its SQL, forms, routes, pages or jobs",
      from: { path: ownFeature },
      to: {
        path: '^src/features/.+\\.(routes|schemas|repository|view-models|jobs)\\.ts$',
        pathNot: '^src/features/$1/',
      },
    },
    {
      name: 'middleware-for-routes',
      severity: 'error',
      comment: "a route may put another feature's middleware before its handler, as app.ts does for all; nothing deeper knows of requests",
      from: { path: ownFeature, pathNot: '\\.(routes|middleware)\\.ts$' },
      to: { path: '^src/features/.+\\.middleware\\.ts$', pathNot: '^src/features/$1/' },
    },
    {
      name: 'pure-roles-are-pure',
      severity: 'error',
      from: { path: '\\.(policy|view-models|schemas|paths|types|events)\\.ts$' },
      to: { path: '\\.(routes|middleware|service|repository|jobs)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sql-has-two-homes',
      severity: 'error',
      from: { path: '\\.(routes|middleware|schemas|policy|view-models|paths|types|events)\\.ts$' },
      to: { path: '\\.repository\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'knex-only-in-db',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/lib/db/' },
      to: { path: '(^|/)node_modules/(knex|mysql2)/' },
    },
    {
      name: 'express-only-at-the-edge',
      severity: 'error',
      from: { path: '^src/features/', pathNot: '\\.(routes|middleware)\\.ts$' },
      to: { path: '(^|/)node_modules/(express|express-session|multer|@types/(express|express-session|multer))/' },
    },
    { name: 'corpus-is-a-leaf', severity: 'error', from: { path: '^src/', pathNot: '^src/(corpus|cli)/' }, to: { path: '^src/corpus/' } },
    { name: 'cli-is-a-leaf', severity: 'error', from: { path: '^src/', pathNot: '^src/(cli/|supervisor)' }, to: { path: '^src/cli/' } },
    {
      name: 'processes-are-started-in-two-places',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(private-servers|supervisor|lib/process)(/|\\.ts)' },
      to: { path: '^(node:)?child_process$' },
    },
    {
      name: 'declared-packages-only',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js'],
    },
  },
}
