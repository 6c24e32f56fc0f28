import type { VirtualClock } from './clock.ts';
import type { CustomResources } from './custom-resources.ts';
import type { Faults } from './faults.ts';
import type { HttpApi } from './http-api/http-api.ts';
import type { Functions } from './lambda/functions.ts';
import type { Logs } from './lambda/logs.ts';
import type { Ports } from './part.ts';
import type { Services } from './services/context.ts';
import type { Template } from './template/template.ts';
import type { Usage } from './usage.ts';

/** The addresses of a twin, without a slash at the end. */
export interface Addresses {
  api: string;
  website: string;
  inbox: string;
  aws: string;
}

/** What the twin's own routes and pages are made of. */
export interface RunningTwin {
  addresses: Addresses;
  ports: Ports;
  template: Template;
  clock: VirtualClock;
  services: Services;
  functions: Functions;
  customResources: CustomResources;
  httpApi: HttpApi;
  faults: Faults;
  usage: Usage;
  logs: Logs;
  isReady(): boolean;
  /** Moves time forward by so many milliseconds; resolves when all that was due is done and settled. */
  advance(milliseconds: number): Promise<void>;
  /** Resolves when streams, queues and the bus are empty and no function runs. */
  settled(): Promise<void>;
}
