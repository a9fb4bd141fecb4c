import type { Logger } from '../log.ts'

/** Resolves with the exit status when this process has to end: it is told to, its supervisor is gone, or it is in unknown state. */
export function untilTold(log: Logger): Promise<number> {
  return new Promise((resolve) => {
    const end = (why: string) => {
      log.info({ why }, 'stopping')
      resolve(0)
    }
    const fail = (error: unknown) => {
      log.fatal({ err: error }, 'unexpected error: finishing what is under way, then ending')
      resolve(1)
    }
    let told = false
    for (const name of ['SIGTERM', 'SIGINT'] as const) {
      process.on(name, () => {
        // Told twice: somebody is in a hurry.
        if (told) process.exit(1)
        told = true
        end(name)
      })
    }
    process.on('disconnect', () => end('the supervisor is gone'))
    process.on('uncaughtException', fail)
    process.on('unhandledRejection', fail)
    // Standard output was a pipe to the supervisor, which may have been killed.
    process.stdout.on('error', () => {})
    process.stderr.on('error', () => {})
  })
}
