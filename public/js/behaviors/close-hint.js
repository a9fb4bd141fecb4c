/** What shows under the pointer and the keys goes by Escape too, until one comes back to it. */
export function attach(place) {
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && place.matches(':hover, :focus')) place.dataset.closed = ''
  })
  for (const end of ['pointerleave', 'blur']) place.addEventListener(end, () => delete place.dataset.closed)
}
