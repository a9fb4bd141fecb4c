export const memberPath = (nickname: string): string => `/members/${encodeURIComponent(nickname)}`
/** Where a text asks how a name goes on. No address of the form `/members/…`: those are names themselves. */
export const memberCompletionPath = '/members.json'
export const signUpPath = '/signup'
export const myPath = '/me'
export const declareAdultPath = '/me/adult'
export const forgotPasswordPath = '/password/forgot'
export const resetPasswordPath = (token: string): string => `/password/reset/${token}`
export const ownerSetupPath = (token: string): string => `/setup/${token}`
