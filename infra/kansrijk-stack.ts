import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Alarms } from './constructs/alarms/alarms.ts';
import { Bus } from './constructs/bus.ts';
import { configure } from './constructs/configuration.ts';
import { Dashboard } from './constructs/dashboard.ts';
import { Edge } from './constructs/edge.ts';
import { Functions } from './constructs/functions.ts';
import { IdentityKey } from './constructs/identity-key.ts';
import { Mail } from './constructs/mail.ts';
import { Pipeline } from './constructs/pipeline.ts';
import { PublishedPlaybook } from './constructs/published-playbook.ts';
import { Queues } from './constructs/queues.ts';
import { Routes } from './constructs/routes.ts';
import { SignIn } from './constructs/sign-in.ts';
import { Store } from './constructs/store.ts';
import { Timers } from './constructs/timers.ts';
import type { Settings } from './settings.ts';

interface Props {
  settings: Settings;
  /** The folder with one bundle for each function. */
  build: string;
}

/** Everything that Kansrijk is in an AWS account. Reads from top to bottom as the architecture. */
export class KansrijkStack extends Stack {
  constructor(scope: Construct, id: string, { settings, build }: Props) {
    super(scope, id, { description: 'Turns website visits, forms and mail reactions into leads for sales' });

    const edge = new Edge(this, 'Edge', { settings });
    const store = new Store(this, 'Store');
    const queues = new Queues(this, 'Queues', { prefix: settings.stackName });
    const bus = new Bus(this, 'Bus', { name: settings.stackName });
    const mail = new Mail(this, 'Mail', { settings });
    const identityKey = new IdentityKey(this, 'IdentityKey');

    const signIn = new SignIn(this, 'SignIn', { settings, edge, mail });

    const configuration = configure({ settings, edge, store, queues, bus, mail, identityKey, signIn });
    const functions = new Functions(this, 'Functions', {
      ...{ settings, build, configuration },
      ...{ store, queues, bus, mail, signIn },
    });

    new Routes(this, 'Routes', { edge, functions, settings });
    new Pipeline(this, 'Pipeline', { settings, store, queues, bus, mail, functions });
    new Timers(this, 'Timers', { functions });
    new PublishedPlaybook(this, 'PublishedPlaybook', {
      ...{ build, publish: functions.all.publish },
      after: functions,
    });

    const alarms = new Alarms(this, 'Alarms', { settings, edge, store, queues, mail, functions });
    new Dashboard(this, 'Dashboard', { name: settings.stackName, edge, store, queues, functions, alarms });
  }
}
