import express, { type Request, type Response } from 'express'
import multer from 'multer'

const MEGABYTE = 1024 * 1024
const MOST = 64 * MEGABYTE

/**
 * What was typed into a form that nobody has read yet, because its sender was refused at the door. Its files are let go as they come.
 * @returns null when there is nothing to read, or more than is read for somebody who is refused
 */
export async function receiveWords(req: Request, res: Response): Promise<Record<string, unknown> | null> {
  if (req.body !== undefined) return req.body as Record<string, unknown>
  if (Number(req.get('content-length') ?? MOST + 1) > MOST) return null
  const read = req.is('multipart/form-data') ? wordsAlone : plainWords
  await new Promise<void>((done) => read(req, res, () => done()))
  return (req.body as Record<string, unknown> | undefined) ?? null
}

const plainWords = express.urlencoded({ extended: false, limit: MEGABYTE / 2, parameterLimit: 200 })

const wordsAlone = multer({
  fileFilter: (_req, _file, decide) => decide(null, false),
  defParamCharset: 'utf8',
  limits: { fields: 60, fieldSize: MEGABYTE / 2, fieldNameSize: 100, parts: 120, headerPairs: 20 },
}).any()
