import type { Response } from 'express'

/** Calls `act` when the answer's status and type are known and its headers can still be changed. */
export function beforeHeaders(res: Response, act: () => void): void {
  const writeHead = res.writeHead
  let acted = false
  res.writeHead = ((...args: Parameters<typeof writeHead>) => {
    if (!acted) {
      acted = true
      act()
    }
    return writeHead.apply(res, args)
  }) as typeof writeHead
}
