import { HttpError, Unavailable } from '../http/errors.ts'

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const away = new Set(['EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE', 'ENOTDIR', 'EEXIST', 'ENOENT'])

/** A full disk and a broken one are the server's fault, and a reader is told which: nothing of theirs was wrong. */
export function whenStorageFails(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return error
  if (full.has(code)) return new HttpError(507, 'no room for files', { cause: error })
  return away.has(code) ? new Unavailable('files cannot be written', error) : error
}
