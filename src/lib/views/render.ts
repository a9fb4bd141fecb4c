import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs from 'ejs'

export type Render = (view: string, model: object) => string

/**
 * EJS with its loose ends tied: no `with`, strict mode, everything under `it`. A template is compiled once and kept;
 * `watch` compiles anew each time, for developing. `check` makes a template that asks for what its model lacks throw: the tests' setting.
 */
export function createRenderer(viewsDir: string, { watch = false, check = false } = {}): Render {
  const compiled = new Map<string, ejs.TemplateFunction>()
  const compile = (view: string): ejs.TemplateFunction => {
    const known = compiled.get(view)
    if (known && !watch) return known
    const filename = join(viewsDir, `${view}.ejs`)
    const template = ejs.compile(readFileSync(filename, 'utf8'), {
      filename,
      root: viewsDir,
      views: [viewsDir],
      _with: false,
      strict: true,
      localsName: 'it',
      cache: !watch,
    } as ejs.Options) as ejs.TemplateFunction
    compiled.set(view, template)
    return template
  }
  return (view, model) => compile(view)(check ? demanding(model, view) : model)
}

/** Reading a property that isn't there throws, at any depth: a misspelt name would print nothing. */
function demanding<T extends object>(model: T, path: string): T {
  return new Proxy(model, {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver) as unknown
      if (value === undefined && typeof name === 'string' && !(name in target)) throw new Error(`template asked for ${path}.${name}`)
      if (
        value === null ||
        typeof value !== 'object' ||
        value instanceof Date ||
        (Array.isArray(value) === false && Object.getPrototypeOf(value) !== Object.prototype)
      )
        return value
      return demanding(value, `${path}.${String(name)}`)
    },
  })
}
