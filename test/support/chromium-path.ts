import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** @throws where there is none */
export function chromiumPath(): string {
  const path = places.find((place) => existsSync(place))
  if (path === undefined) throw new Error('no Chromium found: bin/prepare.mjs --for-tests brings it')
  return path
}
