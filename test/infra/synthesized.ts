import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import type { App, Stack } from 'aws-cdk-lib/core';
import { parseSettings, type SettingsInput } from '../../infra/settings.ts';
import { createApp } from '../../infra/synthesize.ts';
import { environments, type FunctionName } from '../../shared/contract/environment.ts';

export const functionNames = Object.keys(environments) as FunctionName[];

/** A company's settings, with changes for the test. */
export function settingsOf(changes: Partial<SettingsInput> = {}): SettingsInput {
  return {
    stackName: 'Test',
    websiteUrl: 'https://www.example.com',
    sender: 'hello@example.com',
    sales: ['sales@example.com'],
    manager: 'manager@example.com',
    console: { admins: ['admin@example.com'] },
    language: 'nl',
    timeZone: 'Europe/Amsterdam',
    apiKeyHashes: [],
    retention: { visitorDays: 365, logDays: 30 },
    alarmEmail: 'developer@example.com',
    throttling: { rate: 50, burst: 100 },
    ...changes,
  };
}

/** The app and its template, without the code of the functions. */
export function synthesized(changes: Partial<SettingsInput> = {}): { app: App; template: Template } {
  const settings = parseSettings(settingsOf(changes));
  const app = createApp({ settings, build: emptyBundles(), checked: false });
  return { app, template: Template.fromStack(app.node.findChild(settings.stackName) as Stack) };
}

/** All resources of a type, by logical id without the CDK's hash. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of a resource is what the test is about
export function resources(template: Template, type: string): Map<string, any> {
  const found = Object.entries(template.findResources(type));
  return new Map(found.map(([id, resource]) => [withoutHash(id), resource.Properties]));
}

export function withoutHash(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}

function emptyBundles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
  for (const name of functionNames) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.js'), `// ${name}`);
  }
  writeFileSync(join(folder, 'publish/playbook.json'), '{}');
  return folder;
}
