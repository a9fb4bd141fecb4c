const KEY = 'read-posts'
const MOST = 1_000

/** A guest's own marks: which posts this browser opened, and the newest comment that each had. They stay here and are told to nobody. */
export function kept() {
  try {
    const read = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(read) ? read.filter(Array.isArray) : []
  } catch {
    return []
  }
}

export function keep(post, said) {
  const others = kept().filter(([id]) => id !== post)
  try {
    localStorage.setItem(KEY, JSON.stringify([...others, [post, said]].slice(-MOST)))
  } catch {
    // A browser that keeps nothing shows no marks.
  }
}

/** As it stood before this page was opened. */
export const before = new Map(kept())
