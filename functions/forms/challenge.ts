import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import { json, problem } from './answers.ts';
import { type FormsSystem, formIn } from './request.ts';

/** `GET /f/{form}/challenge`: a challenge for the browser that fills in this form. */
export async function showChallenge(
  { challenges, now }: FormsSystem,
  event: APIGatewayProxyEventV2,
): Promise<Answer> {
  if (challenges === undefined) return problem(404, 'These forms have no challenge');
  return json(200, await challenges.make(formIn(event), now()));
}

/** `GET /challenge.js`: the script that solves it. */
export async function challengeScript(): Promise<Answer> {
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=3600',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  };
  return { statusCode: 200, headers, body: readFileSync(join(__dirname, 'challenge.js'), 'utf8') };
}
