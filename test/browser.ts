import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** What a person's browser calls itself; a headless one counts as a bot. */
const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/147.0.0.0 Safari/537.36';

const HOME = join(tmpdir(), 'kansrijk-chromium-147');

let launched: Promise<Browser> | undefined;

/** A headless Chromium for all test files of this process, which ends with it. Close the contexts you open. */
export function sharedBrowser(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

/**
 * The Chromium that came with npm, unpacked once for each machine. It needs no library or font of the
 * system, and keeps the web's security rules (CORS) in force.
 */
async function launch(): Promise<Browser> {
  if (!(await exists(HOME))) await unpack();
  return playwright.launch({
    executablePath: join(HOME, 'chromium'),
    args: [
      `--user-agent=${USER_AGENT}`,
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
    ],
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: join(HOME, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(HOME, 'fonts.conf'),
    },
  });
}

/**
 * Unpacks into a folder of its own and renames it at the end: test files start at the same time,
 * and none may run a half-written browser.
 */
async function unpack(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kansrijk-chromium-'));
  // The package unpacks under TMPDIR, and its shared libraries only if it believes it runs in Lambda.
  await withEnvironment({ TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' }, () =>
    chromium.executablePath(),
  );
  await writeFile(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
      `<dir>${HOME}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${HOME}/cache</cachedir></fontconfig>`,
  );
  await rename(folder, HOME).catch(async (error) => {
    if (!(await exists(HOME))) throw error;
    await rm(folder, { recursive: true });
  });
}

async function withEnvironment<T>(values: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
