import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** The website's CSS, bundled. */
export const styleSheet = once('style/site.css');

/** The website's script, bundled. The pages work without it. */
export const script = once('client/site.ts');

function once(path: string): () => string {
  let text: string | undefined;
  return () => {
    text ??= buildSync({
      entryPoints: [join(import.meta.dirname, path)],
      bundle: true,
      minify: true,
      write: false,
      target: 'es2022',
    }).outputFiles[0]?.text as string;
    return text;
  };
}
