import { z } from 'zod'
import { locales } from '../../lib/i18n/catalogue.ts'
import { displayChoices } from './display.types.ts'

export const LogInForm = z.object({
  login: z
    .string({ error: 'sessions.login.required' })
    .trim()
    .min(1, { error: 'sessions.login.required' })
    .max(254, { error: 'sessions.wrong' }),
  password: z
    .string({ error: 'sessions.password.required' })
    .min(1, { error: 'sessions.password.required' })
    .max(1_000, { error: 'sessions.wrong' }),
  keep: z.literal('yes').optional().catch(undefined),
  returnTo: z.string().optional().catch(undefined),
})

/** Anything but a text is as good as nothing: an address is checked by `returnTo`. */
export const LogInQuery = z.object({ returnTo: z.string().optional().catch(undefined) })

const choice = <const V extends readonly [string, ...string[]]>(values: V) => z.enum(values).optional().catch(undefined)

export const PreferencesForm = z.object({
  language: choice(locales),
  theme: choice(displayChoices.theme),
  textSize: choice(displayChoices.textSize),
  density: choice(displayChoices.density),
  keys: choice(displayChoices.keys),
  editor: choice(displayChoices.editor),
  commentSort: choice(displayChoices.commentSort),
  returnTo: z.string().optional().catch(undefined),
})
