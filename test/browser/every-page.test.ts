import { expect, test } from 'vitest'
import { routeTable } from '../../src/routes.ts'
import { doorsWithoutPage, everyPage } from '../support/every-page.ts'
import { fillSite } from '../support/filled-site.ts'
import { readerAs, walkTo } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()

test('every door that shows a page has one in the list, and every page comes through its door', async () => {
  const filled = await fillSite(site)
  const doors = routeTable(site.ctx).flatMap(({ method, path }) => (method === 'GET' ? [path] : []))
  const shown = new Set([...everyPage.map(({ door }) => door), ...Object.keys(doorsWithoutPage)])
  expect(doors.filter((door) => !shown.has(door))).toEqual([])
  expect([...shown].filter((door) => !doors.includes(door))).toEqual([])
  const astray = everyPage.filter(({ door, path }) => !patternOf(door).test(path(filled).replace(/\?.*/, '')))
  expect(astray.map(({ name }) => name)).toEqual([])
})

test('every page answers as the list says, with one heading of its own and a title', async () => {
  const filled = await fillSite(site)
  const wrong: string[] = []
  for (const kind of everyPage) {
    const page = await walkTo(filled, readerAs(filled, kind.as), kind)
    if (page.status !== (kind.status ?? 200)) wrong.push(`${kind.name}: ${page.status}`)
    if (page.root.querySelectorAll('h1').length !== 1) wrong.push(`${kind.name}: not one h1`)
    if (page.text('title') === '') wrong.push(`${kind.name}: no title`)
  }
  expect(wrong).toEqual([])
}, 60_000)

const patternOf = (door: string) => new RegExp(`^${door.replace(/:\w+/g, '[^/]+')}$`)
