import { Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundle } from './bundle.ts';
import { company } from './company.ts';
import { parseSettings } from './settings.ts';
import { createApp } from './synthesize.ts';

const settings = parseSettings(company);
const { folder } = await bundle();
const app = createApp({ settings, build: folder, checked: true });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
