const KEY = 'read-posts'
const MOST = 1_000

/** A guest's own marks: which posts this browser opened, and how many comments they had. They stay here and are told to nobody. */
export function attach(list) {
  const open = list.querySelector('.is-open')
  const mark = () => {
    const seen = new Map(kept())
    for (const row of list.querySelectorAll('.row:not(.is-open)')) {
      const said = seen.get(Number(row.dataset.post))
      if (said === undefined) continue
      row.classList.add('is-read')
      showFresh(row.querySelector('a.count'), Number(row.dataset.said) - said, list.dataset.fresh)
    }
  }
  if (open) keep(Number(open.dataset.post), Number(open.dataset.said))
  mark()
  addEventListener('pageshow', ({ persisted }) => persisted && mark())
}

function showFresh(count, fresh, label) {
  if (!count || fresh <= 0 || count.querySelector('i')) return
  const mark = document.createElement('i')
  mark.className = 'late'
  mark.textContent = `+${fresh}`
  const [figures, words] = count.children
  figures.append(mark)
  words.textContent += `, ${label} ${fresh}`
}

function keep(post, said) {
  const others = kept().filter(([id]) => id !== post)
  try {
    localStorage.setItem(KEY, JSON.stringify([...others, [post, said]].slice(-MOST)))
  } catch {
    // A browser that keeps nothing shows no marks.
  }
}

function kept() {
  try {
    const read = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(read) ? read.filter(Array.isArray) : []
  } catch {
    return []
  }
}
