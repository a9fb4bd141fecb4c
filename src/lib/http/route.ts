import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { z } from 'zod'
import type { AppContext, Reader, Viewer } from '../../context.ts'
import type { Access } from './access.ts'
import { Forbidden, LogInFirst, NotFound } from './errors.ts'
import { type Reply, sendReply } from './reply.ts'

type Out<S> = S extends z.ZodType ? z.output<S> : undefined

interface Spec<P, Q> {
  access: Access
  /** A page that writes nothing, and may lack for a moment what others write: where there are replicas it is read there. */
  replica?: true
  params?: P
  query?: Q
  /** Runs after access and origin were checked: an upload's parser, a limit. */
  before?: RequestHandler[]
}

export interface Call<P = undefined, Q = undefined> {
  viewer: Viewer
  reader: Reader
  params: Out<P>
  query: Out<Q>
  body: unknown
  session: SessionDoor
  req: Request
  res: Response
}

/** One door of the site, as `madang routes` lists it. */
export interface Door {
  method: string
  path: string
  access: string
}

/** Log-in and log-out, for the few routes that do them. */
export interface SessionDoor {
  /** Beyond the closing of the browser. */
  readonly kept: boolean
  /** A new session for this member, whatever was there before. */
  begin(member: { id: number; sessionEpoch: number }, options: { keep: boolean }): Promise<void>
  end(): Promise<void>
}

/** What the middleware in app.ts put on the response for handlers to find. */
export interface RequestLocals {
  viewer: Viewer
  reader: Reader
  session: SessionDoor
  /** Throws unless a changing request proves that it comes from our own page; called once its body was read. */
  proveIntent(): void
  /** Told to come back: there is more to do than can be done. */
  refused?: true
  /** The form that came with a request that failed, and where what it held goes on. */
  sentForm?: { action: string; fields: Record<string, string> }
  keptPath?: string | null
  /** What this answer shows, made for it or kept. */
  shown?: Shown
  /** What this answer was read from may lack what was acknowledged in the last `milliseconds`; with `content`, changes that are known here. */
  lacks?: { milliseconds: number; content: boolean }
  /** The page that was fetched ahead of a click and has been shown since, as its browser tells with this request. */
  shownLater?: string
  /** What a page handed its browser to tell when it is shown, as it comes back with this request. */
  told?: Told
  /** How a page felt where it was read, as its browser tells with this request. */
  felt?: Felt
}

/** A page that is shown, in words of `visits`. */
export interface Told {
  /** Its name in statistics. */
  name: string
  /** Where its reader came from, and with what query. */
  referrer: string
  query: string
}

/** Names and figures as `visits` knows them. */
export interface Felt {
  page: 'front' | 'list' | 'post' | 'other'
  screen: string | null
  values: { lcp: number | undefined; inp: number | undefined; cls: number | undefined }
}

/** What those who count want to know of a page. */
export interface Shown {
  /** The post that is read on it. */
  viewedPost: number | null
  /** What was looked for on it, and whether anything was found; null: nothing was, or not for the first time. */
  searched: { words: string; found: boolean } | null
  /** Its browser tells when it is shown: to be counted then, and not as it leaves. */
  tells?: boolean
}

export const localsOf = (res: Response): RequestLocals => res.locals as unknown as RequestLocals

export interface Routes {
  router: Router
  doors: Door[]
}

/** Express, with three things that can't be forgotten: who may come in, what the address holds, what is sent back. */
export function createRouter(ctx: AppContext) {
  const router = Router()
  const doors: Door[] = []
  const on =
    (method: 'get' | 'post') =>
    <P = undefined, Q = undefined>(path: string, spec: Spec<P, Q>, handler: (call: Call<P, Q>) => Promise<Reply> | Reply) => {
      if (ctx.fromReplica && !(method === 'get' && spec.replica)) return
      doors.push({ method: method.toUpperCase(), path, access: spec.access.name })
      const admit: RequestHandler = (_req, res, next) => {
        const { viewer } = localsOf(res)
        if (spec.access.admits(viewer)) next()
        else next(viewer.memberId === null ? new LogInFirst() : new Forbidden(`${spec.access.name} refused`))
      }
      router[method](path, admit, ...(spec.before ?? []), async (req, res) => {
        const { viewer, reader, session, proveIntent } = localsOf(res)
        if (method === 'post') proveIntent()
        const params = read(spec.params, req.params)
        const query = read(spec.query, req.query)
        await sendReply(req, res, await handler({ viewer, reader, params, query, body: req.body, session, req, res } as Call<P, Q>))
      })
    }
  return { router, doors, get: on('get'), post: on('post') }
}

/** An address that doesn't parse isn't one of ours. */
function read(schema: unknown, value: unknown): unknown {
  if (schema === undefined) return undefined
  const parsed = (schema as z.ZodType).safeParse(value)
  if (!parsed.success) throw new NotFound('no such address')
  return parsed.data
}
