import { z } from 'zod'

/** A form's own number, made with the page: 32 hex digits. One that was tampered with is as good as none. */
export const SubmissionKey = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .optional()
  .catch(undefined)

export interface Submission {
  /** Of the form's number, the member and what they typed. */
  submissionKey: Buffer
  memberId: number
  /** Where the member was led after the first time. */
  resultPath: string
  createdAt: Date
}
