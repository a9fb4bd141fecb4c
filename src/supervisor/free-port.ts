import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** The web process of a supervisor that was just killed needs a moment to let go of its port. */
const PATIENCE_MS = 2_000

/** null: it may be listened on; else why not. */
export async function whyPortIsNotFree(port: number, host: string): Promise<string | null> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const code = await tryToListen(port, host)
    if (code === null) return null
    if (code !== 'EADDRINUSE') return wordsFor(code, port, host)
    if (performance.now() > until) return `Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`
    await sleep(100)
  }
}

function tryToListen(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, host, () => server.close(() => resolve(null)))
  })
}

function wordsFor(code: string, port: number, host: string): string {
  if (code === 'EACCES') return `Port ${port} may only be listened on by root. Choose one above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST is "${host}", which is not an address of this machine.`
  return `Port ${port} of ${host} cannot be listened on (${code}).`
}
