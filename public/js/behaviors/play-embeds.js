/** A link to a player becomes the player when somebody asks for it; until then their browser has told the other site nothing. */
export function attach(text) {
  for (const embed of text.querySelectorAll('.embed[data-frame]')) {
    const kind = embed.querySelector('.embed__kind').textContent
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'embed__play'
    button.textContent = text.dataset.play
    button.setAttribute('aria-label', `${kind} ${text.dataset.play}`)
    button.addEventListener('click', () => play(embed, button, `${kind} ${text.dataset.player}`))
    // Behind the link: before it, it would push the link aside under the reader's eyes.
    embed.append(button)
  }
}

function play(embed, button, title) {
  const frame = document.createElement('iframe')
  frame.title = title
  frame.allow = 'autoplay; fullscreen; encrypted-media; picture-in-picture'
  frame.sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation'
  // YouTube plays nothing for a site that will not say which it is; of the page it learns nothing.
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  frame.src = addressOf(embed.dataset.frame)
  button.remove()
  embed.prepend(frame)
  embed.classList.add('is-open')
  frame.focus()
}

/** Twitch plays only where it is told the site that it stands in. */
function addressOf(frame) {
  const address = new URL(frame)
  if (address.hostname.endsWith('.twitch.tv')) address.searchParams.set('parent', location.hostname)
  return address.href
}
