export const locales = ['ko', 'en'] as const
export type Locale = (typeof locales)[number]

/** ICU messages by key, both languages side by side: a text that lacks one does not compile. */
export type Catalogue = Record<string, Record<Locale, string>>

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale)
