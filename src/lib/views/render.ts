import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileFunction } from 'node:vm'
import ejs from 'ejs'

/** `shared` is what every part of the page sees beside what is passed to it. */
export type Render = (view: string, model: object, shared: object) => string

type Include = (path: string, passed?: object) => string
type Print = (it: object, escapeFn: typeof ejs.escapeXML, include: Include) => string

/**
 * EJS with its loose ends tied: no `with`, strict mode, everything under `it`. A template is compiled once and kept;
 * `watch` compiles anew each time, for developing. `check` makes a template that asks for what it was not given throw: the tests' setting.
 *
 * Parts are put in by ourselves, by their path from the root of the views: EJS looks for the file and copies the whole model twice, key by key, each
 * time, which was half of what a list took (docs/decisions/012). A part is given what is passed to it and what all share, put into the object that was
 * passed: to copy the page's whole model for each part took a microsecond.
 */
export function createRenderer(viewsDir: string, { watch = false, check = false } = {}): Render {
  const printers = new Map<string, Print>()
  const printerOf = (path: string): Print => {
    const known = printers.get(path)
    if (known && !watch) return known
    const print = compile(join(viewsDir, `${path}.ejs`))
    printers.set(path, print)
    return print
  }
  return (view, model, shared) => {
    const given = check ? demanding : asIs
    const include: Include = (part, passed = {}) => printerOf(part)(given(Object.assign(passed, shared), part), ejs.escapeXML, include)
    return printerOf(`/${view}`)(given({ ...model, ...shared }, view), ejs.escapeXML, include)
  }
}

const asIs = <T>(value: T): T => value

/** As EJS itself makes its functions, but with ours to put parts in. */
function compile(file: string): Print {
  const template = new ejs.Template(readFileSync(file, 'utf8'), { _with: false, strict: true, localsName: 'it', compileDebug: false })
  template.compile()
  return compileFunction(`"use strict";\n${template.source}`, ['it', 'escapeFn', 'include'], { filename: file }) as Print
}

const demandingOnes = new WeakSet<object>()

/** Reading a property that isn't there throws, at any depth: a misspelt name would print nothing. */
function demanding<T extends object>(model: T, path: string): T {
  const proxy = new Proxy(model, {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver) as unknown
      if (value === undefined && typeof name === 'string' && !(name in target)) throw new Error(`template asked for ${path}.${name}`)
      return isModel(value) ? demanding(value, `${path}.${String(name)}`) : value
    },
  })
  demandingOnes.add(proxy)
  return proxy
}

/** A plain object or a list, which does not demand by itself already. */
const isModel = (value: unknown): value is object =>
  value !== null &&
  typeof value === 'object' &&
  !demandingOnes.has(value) &&
  (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
