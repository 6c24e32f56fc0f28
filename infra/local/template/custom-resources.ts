import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Functions } from '../lambda/functions.ts';
import type { Journal } from '../storage/journal.ts';
import { ACCOUNT, REGION } from './addresses.ts';
import type { Resource } from './resource.ts';
import { isCustomResource } from './resource.ts';
import type { Template } from './template.ts';

/** A custom resource as it was last deployed. */
interface Deployed {
  physical_id: string;
  properties: string;
}

/** What a function puts at its response URL. */
interface Response {
  Status?: string;
  Reason?: string;
  PhysicalResourceId?: string;
}

interface Options {
  template: Template;
  functions: Functions;
  journal: Journal;
  /** The response URL of a function is this, a slash and the request's id. */
  responseUrl: string;
  /** Called with what an update failed of. */
  log(message: string): void;
}

/** Creates and updates the custom resources of the template, as a CloudFormation deployment does. */
export class CustomResources {
  readonly #options: Options;
  readonly #responses = new Map<string, Response>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Takes a function's response; false when no request waits for it. */
  receive(requestId: string, response: Response): boolean {
    if (!this.#responses.has(requestId)) return false;
    this.#responses.set(requestId, response);
    return true;
  }

  /**
   * Invokes the function of each custom resource that is new or whose properties changed. One whose update fails stays as it
   * was, as after the rollback of a deployment, and is updated at the next start.
   * @throws Error with the reason when one cannot be created.
   */
  async deploy(): Promise<void> {
    for (const resource of this.#options.template.resources)
      if (isCustomResource(resource.type)) await this.#deploy(resource);
  }

  async #deploy(resource: Resource): Promise<void> {
    const { journal } = this.#options;
    const properties = stringified(resource.properties) as Record<string, unknown>;
    const deployed = journal.first<Deployed>(
      'SELECT physical_id, properties FROM custom_resources WHERE logical_id = ?',
      resource.logicalId,
    );
    const old = deployed && JSON.parse(deployed.properties);
    if (isDeepStrictEqual(old, properties)) return;
    const response = await this.#request(resource, {
      RequestType: deployed ? 'Update' : 'Create',
      ResourceProperties: properties,
      ...(deployed && { PhysicalResourceId: deployed.physical_id, OldResourceProperties: old }),
    }).catch((error: Error) => {
      if (deployed === undefined) throw error;
      this.#options.log(`Not deployed: ${error.message}`);
    });
    if (response === undefined) return;
    journal.run(
      'INSERT OR REPLACE INTO custom_resources (logical_id, physical_id, properties) VALUES (?, ?, ?)',
      resource.logicalId,
      response.PhysicalResourceId ?? deployed?.physical_id ?? resource.logicalId,
      JSON.stringify(properties),
    );
  }

  async #request({ logicalId, type, properties }: Resource, request: object): Promise<Response> {
    const { functions, responseUrl, template } = this.#options;
    const settings = functions.byNameOrArn(properties.ServiceToken);
    if (!settings) throw new Error(`${logicalId}: ServiceToken ${properties.ServiceToken} is no function`);
    const requestId = randomUUID();
    this.#responses.set(requestId, {});
    const result = await functions.invoke(settings.logicalId, {
      ...request,
      ResponseURL: `${responseUrl}/${requestId}`,
      StackId: `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${template.stackName}/twin`,
      RequestId: requestId,
      ResourceType: type,
      LogicalResourceId: logicalId,
    });
    const response = this.#responses.get(requestId) ?? {};
    this.#responses.delete(requestId);
    if (response.Status === 'SUCCESS') return response;
    const why = response.Reason ?? (result.ok ? 'it did not respond' : result.error.message);
    throw new Error(`${settings.shortName} could not set up ${logicalId} (${type}): ${why}`);
  }
}

// CloudFormation passes every scalar as text.
function stringified(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stringified);
  if (value === null || typeof value !== 'object') return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, stringified(item)]));
}
