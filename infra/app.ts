import { Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundle, WrongPlaybook } from './bundle.ts';
import { company } from './company.ts';
import { parseSettings } from './settings.ts';
import { createApp } from './synthesize.ts';

const settings = parseSettings(company);
const { folder } = await bundle().catch((error: Error) => {
  console.error(error instanceof WrongPlaybook ? error.message : error);
  process.exit(1);
});
const app = createApp({ settings, build: folder, checked: true });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
