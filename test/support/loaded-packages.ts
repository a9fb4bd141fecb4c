import { registerHooks } from 'node:module'

/** Run as a process of its own: prints which packages a module of `src` has loaded by the time it is there. */
const packages = new Set<string>()
registerHooks({
  load(url, context, next) {
    const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1]
    if (name) packages.add(name)
    return next(url, context)
  },
})
await import(new URL(`../../src/${process.argv[2]}`, import.meta.url).href)
process.stdout.write(JSON.stringify([...packages]), () => process.exit())
