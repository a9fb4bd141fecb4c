import { type HTMLElement, parse } from 'node-html-parser'

/** An answer as a reader sees it. */
export interface Page {
  status: number
  /** Path and query after redirects. */
  path: string
  /** Each address that redirected on the way here. */
  redirects: string[]
  headers: Headers
  body: string
  root: HTMLElement
  /** Text of the first element that matches, '' when there is none. */
  text(selector: string): string
  texts(selector: string): string[]
  has(selector: string): boolean
  links(): string[]
}

export function readPage(response: Response, body: string, path: string, redirects: string[]): Page {
  const root = parse(body, { comment: false })
  const squeeze = (element: HTMLElement) => element.textContent.replace(/\s+/g, ' ').trim()
  return {
    status: response.status,
    path,
    redirects,
    headers: response.headers,
    body,
    root,
    text: (selector) => {
      const found = root.querySelector(selector)
      return found ? squeeze(found) : ''
    },
    texts: (selector) => root.querySelectorAll(selector).map(squeeze),
    has: (selector) => root.querySelector(selector) !== null,
    links: () => root.querySelectorAll('a[href]').map((link) => unescapeHtml(link.getAttribute('href') ?? '')),
  }
}

export const unescapeHtml = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')

/** What a browser would send for a form as it stands on the page: hidden fields, chosen options, ticked boxes. */
export function formFields(form: HTMLElement): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const field of form.querySelectorAll('input[name], textarea[name], select[name]')) {
    const name = field.getAttribute('name') ?? ''
    const type = (field.getAttribute('type') ?? '').toLowerCase()
    if (['submit', 'button', 'file', 'image'].includes(type)) continue
    if (['checkbox', 'radio'].includes(type)) {
      if (field.hasAttribute('checked')) fields[name] = field.getAttribute('value') ?? 'on'
    } else if (field.tagName === 'SELECT') {
      const option = field.querySelector('option[selected]') ?? field.querySelector('option')
      if (option) fields[name] = option.getAttribute('value') ?? option.textContent
    } else if (field.tagName === 'TEXTAREA') {
      // A browser drops the one line break right after <textarea>.
      fields[name] = unescapeHtml(field.innerHTML).replace(/^\n/, '')
    } else {
      fields[name] = unescapeHtml(field.getAttribute('value') ?? '')
    }
  }
  return fields
}
