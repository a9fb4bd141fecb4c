import type { CDPSession, Page } from 'playwright-core'
import { soon } from '../support/browser.ts'

/** The writing page with its editor open. */
export async function openEditor(page: Page, path = '/free/write'): Promise<void> {
  await page.goto(path)
  await page.locator('.ProseMirror').waitFor()
}

/** What would be sent. */
export const written = (page: Page): Promise<string> => page.locator('#field-body').inputValue()

/** The words as they stand in the editor. */
export const markup = (page: Page): Promise<string> => page.locator('.ProseMirror').innerHTML()

export const becomes = (page: Page, markdown: string) => soon(() => written(page)).toBe(markdown)

/** A Korean keyboard, as far as the browser's own protocol can be one: a syllable is open until the next begins or a key ends it. */
export async function koreanKeyboard(
  page: Page,
): Promise<{ open(...states: string[]): Promise<string[]>; close(syllable: string): Promise<void> }> {
  const session: CDPSession = await page.context().newCDPSession(page)
  return {
    /** The states of one syllable; what the text says after each. */
    async open(...states) {
      const seen: string[] = []
      for (const text of states) {
        await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
        seen.push(await page.locator('.ProseMirror').innerText())
      }
      return seen
    },
    close: async (syllable) => void (await session.send('Input.insertText', { text: syllable })),
  }
}

/** By the keyboard, with what another program has put on the clipboard. */
export const paste = (page: Page, kinds: Record<string, string>): Promise<void> =>
  page.evaluate(`{
    const clipboardData = new DataTransfer()
    for (const [kind, data] of Object.entries(${JSON.stringify(kinds)})) clipboardData.setData(kind, data)
    document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }`)

/** As an upload or a draft writes into the field. */
export const putIn = (page: Page, text: string): Promise<void> =>
  page.evaluate(
    `{
      const field = document.querySelector('#field-body')
      field.value = ${JSON.stringify(text)}
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }`,
  )

/** No hand is as quick as a driver: the browser tells the editor where the cursor went a moment later. */
export async function moveTo(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.waitForTimeout(150)
}
