import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** One file that browsers ask for: its name has its fingerprint, so that it may be kept for ever. */
export interface Asset {
  readonly name: string;
  readonly body: string;
}

/** Everything a page loads besides itself. */
export interface Assets {
  readonly css: Asset;
  readonly js: Asset;
  /** Only for the pages with a passkey's form. */
  readonly passkey: Asset;
}

/** Bundles and minifies the style sheet and the enhancement modules. The same sources give the same bytes. */
export async function buildAssets(): Promise<Assets> {
  const [css, js, passkey] = await Promise.all(['portal.css', 'portal.ts', 'passkey.ts'].map(bundle));
  return {
    css: fingerprinted('portal', css ?? '', 'css'),
    js: fingerprinted('portal', js ?? '', 'js'),
    passkey: fingerprinted('passkey', passkey ?? '', 'js'),
  };
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['chrome90', 'firefox90', 'safari14.1', 'edge90'],
    charset: 'utf8',
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}

/** First 12 hexadecimal digits of the SHA-256 of what is served. */
function fingerprinted(name: string, body: string, extension: string): Asset {
  const fingerprint = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { name: `${name}-${fingerprint}.${extension}`, body };
}
