import { compute } from './supported-compute.ts';
import { services } from './supported-services.ts';

/** What the twin runs of a resource type: the properties it honours, and those it knowingly leaves alone. */
export interface SupportedType {
  runs: readonly string[];
  /** Properties without effect on this machine. */
  leaves?: readonly string[];
  /** The members that are run of a nested property; `[]` stands for each item of a list. */
  nested?: Record<string, readonly string[]>;
}

/** Every resource type that the twin runs. A property that is not listed is refused by name. */
export const supportedTypes: Record<string, SupportedType> = { ...compute, ...services };

/** Custom resources are run by invoking their function, whatever properties they carry. */
export function isCustomResource(type: string): boolean {
  return type === 'AWS::CloudFormation::CustomResource' || type.startsWith('Custom::');
}
