import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { bundle } from './bundle.ts';
import { KansrijkStack } from './kansrijk-stack.ts';
import type { Settings } from './settings.ts';

interface Source {
  settings: Settings;
  /** The folder with one bundle for each function. */
  build: string;
  /** Folder for the cloud assembly; on the command line the CDK chooses it. */
  outdir?: string;
  /** Whether to check CloudFormation's own rules, which takes a second. */
  checked: boolean;
}

/** The CDK app of one company. */
export function createApp({ settings, build, outdir, checked }: Source): App {
  const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '../cdk.json'), 'utf8'));
  const app = new App({
    builtinCloudFormationValidation: checked,
    context,
    analyticsReporting: false,
    ...(outdir && { outdir }),
  });
  new KansrijkStack(app, settings.stackName, { settings, build });
  return app;
}

/**
 * Bundles the functions and synthesizes the stack into `outdir`, like `npm run synth` without its checks.
 * @returns the folder of the cloud assembly: `<stackName>.template.json`, `<stackName>.assets.json`, assets.
 */
export async function synthesize(settings: Settings, outdir: string): Promise<string> {
  const { folder } = await bundle();
  return createApp({ settings, build: folder, outdir, checked: false }).synth().directory;
}
