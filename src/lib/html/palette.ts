/** Colours that a writer may give to words: names, which each theme fills in so that they can be read on its ground. */
export const inks = ['red', 'orange', 'green', 'blue', 'violet', 'grey'] as const
export const marks = ['yellow', 'green', 'blue', 'pink', 'violet'] as const

/** How paragraphs of a text may stand, and cells of its tables. */
export const alignments = ['center', 'right', 'justify'] as const
export const cellAlignments = ['center', 'right'] as const
