import { type Logger, pino } from 'pino'

export type { Logger }

/** Structured lines on standard output; whoever runs the process decides where they go. No bodies, cookies or addresses in them. */
export const createLog = (level: string, name: string): Logger =>
  pino({
    level,
    base: { name, pid: process.pid },
    redact: { paths: ['req.headers.cookie', 'req.headers.authorization', 'password', '*.password'], remove: true },
  })
