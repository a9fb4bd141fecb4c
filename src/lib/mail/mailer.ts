export interface Mail {
  to: string
  subject: string
  text: string
}

/** Sends one mail, or fails. Only jobs call it: a page never waits for a mail server. */
export interface Mailer {
  send(mail: Mail): Promise<void>
}
