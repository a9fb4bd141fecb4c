import sharp from 'sharp'

// libvips reads some forty formats, among them SVG, PDF and whatever ImageMagick knows: what we don't take must not even be looked into.
// Pictures of strangers are read from files; the one thing that comes as a buffer is the SVG that we draw ourselves.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [...['Jpeg', 'Png', 'Nsgif', 'Webp', 'Heif'].map((format) => `VipsForeignLoad${format}File`), 'VipsForeignLoadSvgBuffer'],
})
sharp.cache(false)
sharp.concurrency(1)

export { sharp }
