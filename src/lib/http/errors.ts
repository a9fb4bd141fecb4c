import type { MessageKey } from '../../messages/messages.ts'

/** Thrown anywhere below a handler; the one error page turns it into an answer. `reason` is for the log, `advice` for the reader. */
export class HttpError extends Error {
  readonly status: number
  readonly advice: MessageKey | null
  readonly retryAfterSeconds: number | null

  constructor(
    status: number,
    reason: string,
    options: { advice?: MessageKey | undefined; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(reason, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = new.target.name
    this.status = status
    this.advice = options.advice ?? null
    this.retryAfterSeconds = options.retryAfterSeconds ?? null
  }
}

export class BadRequest extends HttpError {
  constructor(reason = 'bad request', advice?: MessageKey) {
    super(400, reason, { advice })
  }
}

export class Forbidden extends HttpError {
  constructor(reason = 'forbidden', advice?: MessageKey) {
    super(403, reason, { advice })
  }
}

/** Also what one may not see: a stranger can't tell the two apart. */
export class NotFound extends HttpError {
  constructor(reason = 'not found', advice?: MessageKey) {
    super(404, reason, { advice })
  }
}

/** Once there, and not to come back; nobody is told what it was. */
export class Gone extends HttpError {
  constructor(reason = 'gone', advice?: MessageKey) {
    super(410, reason, { advice })
  }
}

/** Somebody else was faster; the page shows the present state. */
export class Conflict extends HttpError {
  constructor(reason = 'conflict', advice?: MessageKey) {
    super(409, reason, { advice })
  }
}

export class TooManyRequests extends HttpError {
  constructor(retryAfterSeconds: number, reason = 'too many requests') {
    super(429, reason, { retryAfterSeconds })
  }
}

export class Unavailable extends HttpError {
  constructor(reason: string, cause?: unknown) {
    super(503, reason, { retryAfterSeconds: 5, cause })
  }
}

/** A guest at a door for members: the answer is the log-in page, which leads back. */
export class LogInFirst extends HttpError {
  constructor() {
    super(401, 'members only')
  }
}
