import { createRequire } from 'node:module';

/** Open Sans (SIL Open Font License 1.1) in the two weights that the picture uses, as TTF for resvg. */
const FONT_FILES = ['400Regular/OpenSans_400Regular.ttf', '600SemiBold/OpenSans_600SemiBold.ttf'] as const;

/**
 * An SVG as PNG, at the width and height that it names, off the main thread. The library is loaded with the first
 * picture. Only the fonts that come with the bot are used, so that a picture looks the same on every machine.
 */
export async function renderPicture(svg: string): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const { resolve } = createRequire(import.meta.url);
  const fontFiles = FONT_FILES.map((file) => resolve(`@expo-google-fonts/open-sans/${file}`));
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Open Sans' },
  });
  return image.asPng();
}
