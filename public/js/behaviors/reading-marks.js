import { keep, kept } from '../read-posts.js'

/** Marks in a list what a guest's browser opened, and how many comments came since. */
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

/** Of those that came some may be gone again: no more are new than there are. */
function showFresh(count, came, label) {
  if (!count || came <= 0 || count.querySelector('i')) return
  const fresh = Math.min(came, Number(count.textContent.match(/\d[\d,]*/)?.[0].replaceAll(',', '') ?? came))
  const mark = document.createElement('i')
  mark.className = 'late'
  mark.textContent = `+${fresh}`
  const [figures, words] = count.children
  figures.append(mark)
  words.textContent += `, ${label} ${fresh}`
}
