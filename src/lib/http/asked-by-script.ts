import type { IncomingHttpHeaders } from 'node:http'
import type { Request } from 'express'

/**
 * A script asked, and shows the answer itself. Apps of Android that show a page in their window send this header with every request as well,
 * set to the name of their package, and such a name has dots (`com.kakao.talk`): those are people who read a page.
 */
export function askedByScript(headers: IncomingHttpHeaders): boolean {
  const value = headers['x-requested-with']
  return value !== undefined && !String(value).includes('.')
}

/** The page stays, and a script puts in its place what has changed: it wants that alone. */
export const wantsPart = (req: Pick<Request, 'accepts'>): boolean => req.accepts(['html', 'json']) === 'json'
