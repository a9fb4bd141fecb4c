import MarkdownIt, { type MarkdownIt as Engine } from 'markdown-it'

/**
 * Korean sets its particles right behind a word: in "https://example.com/a를 보세요" the 를 is no part of the address. Hangul behind an
 * address that is otherwise ASCII, and that is nothing but a particle, is left to the sentence; "/w/서울" stays whole.
 */
const particles =
  /(?<=[a-z\d/])(?:을|를|은|는|이|가|의|에|에서|에는|에도|에게|로|으로|와|과|도|만|랑|이랑|까지|부터|처럼|보다|라고|이라고|라는|이라는|입니다|이에요|예요|이고|인데)$/i
const ascii = /^[\x21-\x7e]+$/

export function leaveParticles(engine: Engine): void {
  const plain = new MarkdownIt().linkify
  const validate = (text: string, position: number): number => {
    const length = plain.testSchemaAt(text, 'http:', position)
    const address = text.slice(position, position + length)
    const bare = address.replace(particles, '')
    return ascii.test(bare) ? bare.length : length
  }
  engine.linkify.add('http:', { validate }).add('https:', { validate })
}
