import type { Locator } from 'playwright-core'
import sharp from 'sharp'

const aPicture = () =>
  sharp({ create: { width: 240, height: 160, channels: 3, background: '#1e40af' } })
    .png()
    .toBuffer()

export const aPictureFile = async (name: string) => ({ name, mimeType: 'image/png', buffer: await aPicture() })

export const pasted = (field: Locator, name: string) => bring(field, name, 'paste')
export const dropped = (field: Locator, name: string) => bring(field, name, 'drop')

/** As the browser would hand it over: Chromium gives scripts no real clipboard to fill. */
async function bring(field: Locator, name: string, how: 'paste' | 'drop'): Promise<void> {
  const base64 = (await aPicture()).toString('base64')
  const data = await field.page().evaluateHandle(`(() => {
    const bytes = Uint8Array.from(atob('${base64}'), (letter) => letter.charCodeAt(0))
    const data = new DataTransfer()
    data.items.add(new File([bytes], '${name}', { type: 'image/png' }))
    return data
  })()`)
  if (how === 'drop') await field.dispatchEvent('drop', { dataTransfer: data })
  else
    await field.evaluate((element, clipboardData) => {
      const { ClipboardEvent } = element.ownerDocument.defaultView
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, data)
}
