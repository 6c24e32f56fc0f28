import { type LeadIn, move } from '../../../shared/domain/handover/transitions.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { NOW } from '../builders.ts';

/** Never run: `tsc` fails when one of these begins to compile. */
export function impossible(name: LeadIn<'name'>, mql: LeadIn<'mql'>, sal: LeadIn<'sal'>, any: Lead): unknown {
  return [
    // @ts-expect-error A name never reaches sales.
    move('hand-over', name, NOW),
    // @ts-expect-error What sales has not accepted cannot be qualified.
    move('qualify', mql, NOW),
    // @ts-expect-error Nobody wins without an opportunity.
    move('won', sal, NOW),
    // @ts-expect-error Of a lead in any stage nobody knows what is possible.
    move('accept', any, NOW),
    // @ts-expect-error There is no other way.
    move('skip', mql, NOW),
    // @ts-expect-error It does not stay an MQL.
    move('accept', mql, NOW) satisfies LeadIn<'mql'>,
    move('accept', mql, NOW) satisfies LeadIn<'sal'>,
  ];
}
