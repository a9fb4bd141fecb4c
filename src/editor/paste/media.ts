const players: [RegExp, (id: string) => string][] = [
  [/^https:\/\/www\.youtube(?:-nocookie)?\.com\/embed\/([\w-]{11})/, (id) => `https://www.youtube.com/watch?v=${id}`],
  [/^https:\/\/player\.vimeo\.com\/video\/(\d+)/, (id) => `https://vimeo.com/${id}`],
  [/^https:\/\/tv\.naver\.com\/embed\/(\d+)/, (id) => `https://tv.naver.com/v/${id}`],
]

/** Pictures of other sites would tell these who reads here: they are links, and so are their players, alone on a line as our pages want them. */
export function mediaAsLinks(body: HTMLElement): void {
  for (const anchor of body.querySelectorAll('a')) ownAddress(anchor, 'href')
  for (const picture of body.querySelectorAll('img, video')) showPicture(picture)
  for (const frame of body.querySelectorAll('iframe')) {
    const src = frame.getAttribute('src') ?? ''
    const found = players.map(([shape, address]) => [shape.exec(src)?.[1], address] as const).find(([id]) => id !== undefined)
    const href = found ? found[1](found[0] ?? '') : src
    if (/^https?:\/\//.test(href)) frame.replaceWith(paragraphOf(linkTo(frame, href, href)))
    else frame.remove()
  }
}

function showPicture(picture: Element): void {
  ownAddress(picture, 'src')
  const lazy = ['data-lazy-src', 'data-src', 'src']
    .map((name) => picture.getAttribute(name) ?? '')
    .find((src) => /^(https?:|\/files\/)/.test(src))
  const caption = picture.closest('figure, .se-image')?.querySelector('figcaption, .se-caption')
  const words = (picture.getAttribute('alt') ?? '').trim() || (caption?.textContent ?? '').trim()
  if (lazy?.startsWith('/files/')) {
    picture.setAttribute('src', lazy)
    return
  }
  const anchor = picture.closest('a')
  // What is drawn for a program, or came as numbers: there is nothing to lead to.
  if (lazy === undefined || isPixel(picture)) picture.replaceWith(words)
  else if (anchor) {
    // A picture that leads somewhere else leads there; one that leads to itself, to itself.
    picture.replaceWith(words || nameOf(anchor.href))
  } else picture.replaceWith(linkTo(picture, lazy, words || nameOf(lazy)))
}

const isPixel = (picture: Element): boolean => ['width', 'height'].some((name) => /^[01]$/.test(picture.getAttribute(name) ?? ''))

/** As a path of ours, where it is one; a path of another site, whose name was not said, leads nowhere. */
function ownAddress(element: Element, name: string): void {
  const value = element.getAttribute(name) ?? ''
  if (value.startsWith(`${location.origin}/`)) element.setAttribute(name, value.slice(location.origin.length))
  else if (!/^[a-z][a-z\d+.-]*:/i.test(value)) element.removeAttribute(name)
}

function linkTo(place: Element, href: string, words: string): HTMLAnchorElement {
  const link = place.ownerDocument.createElement('a')
  link.setAttribute('href', href)
  link.textContent = words
  return link
}

function paragraphOf(link: HTMLElement): HTMLElement {
  const paragraph = link.ownerDocument.createElement('p')
  paragraph.append(link)
  return paragraph
}

function nameOf(href: string): string {
  try {
    const { pathname, hostname } = new URL(href)
    return decodeURIComponent(pathname.split('/').pop() ?? '') || hostname
  } catch {
    return href
  }
}
