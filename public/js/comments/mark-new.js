/** Marks a comment as new, as the server does for members. */
export function markNew(comment, words) {
  const date = comment.querySelector('.who time')
  if (!date || comment.classList.contains('is-new')) return
  comment.classList.add('is-new')
  date.parentElement.before(Object.assign(document.createElement('span'), { className: 'badge', textContent: words }), ' ')
}
