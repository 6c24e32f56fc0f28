import type { PlaybookFunction } from '../../../gateways/playbook/playbook-function.ts';
import type { LogSystem } from '../../console/record-log.ts';

/** What a page or a route needs to ask the function `playbook`. */
export interface AskSystem extends LogSystem {
  askPlaybook: PlaybookFunction;
}
