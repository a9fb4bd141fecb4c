import type { Request, Response } from 'express'
import { cleanFileName, disposition } from '../storage/file-name.ts'
import { type CsvCell, csvOf } from '../text/csv.ts'
import { type Flash, setFlash } from './flash.ts'
import type { StructuredData } from './structured-data.ts'

/** What the page's head and frame say about it. Titles run from the page outwards: ['post', 'board']. */
export interface PageHead {
  titles: readonly string[]
  status?: number
  description?: string
  imagePath?: string
  canonicalPath?: string
  robots?: string
  /** Pages of a list: the one before and the one after. */
  previousPath?: string
  nextPath?: string
  /** A feed of what this page lists. */
  feed?: { path: string; title: string }
  /** Of a text that somebody wrote. */
  article?: { publishedAt: Date; modifiedAt: Date | null }
  structuredData?: StructuredData
  /** The post that is read on this page: each look at it counts. */
  viewedPost?: number
  /** The first page of what somebody looked for. */
  searched?: { words: string; found: boolean }
  /** An address that is a secret, or a page that is only for now: kept by nobody. */
  kept?: false
  /** Address of the board this page belongs to, marked in the menu. */
  board?: string
  layout?: 'site' | 'console' | 'bare'
  /** The page shows the visitor counter itself: the side column leaves it out. */
  countsItself?: boolean
  /** Forms and consoles stand without the side column. */
  side?: boolean
}

/** Cache-Control of an answer that is the same for every guest: browsers keep it and ask whether it still holds, and so do we. */
export const GUESTS_PAGE = 'private, no-cache'

export type Reply =
  | { kind: 'page'; view: string; model: object; head: PageHead }
  | { kind: 'part'; view: string; model: object; data: object; status: number }
  | { kind: 'redirect'; to: string; status: 301 | 302 | 303; flash?: Flash }
  | { kind: 'body'; body: string | Buffer | object; type: string; status: number; headers: Record<string, string> }
  | { kind: 'stream'; send: (res: Response) => Promise<void> | void }

export const page = <M extends object>(view: string, model: M, head: PageHead): Reply => ({ kind: 'page', view, model, head })

/**
 * A piece of a page for a script that puts it in its place, printed by the template that prints it in the page: JSON with the piece as `html`, and
 * beside it what the script has to know.
 */
export const part = <M extends object>(view: string, model: M, data: object = {}, status = 200): Reply => ({
  kind: 'part',
  view,
  model,
  data,
  status,
})

/** After a form was taken: 303, so that a reload repeats nothing. */
export const redirect = (to: string, flash?: Flash): Reply => ({ kind: 'redirect', to, status: 303, ...(flash ? { flash } : {}) })
/** What lives there may stand elsewhere tomorrow. */
export const found = (to: string): Reply => ({ kind: 'redirect', to, status: 302 })
export const movedForEver = (to: string): Reply => ({ kind: 'redirect', to, status: 301 })

export const json = (body: object, status = 200, headers: Record<string, string> = {}): Reply => ({
  kind: 'body',
  body,
  type: 'application/json',
  status,
  headers,
})
export const text = (body: string, type = 'text/plain', headers: Record<string, string> = {}): Reply => ({
  kind: 'body',
  body,
  type,
  status: 200,
  headers,
})
/** A table to be saved under a name that may be Korean. */
export const csv = (name: string, rows: readonly (readonly CsvCell[])[]): Reply =>
  text(csvOf(rows), 'text/csv', { 'content-disposition': disposition('attachment', `${cleanFileName(name)}.csv`) })
/** The handler writes the answer itself: a file with ranges. */
export const stream = (send: (res: Response) => Promise<void> | void): Reply => ({ kind: 'stream', send })

/** How app.ts renders a page: it knows the frame, which the library does not. */
export type RenderPage = (req: Request, res: Response, reply: Extract<Reply, { kind: 'page' }>) => Promise<string>

/** A piece alone: there is no frame around it, so nothing to wait for. */
export type RenderPart = (req: Request, res: Response, reply: Extract<Reply, { kind: 'part' }>) => Promise<string>

export async function sendReply(req: Request, res: Response, reply: Reply): Promise<void> {
  switch (reply.kind) {
    case 'page': {
      const html = await (res.app.get('renderPage') as RenderPage)(req, res, reply)
      res
        .status(reply.head.status ?? 200)
        .type('html')
        .send(html)
      return
    }
    case 'part': {
      const html = await (res.app.get('renderPart') as RenderPart)(req, res, reply)
      res.status(reply.status).type('json')
      res.send(JSON.stringify({ ...reply.data, html }))
      return
    }
    case 'redirect':
      if (reply.flash) setFlash(res, reply.flash)
      res.redirect(reply.status, reply.to)
      return
    case 'body':
      res.status(reply.status).set(reply.headers).type(reply.type)
      res.send(typeof reply.body === 'object' && !Buffer.isBuffer(reply.body) ? JSON.stringify(reply.body) : reply.body)
      return
    case 'stream':
      await reply.send(res)
  }
}
