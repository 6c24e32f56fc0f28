import * as z from 'zod';
import type { Caller } from '../services/service.ts';

/** The body of `POST /_local/faults`. */
export const faultSchema = z.strictObject({
  service: z.enum(['dynamodb', 'ses', 'events', 'slack', 'sqs', 'secretsmanager', 'cognito-idp', 'lambda']),
  operation: z.string().min(1).optional(),
  function: z.string().min(1).optional(),
  kind: z.enum(['throttle', 'error', 'timeout-after', 'crash-before', 'crash-after']),
  times: z.int().min(1).default(1),
  /** How many matching calls pass first. */
  skip: z.int().min(0).default(0),
});

export type Fault = z.output<typeof faultSchema>;

/** A call that a fault may hit. */
export interface TargetCall {
  service: string;
  operation: string;
  caller?: Caller | undefined;
}

/** The faults that are still to happen. */
export class Faults {
  #left: Fault[] = [];

  add(fault: z.input<typeof faultSchema>): void {
    this.#left.push(faultSchema.parse(fault));
  }

  /** The fault that hits this call, and counts as one of its times. */
  take({ service, operation, caller }: TargetCall): Fault | undefined {
    const fault = this.#left.find(
      (candidate) =>
        candidate.service === service &&
        (candidate.operation ?? operation) === operation &&
        (candidate.function === undefined || candidate.function === caller?.function),
    );
    if (!fault) return undefined;
    if (fault.skip > 0) {
      fault.skip -= 1;
      return undefined;
    }
    fault.times -= 1;
    this.#left = this.#left.filter(({ times }) => times > 0);
    return fault;
  }

  left(): readonly Fault[] {
    return this.#left;
  }

  clear(): void {
    this.#left = [];
  }
}
