import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { handle } from 'hono/aws-lambda';
import { hideBeginningsWith } from '../../shared/gateways/identity/hidden-beginnings.ts';
import { leadIdFrom } from '../../shared/gateways/identity/lead-id.ts';
import { playbookFunction } from '../../shared/gateways/playbook/playbook-function.ts';
import { randomId } from '../../shared/gateways/random-id.ts';
import { signedCall } from '../../shared/gateways/signed-call.ts';
import { connect } from '../../shared/usecases/connect.ts';
import { directorySource } from '../../shared/usecases/identity/directory/directory-source.ts';
import { jobSystem } from '../../shared/usecases/jobs/job-system.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import { consoleApp } from './app.ts';
import { requireViewer, viewerIn } from './sign-in/session.ts';
import { signInRoutes } from './sign-in/sign-in.tsx';
import { signInSystem } from './sign-in/sign-in-system.ts';

const { env, log, table, now } = connect('console', signedCall('dynamodb'));
const signIn = signInSystem(env, { table, now });
const { admins, pool } = signIn;
const playbook = playbookSource({ table, now });
const directory = directorySource({ table, now });
const system = {
  ...jobSystem(table, now, log),
  askPlaybook: playbookFunction(env.PLAYBOOK_FUNCTION),
  hideBeginnings: hideBeginningsWith(env.IDENTITY_KEY),
  leadId: leadIdFrom(env.IDENTITY_KEY),
  ...{ playbook, directory, newToken: randomId, newId: randomId, admins, pool, country: env.COUNTRY },
  ...{ publicUrl: env.PUBLIC_URL, websiteUrl: env.WEBSITE_URL, sender: env.SENDER },
};

export const handler = handle(
  consoleApp(system, {
    publicUrl: env.PUBLIC_URL,
    language: env.LANGUAGE,
    timeZone: env.TIME_ZONE,
    htmx: readFileSync(join(__dirname, 'htmx.js'), 'utf8'),
    textEditor: () => readFileSync(join(__dirname, 'text-editor.js'), 'utf8'),
    signInRoutes: (show) => signInRoutes(signIn, show),
    requireViewer: requireViewer(signIn),
    viewerIn: (c) => viewerIn(c, signIn),
    reportFailure: (error) => log.error('page-not-shown', { reason: error.name }),
  }),
);
