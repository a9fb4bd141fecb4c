import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the server's own first database; each worker makes one beside it. */
    databaseUrl: string
    redisUrl: string
  }
}
