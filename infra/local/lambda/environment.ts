import { REGION } from '../template/addresses.ts';
import type { FunctionSettings } from './function-settings.ts';

/** The environment of one worker: the template's variables and those that Lambda adds. */
export function workerEnvironment(
  settings: FunctionSettings,
  worker: { accessKey: string; endpoint: string; secretValue(nameOrArn: string): string | undefined },
): Record<string, string> {
  const own = Object.entries(settings.variables).map(([name, value]) => [
    name,
    resolveSecrets(String(value), worker.secretValue),
  ]);
  return {
    ...Object.fromEntries(own),
    _HANDLER: settings.handler,
    AWS_ACCESS_KEY_ID: worker.accessKey,
    AWS_DEFAULT_REGION: REGION,
    AWS_ENDPOINT_URL: worker.endpoint,
    AWS_EXECUTION_ENV: `AWS_Lambda_${settings.runtime}`,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(settings.memorySize),
    AWS_LAMBDA_FUNCTION_NAME: settings.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${settings.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: `twin/[$LATEST]${worker.accessKey}`,
    AWS_REGION: REGION,
    AWS_SECRET_ACCESS_KEY: 'twin',
    AWS_SESSION_TOKEN: 'twin',
    LAMBDA_TASK_ROOT: settings.taskRoot,
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
  };
}

/**
 * The text with each `{{resolve:secretsmanager:…}}` replaced by the secret's value.
 * @throws Error that names a reference whose secret does not exist.
 */
export function resolveSecrets(text: string, secretValue: (nameOrArn: string) => string | undefined): string {
  return text.replace(/\{\{resolve:([^}]*)\}\}/g, (reference, body: string) => {
    // The ARN of a secret contains six colons; a name none.
    const [, id] = /^secretsmanager:(arn:(?:[^:]*:){5}[^:]*|[^:]+)(?::SecretString:*)?$/.exec(body) ?? [];
    const value = id && secretValue(id);
    if (value === undefined) throw new Error(`The twin has no value for ${reference}`);
    return value;
  });
}
