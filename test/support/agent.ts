import { parseSetCookie } from 'cookie'
import { formFields, type Page, readPage, unescapeHtml } from './page.ts'

export type Fields = Record<string, string | File | File[]>

export interface Agent {
  cookies: Map<string, string>
  headers: Record<string, string>
  get(path: string, headers?: Record<string, string>): Promise<Page>
  /** A request as it is, without a form on a page; redirects are followed. */
  post(path: string, fields: Fields, headers?: Record<string, string>): Promise<Page>
  /** One request, one answer, redirects not followed. */
  request(path: string, init?: RequestInit): Promise<Response>
  /** Fills the form that stands on the page, hidden fields included, and sends it where it says. */
  submit(page: Page, formSelector: string, fields?: Fields): Promise<Page>
}

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
const MAX_REDIRECTS = 5

/** A browser without a screen: cookies, redirects, forms. `keepCookies: false` is one that refuses cookies. */
export function createAgent(base: string, { keepCookies = true, headers = {} as Record<string, string> } = {}): Agent {
  const cookies = new Map<string, string>()
  const agentHeaders: Record<string, string> = { 'user-agent': CHROME, accept: 'text/html,*/*', 'accept-language': 'ko', ...headers }

  const request = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(path, base), {
      redirect: 'manual',
      ...init,
      headers: { ...agentHeaders, ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string> | undefined) },
    })
    if (keepCookies) for (const line of response.headers.getSetCookie()) keep(cookies, line)
    return response
  }

  const follow = async (path: string, init: RequestInit): Promise<Page> => {
    const redirects: string[] = []
    let response = await request(path, init)
    let at = path
    while (response.status >= 300 && response.status < 400 && response.status !== 304 && redirects.length < MAX_REDIRECTS) {
      const to = new URL(response.headers.get('location') ?? '/', new URL(at, base))
      await response.arrayBuffer()
      at = to.pathname + to.search
      redirects.push(at + to.hash)
      response = await request(at, { headers: { 'sec-fetch-site': 'same-origin' } })
    }
    return readPage(response, await response.text(), at, redirects)
  }

  const post = (path: string, fields: Fields, extra: Record<string, string> = {}) =>
    follow(path, { method: 'POST', body: bodyOf(fields), headers: { 'sec-fetch-site': 'same-origin', ...extra } })

  return {
    cookies,
    headers: agentHeaders,
    request,
    post,
    get: (path, extra = {}) => follow(path, { headers: extra }),
    submit(page, formSelector, fields = {}) {
      const form = page.root.querySelector(formSelector)
      if (!form) throw new Error(`no form ${formSelector} on ${page.path} (status ${page.status})`)
      const action = unescapeHtml(form.getAttribute('action') ?? page.path)
      const all = { ...formFields(form), ...fields }
      return (form.getAttribute('method') ?? 'get').toLowerCase() === 'post'
        ? post(action, all)
        : follow(`${action}?${new URLSearchParams(all as Record<string, string>)}`, {})
    },
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const { name, value, maxAge, expires } = parseSetCookie(line)
  if (maxAge === 0 || (expires && expires.getTime() < Date.now()) || !value) cookies.delete(name)
  else cookies.set(name, encodeURIComponent(value))
}

function bodyOf(fields: Fields): URLSearchParams | FormData {
  const hasFiles = Object.values(fields).some((value) => typeof value !== 'string')
  if (!hasFiles) return new URLSearchParams(fields as Record<string, string>)
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const each of Array.isArray(value) ? value : [value]) form.append(name, each)
  return form
}
