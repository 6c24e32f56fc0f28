import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { FunctionName } from '../../shared/contract/environment.ts';
import type { Settings } from '../settings.ts';
import type { Edge } from './edge.ts';
import type { Functions } from './functions.ts';

const { ANY, GET, HEAD, POST } = HttpMethod;

/** The routes of each function. */
const routes: Partial<Record<FunctionName, [path: string, ...methods: HttpMethod[]][]>> = {
  track: [
    ['/t.js', GET],
    ['/e', POST],
    ['/p.gif', GET],
    ['/o/{image}', GET, HEAD],
    ['/c/{mail}/{n}', GET, HEAD],
    ['/pictures/{picture}', GET, HEAD],
  ],
  forms: [
    ['/f/{form}', GET, POST],
    ['/f/{form}/thanks', GET],
  ],
  preferences: [
    ['/confirm/{mail}', GET, HEAD, POST],
    ['/unsubscribe/{mail}', GET, HEAD, POST],
    ['/preferences/{mail}', GET, HEAD, POST],
  ],
  handover: [['/handover/{token}', GET, HEAD, POST]],
  api: [['/api/{proxy+}', ANY]],
};

/** Only where the settings say who the first admins are. */
const consoleRoutes: [path: string, ...methods: HttpMethod[]][] = [
  ['/console', GET, HEAD, POST],
  ['/console/{proxy+}', GET, HEAD, POST],
];

/** Only where the company has switched challenges on. */
const challengeRoutes: [path: string, ...methods: HttpMethod[]][] = [
  ['/challenge.js', GET],
  ['/f/{form}/challenge', GET],
];

interface Props {
  edge: Edge;
  functions: Functions;
  settings: Settings;
}

/** Connects the API to the functions behind it. */
export class Routes extends Construct {
  constructor(scope: Construct, id: string, { edge, functions, settings }: Props) {
    super(scope, id);
    const forms = [...(routes.forms ?? []), ...(settings.challenge ? challengeRoutes : [])];
    const console = settings.console ? consoleRoutes : [];
    for (const [name, paths] of Object.entries({ ...routes, forms, console })) {
      const handler = functions.all[name as FunctionName];
      const integration = new HttpLambdaIntegration(name, handler, { scopePermissionToRoute: false });
      for (const [path, ...methods] of paths) edge.api.addRoutes({ path, methods, integration });
    }
    Validations.of(edge).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'The edge is for the public; `api` checks its keys, `handover` its token and `console` its session itself.',
    });
  }
}
