import { once } from 'node:events'

/** Tells a web process that its supervisor hands it a port. */
export const PORT_IS_HELD = '--port=held'

/** What to listen on; null: this process was started by hand, and opens the port itself. */
export async function portOfSupervisor(): Promise<object | null> {
  if (!process.argv.includes(PORT_IS_HELD)) return null
  const [, handle] = (await once(process, 'message')) as [unknown, object]
  return handle
}
