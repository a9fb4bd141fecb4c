export const memberPath = (nickname: string): string => `/members/${encodeURIComponent(nickname)}`
export const signUpPath = '/signup'
export const myPath = '/me'
export const declareAdultPath = '/me/adult'
export const forgotPasswordPath = '/password/forgot'
export const resetPasswordPath = (token: string): string => `/password/reset/${token}`
export const ownerSetupPath = (token: string): string => `/setup/${token}`
