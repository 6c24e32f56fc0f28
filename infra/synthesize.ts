import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { bundle } from './bundle.ts';
import { KansrijkStack } from './kansrijk-stack.ts';
import type { Settings } from './settings.ts';

/** The CDK app of one company, made of the bundles in `build`. */
export function createApp(settings: Settings, build: string, outdir?: string): App {
  const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '../cdk.json'), 'utf8'));
  const app = new App({ context, analyticsReporting: false, ...(outdir && { outdir }) });
  new KansrijkStack(app, settings.stackName, { settings, build });
  return app;
}

/**
 * Bundles the functions and synthesizes the stack into `outdir`.
 * @returns the folder of the cloud assembly: `<stackName>.template.json`, `<stackName>.assets.json`, assets.
 */
export async function synthesize(settings: Settings, outdir: string): Promise<string> {
  const { folder } = await bundle();
  return createApp(settings, folder, outdir).synth().directory;
}
