import type { FunctionName } from '../../shared/contract/environment.ts';
import type { Settings } from '../settings.ts';

/** The name of a function in the account. */
export function functionNameOf({ stackName }: Pick<Settings, 'stackName'>, name: FunctionName): string {
  return `${stackName}-${name}`;
}
