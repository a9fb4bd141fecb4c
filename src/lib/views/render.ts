import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileFunction } from 'node:vm'
import ejs from 'ejs'

export type Render = (view: string, model: object) => string

type Print = (model: object) => string
type Compiled = (it: object, escapeFn: typeof ejs.escapeXML, include: (path: string, more?: object) => string) => string

/**
 * EJS with its loose ends tied: no `with`, strict mode, everything under `it`. A template is compiled once and kept;
 * `watch` compiles anew each time, for developing. `check` makes a template that asks for what its model lacks throw: the tests' setting.
 *
 * Parts are put in by ourselves, by their path from the root of the views: EJS looks for the file and copies the whole model twice, key by key, each
 * time, which was half of what a list took (docs/decisions/012).
 */
export function createRenderer(viewsDir: string, { watch = false, check = false } = {}): Render {
  const printers = new Map<string, Print>()
  const printerOf = (path: string): Print => {
    const known = printers.get(path)
    if (known && !watch) return known
    const run = compile(join(viewsDir, `${path}.ejs`))
    const print: Print = (model) => run(model, ejs.escapeXML, (part, more) => printerOf(part)({ ...model, ...more }))
    printers.set(path, print)
    return print
  }
  return (view, model) => printerOf(`/${view}`)({ ...(check ? demanding(model, view) : model) })
}

/** As EJS itself makes its functions, but with ours to put parts in. */
function compile(file: string): Compiled {
  const template = new ejs.Template(readFileSync(file, 'utf8'), { _with: false, strict: true, localsName: 'it', compileDebug: false })
  template.compile()
  return compileFunction(`"use strict";\n${template.source}`, ['it', 'escapeFn', 'include'], { filename: file }) as Compiled
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
