import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';

/** Open Sans (SIL Open Font License 1.1) in the two weights that the picture uses, as TTF for resvg. */
const FONT_FILES = ['400Regular/OpenSans_400Regular.ttf', '600SemiBold/OpenSans_600SemiBold.ttf'] as const;

/** What the other process runs: where resvg is, its options; SVG in, PNG out. */
const PROGRAM = `
  const [library, options] = process.argv.slice(1);
  const { Resvg } = require(library);
  const svg = require('node:fs').readFileSync(0, 'utf8');
  process.stdout.write(new Resvg(svg, JSON.parse(options)).render().asPng());
`;

/** ms: it takes a quarter of a second */
const LONGEST = 10_000;

/**
 * An SVG as PNG, at the width and height that it names, in a process of its own that ends with it: in this one the renderer would
 * keep 14 to 18 MiB for the one picture that a record has. Only the fonts that come with the bot are used, so that a picture
 * looks the same on every machine.
 * @throws when the process fails or takes more than ten seconds
 */
export async function renderPicture(svg: string): Promise<Buffer> {
  const { resolve } = createRequire(import.meta.url);
  const fontFiles = FONT_FILES.map((file) => resolve(`@expo-google-fonts/open-sans/${file}`));
  const options = { font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Open Sans' } };
  const child = spawn(
    process.execPath,
    ['-e', PROGRAM, resolve('@resvg/resvg-js'), JSON.stringify(options)],
    { stdio: ['pipe', 'pipe', 'ignore'], timeout: LONGEST },
  );
  const exit = new Promise<number | null>((settle, fail) => child.once('close', settle).once('error', fail));
  // One that ends before it has read all says why by its exit code.
  child.stdin.on('error', () => undefined).end(svg);
  const [png, code] = await Promise.all([buffer(child.stdout), exit]);
  if (code !== 0) throw new Error(`the picture could not be drawn: exit code ${code}`);
  return png;
}
