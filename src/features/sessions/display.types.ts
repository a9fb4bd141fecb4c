/** How a reader likes pages to look. Each is a cookie of its name, most an attribute of <html> and a row of buttons; the first value goes without saying. */
export const displayChoices = {
  theme: ['auto', 'light', 'dark'],
  textSize: ['m', 'l', 'xl'],
  density: ['comfortable', 'dense'],
  /** Single keys that move through a list: who reads by voice or presses keys by mistake switches them off. */
  keys: ['on', 'off'],
  /** What one writes in. */
  editor: ['rich', 'markdown'],
  /** The order of comments: as the board has it, or one of its own. */
  commentSort: ['board', 'oldest', 'newest', 'best'],
} as const

export type Display = { -readonly [Name in keyof typeof displayChoices]: (typeof displayChoices)[Name][number] }

export const displayNames = Object.keys(displayChoices) as (keyof Display)[]

export const displayOf = (cookies: Readonly<Record<string, string | undefined>>): Display => ({
  theme: chosen(displayChoices.theme, cookies['theme']),
  textSize: chosen(displayChoices.textSize, cookies['textSize']),
  density: chosen(displayChoices.density, cookies['density']),
  keys: chosen(displayChoices.keys, cookies['keys']),
  editor: chosen(displayChoices.editor, cookies['editor']),
  commentSort: chosen(displayChoices.commentSort, cookies['commentSort']),
})

const chosen = <V extends string>(values: readonly [V, ...V[]], cookie: string | undefined): V =>
  values.find((value) => value === cookie) ?? values[0]
