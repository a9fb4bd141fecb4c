/**
 * What a part of the page asks for by `data-behavior="name"` is loaded from behaviors/name.js and given its element, which somebody may have used
 * by then: what they did there before is taken up by attach().
 */
export function attachIn(root) {
  const elements = [
    ...(root instanceof Element && root.matches('[data-behavior]') ? [root] : []),
    ...root.querySelectorAll('[data-behavior]'),
  ]
  return Promise.allSettled(
    elements.flatMap((element) =>
      element.dataset.behavior.split(' ').map((name) =>
        import(`./behaviors/${name}.js`).then(
          ({ attach }) => attach(element),
          (error) => console.warn(`behavior ${name}`, error),
        ),
      ),
    ),
  )
}
