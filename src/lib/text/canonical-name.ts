import { lookAlikes } from './look-alikes.ts'

/** Everything that takes no ink: controls, zero-width and direction marks, fillers, blanks, spaces. */
const inkless = /[\p{C}\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]/gu

/**
 * What two names that a reader can't tell apart have in common: compatibility forms, case, invisible characters and look-alikes of other
 * scripts are gone. Unique columns hold this; pages show what the member typed. Applied to its own result it changes nothing.
 */
export function canonicalName(name: string): string {
  let form = name
  // One change makes room for another: a filler taken away lets two jamo compose.
  for (let step = fold(form); step !== form; step = fold(form)) form = step
  return form
}

function fold(name: string): string {
  const compatible = name.toWellFormed().normalize('NFKC').replace(inkless, '').normalize('NFKC')
  const alike = [...compatible].map((char) => lookAlikes.get(char) ?? char).join('')
  // Upper case first: that is how "ı" and "ſ" come to be "i" and "s". A second dot on an i shows nothing, and the final sigma is a sigma.
  return alike
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(/(?<=[ij])\u0307/g, '')
    .normalize('NFKC')
}
