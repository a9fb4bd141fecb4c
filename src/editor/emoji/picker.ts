import { showDialog } from '../ask.ts'
import { type Emoji, findEmoji, readEmoji } from './emoji-list.ts'

const RECENT = 'recent-emoji'
const MOST_RECENT = 16
/** More than anyone looks through; who types one more letter sees the rest. */
const MOST_SHOWN = 300

/**
 * The page's dialog of emoji. What it shows is loaded when it is first opened, from our own site.
 * @returns a function that opens it and tells which was chosen, '' for none
 */
export function emojiPicker(load: () => Promise<string>): () => Promise<string> {
  let loading: Promise<Emoji[]> | undefined
  return async () => {
    const dialog = document.querySelector<HTMLDialogElement>('dialog[data-ask="emoji"]')
    if (!dialog) return ''
    loading ??= load().then(readEmoji)
    // Asked for anew the next time.
    loading.catch(() => {
      loading = undefined
    })
    const sign = await pick(dialog, loading)
    if (sign !== '') remember(sign)
    return sign
  }
}

async function pick(dialog: HTMLDialogElement, loading: Promise<Emoji[]>): Promise<string> {
  const closed = showDialog(dialog)
  const ends = new AbortController()
  const search = dialog.querySelector<HTMLInputElement>('input')
  const grid = dialog.querySelector<HTMLElement>('[data-emoji-grid]')
  const status = dialog.querySelector<HTMLElement>('[role="status"]')
  if (search && grid && status) {
    search.value = ''
    status.textContent = status.dataset['loading'] ?? ''
    const all = await loading.catch(() => null)
    const show = () => {
      const found = all ? findEmoji(all, search.value) : []
      grid.replaceChildren(...sections(search.value.trim() === '' ? found : [], found, grid))
      status.textContent = all === null ? (status.dataset['failed'] ?? '') : found.length === 0 ? (status.dataset['none'] ?? '') : ''
    }
    show()
    search.addEventListener('input', show, { signal: ends.signal })
    walk(grid, search, dialog, ends.signal)
  }
  const sign = await closed
  ends.abort()
  return sign
}

/** All of them in their groups, those used last before them; or what was found. */
function sections(all: readonly Emoji[], found: readonly Emoji[], grid: HTMLElement): HTMLElement[] {
  if (all.length === 0) return [section('', found.slice(0, MOST_SHOWN))]
  const names = (grid.dataset['groups'] ?? '').split('|')
  const recent = recentSigns().flatMap((sign) => all.find((emoji) => emoji.sign === sign) ?? [])
  const groups = [...new Set(all.map(({ group }) => group))]
  return [
    ...(recent.length > 0 ? [section(grid.dataset['recent'] ?? '', recent)] : []),
    ...groups.map((group, index) =>
      section(
        names[index] ?? '',
        all.filter((emoji) => emoji.group === group),
      ),
    ),
  ]
}

function section(name: string, emoji: readonly Emoji[]): HTMLElement {
  const part = document.createElement('section')
  const isKorean = document.documentElement.lang === 'ko'
  if (name !== '') part.append(Object.assign(document.createElement('h3'), { textContent: name }))
  const row = document.createElement('div')
  row.append(
    ...emoji.map(({ sign, korean, english }) => {
      const button = document.createElement('button')
      button.type = 'submit'
      button.value = sign
      button.textContent = sign
      button.tabIndex = -1
      button.title = (isKorean ? korean[0] : english[0]) ?? ''
      button.setAttribute('aria-label', button.title)
      return button
    }),
  )
  part.append(row)
  return part
}

/** Down from the search into the signs, arrows among them, up and out again. */
function walk(grid: HTMLElement, search: HTMLInputElement, dialog: HTMLDialogElement, signal: AbortSignal): void {
  dialog.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing) return
      const buttons = [...grid.querySelectorAll('button')]
      const at = buttons.indexOf(event.target as HTMLButtonElement)
      const to =
        at === -1
          ? event.key === 'ArrowDown'
            ? buttons[0]
            : event.key === 'Enter' && event.target === search
              ? buttons[0]
              : null
          : next(buttons, at, event.key)
      if (to === null || to === undefined) {
        if (at !== -1 && event.key === 'ArrowUp') search.focus()
        return
      }
      event.preventDefault()
      if (event.key === 'Enter') to.click()
      else to.focus()
    },
    { signal },
  )
}

function next(buttons: HTMLButtonElement[], at: number, key: string): HTMLButtonElement | null {
  if (key === 'ArrowRight') return buttons[at + 1] ?? null
  if (key === 'ArrowLeft') return buttons[at - 1] ?? null
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null
  const here = buttons[at]?.getBoundingClientRect()
  if (!here) return null
  const others = key === 'ArrowDown' ? buttons.slice(at + 1) : buttons.slice(0, at).toReversed()
  return others.find((button) => Math.abs(button.getBoundingClientRect().left - here.left) < here.width / 2) ?? null
}

function recentSigns(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(RECENT) ?? '[]')
    return Array.isArray(kept) ? kept.filter((sign) => typeof sign === 'string') : []
  } catch {
    return []
  }
}

function remember(sign: string): void {
  try {
    localStorage.setItem(RECENT, JSON.stringify([sign, ...recentSigns().filter((other) => other !== sign)].slice(0, MOST_RECENT)))
  } catch {
    // A browser that keeps nothing shows none.
  }
}
