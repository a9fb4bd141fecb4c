import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Request, RequestHandler } from 'express'
import multer, { MulterError } from 'multer'
import type { AppContext } from '../../context.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { whenStorageFails } from '../storage/storage-faults.ts'
import { proveIntent } from './csrf.ts'
import { BadRequest, HttpError } from './errors.ts'

/** What came in, before anyone looked into it. */
export interface ReceivedImage {
  /** In VAR_DIR/tmp; gone when the request is. */
  path: string
  name: string
  /** Why it isn't there, when it was sent but not taken in. */
  refused?: MessageKey
}

/** How much is taken in at once. */
export interface Room {
  count: number
  megabytes: number
}

const MEGABYTE = 1024 * 1024
const FIELD_BYTES = 512 * 1024
const MAX_FIELDS = 50
/** Of one form, whatever the board would take in all: it lies on the disk until somebody has looked at it. */
const MOST_MEGABYTES = 1_024

/**
 * Takes a multipart form in: its words become `req.body`, its files wait in VAR_DIR/tmp until the answer is sent. Stands in a route's
 * `before`, after access was checked. Whether the request comes from our own page is asked first: a stranger's files aren't even read.
 * @param roomOn what the board takes that the address names
 */
export function receiveImages(ctx: AppContext, roomOn: (board: string) => Promise<Room>): RequestHandler {
  const folder = join(ctx.config.varDir, 'tmp')
  mkdirSync(folder, { recursive: true })
  return async (req, res, next) => {
    if (!req.is('multipart/form-data')) return next()
    proveIntent(req, null)
    const room = await roomOn(String(req.params['board'] ?? req.query['board'] ?? ''))
    const most = Math.min(room.count * room.megabytes, MOST_MEGABYTES) * MEGABYTE + 4 * FIELD_BYTES
    if (Number(req.get('content-length') ?? 0) > most) return next(new HttpError(413, 'upload too large'))
    res.once('close', () => void removeReceived(req, ctx))
    parserFor(room, folder)(req, res, (error?: unknown) => {
      if (error instanceof MulterError && tooManyOrLarge.has(error.code)) {
        refuseAll(req, error)
        return next()
      }
      next(error ? parsingFault(error) : undefined)
    })
  }
}

const parserFor = ({ count, megabytes }: Room, folder: string): RequestHandler =>
  multer({
    storage: multer.diskStorage({ destination: folder, filename: (_req, _file, done) => done(null, `${randomUUID()}.upload`) }),
    // Without it a Korean name arrives as Latin letters.
    defParamCharset: 'utf8',
    limits: {
      // A form whose file field was left empty sends a file without a name.
      files: Math.max(count, 1),
      fileSize: megabytes * MEGABYTE,
      fields: MAX_FIELDS,
      fieldSize: FIELD_BYTES,
      fieldNameSize: 100,
      fieldNestingDepth: 0,
      parts: MAX_FIELDS + count + 1,
      headerPairs: 20,
    },
  }).any()

/**
 * A file that is too large ends the parsing, and takes the others with it. What was typed before it is there, so this is no error page but a
 * form with something to mend.
 */
const tooManyOrLarge = new Set(['LIMIT_FILE_SIZE', 'LIMIT_FILE_COUNT'])

interface Receiving extends Request {
  refusedFile?: ReceivedImage
}

function refuseAll(req: Receiving, error: MulterError): void {
  const { filename } = error as MulterError & { filename?: string }
  req.refusedFile = { path: '', name: filename || '…', refused: 'uploads.tooMuch' }
}

/** The files of this request, in the order in which they were sent. */
export function receivedImages(req: Receiving): ReceivedImage[] {
  if (req.refusedFile) return [req.refusedFile]
  return filesOf(req).map(({ path, originalname }) => ({ path, name: originalname }))
}

const filesOf = (req: Request): Express.Multer.File[] => (Array.isArray(req.files) ? req.files : [])

async function removeReceived(req: Request, ctx: AppContext): Promise<void> {
  for (const { path } of filesOf(req)) {
    await rm(path, { force: true }).catch((error: unknown) => ctx.log.warn({ err: error }, 'a temporary file stays for the sweeper'))
  }
}

const tooMuch = new Set(['LIMIT_FIELD_VALUE', 'LIMIT_FIELD_COUNT', 'LIMIT_PART_COUNT'])

function parsingFault(error: unknown): unknown {
  if (error instanceof MulterError) {
    return tooMuch.has(error.code)
      ? new HttpError(413, error.code, { advice: 'uploads.tooMuch', cause: error })
      : new BadRequest(error.code)
  }
  const fault = whenStorageFails(error)
  // What is left comes from a body that breaks off or breaks the rules.
  return fault instanceof HttpError || (error as { code?: unknown }).code ? fault : new BadRequest('malformed multipart')
}
