import express, { Router } from 'express'
import type { Assets } from '../views/assets.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'

/** Files of `public/` under their hash: kept for ever by browsers. An old hash is gone: its page will ask for the new one. */
export function serveAssets(assets: Assets, publicDir: string): Router {
  const router = Router()
  router.get(`${assets.base}/css/main.css`, (_req, res) => {
    res.set('Cache-Control', FOR_EVER).type('css').send(assets.stylesheet)
  })
  for (const [name, module] of assets.fromPackages)
    router.get(`${assets.base}/${name}`, (_req, res) => void res.set('Cache-Control', FOR_EVER).type('js').send(module))
  router.use(
    assets.base,
    express.static(publicDir, {
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      setHeaders: (res) => res.setHeader('Cache-Control', FOR_EVER),
    }),
  )
  router.use('/assets', (_req, res) => {
    res.status(404).set('Cache-Control', 'no-store').type('text').send('Not found')
  })
  for (const [address, file] of [
    ['/favicon.svg', 'img/favicon.svg'],
    ['/favicon.ico', 'img/favicon.ico'],
  ] as const) {
    router.get(address, (_req, res) => res.set('Cache-Control', 'public, max-age=86400').sendFile(file, { root: publicDir }))
  }
  return router
}
