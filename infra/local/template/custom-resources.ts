import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Functions } from '../lambda/functions.ts';
import type { Journal } from '../storage/journal.ts';
import { ACCOUNT, REGION } from './addresses.ts';
import type { Resource } from './resource.ts';
import { isCustomResource } from './resource.ts';
import type { Template } from './template.ts';

interface Known {
  physical_id: string;
  properties: string;
}

interface Answer {
  Status?: string;
  Reason?: string;
  PhysicalResourceId?: string;
  Data?: unknown;
}

interface Options {
  template: Template;
  functions: Functions;
  journal: Journal;
  /** Where a function leaves its answer: the request's id is put behind it. */
  responseUrl: string;
}

/** Creates and updates the custom resources of the template, as CloudFormation does when it deploys. */
export class CustomResources {
  readonly #options: Options;
  readonly #answers = new Map<string, Answer>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Takes the answer that a function puts at its response URL. False when nobody waits for it. */
  receive(requestId: string, answer: Answer): boolean {
    if (!this.#answers.has(requestId)) return false;
    this.#answers.set(requestId, answer);
    return true;
  }

  /**
   * Invokes the function of each custom resource that is new or whose properties changed.
   * @throws Error with the reason when one fails.
   */
  async deploy(): Promise<void> {
    for (const resource of this.#options.template.resources)
      if (isCustomResource(resource.type)) await this.#deploy(resource);
  }

  async #deploy(resource: Resource): Promise<void> {
    const { journal } = this.#options;
    const properties = stringified(resource.properties) as Record<string, unknown>;
    const known = journal.first<Known>(
      'SELECT physical_id, properties FROM custom_resources WHERE logical_id = ?',
      resource.logicalId,
    );
    const old = known && JSON.parse(known.properties);
    if (isDeepStrictEqual(old, properties)) return;
    const answer = await this.#request(resource, {
      RequestType: known ? 'Update' : 'Create',
      ResourceProperties: properties,
      ...(known && { PhysicalResourceId: known.physical_id, OldResourceProperties: old }),
    });
    journal.run(
      'INSERT OR REPLACE INTO custom_resources (logical_id, physical_id, properties, data) VALUES (?, ?, ?, ?)',
      resource.logicalId,
      answer.PhysicalResourceId ?? known?.physical_id ?? resource.logicalId,
      JSON.stringify(properties),
      JSON.stringify(answer.Data ?? {}),
    );
  }

  async #request({ logicalId, type, properties }: Resource, request: object): Promise<Answer> {
    const { functions, responseUrl, template } = this.#options;
    const settings = functions.byNameOrArn(properties.ServiceToken);
    if (!settings) throw new Error(`${logicalId}: ServiceToken ${properties.ServiceToken} is no function`);
    const requestId = randomUUID();
    this.#answers.set(requestId, {});
    const result = await functions.invoke(settings.logicalId, {
      ...request,
      ResponseURL: `${responseUrl}/${requestId}`,
      StackId: `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${template.stackName}/twin`,
      RequestId: requestId,
      ResourceType: type,
      LogicalResourceId: logicalId,
    });
    const answer = this.#answers.get(requestId) ?? {};
    this.#answers.delete(requestId);
    if (answer.Status === 'SUCCESS') return answer;
    const why = answer.Reason ?? (result.ok ? 'it gave no answer' : result.error.message);
    throw new Error(`${settings.shortName} could not set up ${logicalId} (${type}): ${why}`);
  }
}

// CloudFormation hands every scalar on as text.
function stringified(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stringified);
  if (value === null || typeof value !== 'object') return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, stringified(item)]));
}
